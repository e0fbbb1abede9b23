import { resendField } from "#app/domain/complaint.ts";
import { quantityText } from "#app/domain/listing-texts.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { FIELD_CLASS, FieldShell, useField, useTyped } from "#app/ui/form.tsx";

type Line = { id: string; name: string; unit: string; quantityMilli: number };

/** How much of each line is sent again: all of it, unless somebody writes less. It counts for a resend alone. */
export function ResendFields({ lines }: { lines: Line[] }) {
  const { t } = useWords();
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-1 font-semibold">{t("complaint.resend")}</legend>
      <p className="text-sm text-quiet">{t("complaint.resend.hint")}</p>
      {lines.map((line, at) => (
        <ResendField key={line.id} line={line} at={at} />
      ))}
    </fieldset>
  );
}

function ResendField({ line, at }: { line: Line; at: number }) {
  const { t } = useWords();
  const field = useField(resendField(line.id), false);
  const typed = useTyped("resend")?.[at];
  return (
    <FieldShell id={field.id} label={line.name} error={field.error}>
      <input type="hidden" name="resendLine" value={line.id} />
      <span className="flex items-center gap-2">
        <input
          id={field.id}
          name="resend"
          defaultValue={typed ?? quantityText(line.quantityMilli)}
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.describedBy}
          className={FIELD_CLASS}
        />
        <span className="shrink-0 text-quiet">{unitName(t, line.unit)}</span>
      </span>
    </FieldShell>
  );
}
