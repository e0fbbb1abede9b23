import { resendField } from "#app/domain/complaint.ts";
import { quantityText } from "#app/domain/listing-texts.ts";
import { useWords } from "#app/i18n/words.tsx";
import { LineQuantity } from "#app/ui/line-quantity.tsx";

type Line = { id: string; name: string; unit: string; quantityMilli: number };

/** How much of each line is sent again: all of it, unless somebody writes less. It counts for a resend alone. */
export function ResendFields({ lines }: { lines: Line[] }) {
  const { t } = useWords();
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-1 font-semibold">{t("complaint.resend")}</legend>
      <p className="text-sm text-quiet">{t("complaint.resend.hint")}</p>
      {lines.map((line, at) => (
        <LineQuantity
          key={line.id}
          {...{ name: "resend", lineName: "resendLine", at, line }}
          errorName={resendField(line.id)}
          start={quantityText(line.quantityMilli)}
        />
      ))}
    </fieldset>
  );
}
