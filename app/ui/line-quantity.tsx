import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { FIELD_CLASS, FieldShell, useField, useTyped } from "./form.tsx";

type Props = {
  /** The form's list of figures, and the list of the lines they belong to, in the same order. */
  name: string;
  lineName: string;
  at: number;
  line: { id: string; name: string; unit: string };
  /** What the field is called in a refusal. */
  errorName: string;
  /** What stands there until somebody writes another figure. */
  start: string;
  hint?: string;
};

/** How much of one order line, in its unit: one of a list of such fields in a form. */
export function LineQuantity({ name, lineName, at, line, errorName, start, hint }: Props) {
  const { t } = useWords();
  const field = useField(errorName, hint !== undefined);
  const typed = useTyped(name)?.[at];
  return (
    <FieldShell id={field.id} label={line.name} hint={hint} error={field.error}>
      <input type="hidden" name={lineName} value={line.id} />
      <span className="flex items-center gap-2">
        <input
          id={field.id}
          name={name}
          defaultValue={typed ?? start}
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
