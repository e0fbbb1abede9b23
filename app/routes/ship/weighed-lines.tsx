import { quantityText } from "#app/domain/listing-texts.ts";
import { packedField } from "#app/domain/ship-forms.ts";
import { formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CheckField } from "#app/ui/fields.tsx";
import { LineQuantity } from "#app/ui/line-quantity.tsx";

export type WeighedLine = {
  id: string;
  name: string;
  unit: string;
  quantityMilli: number;
  packedQuantityMilli: number | null;
  /** What went back for it. */
  missing: number;
};

/** What the scale shows of each line that is sold by weight: as ordered, unless somebody writes another figure. */
export function WeighedLines({ lines, errors }: { lines: WeighedLine[]; errors: Record<string, string> }) {
  const { t } = useWords();
  const isFarOff = Object.values(errors).includes("packed-far-off");
  if (lines.length === 0) return null;
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-1 font-semibold">{t("consignments.weighed")}</legend>
      <p className="text-sm text-quiet">{t("consignments.weighed.hint")}</p>
      {lines.map((line, at) => (
        <WeighedField key={line.id} line={line} at={at} />
      ))}
      {isFarOff ? <CheckField name="sure" label={t("consignments.weighed.sure")} /> : null}
    </fieldset>
  );
}

function WeighedField({ line, at }: { line: WeighedLine; at: number }) {
  const { t, locale } = useWords();
  const unit = unitName(t, line.unit);
  const ordered = t("consignments.weighed.ordered", { quantity: formatQuantity(locale, line.quantityMilli), unit });
  return (
    <LineQuantity
      {...{ name: "weighed", lineName: "weighedLine", at, line, hint: ordered }}
      errorName={packedField(line.id)}
      start={quantityText(line.packedQuantityMilli ?? line.quantityMilli)}
    />
  );
}
