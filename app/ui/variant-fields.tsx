import type { ReactNode } from "react";
import { rowField } from "#app/domain/listing-rows.ts";
import { BOX_NAMES } from "#app/domain/parcel-box.ts";
import { UNIT_NAMES } from "#app/domain/unit.ts";
import { useWords } from "#app/i18n/words.tsx";
import { MoneyField, SelectField, TextField } from "./fields.tsx";
import { QuantityField } from "./number-fields.tsx";

/** The unit that a listing's prices and quantities count. */
export function UnitField({ hint }: { hint?: ReactNode }) {
  const { t } = useWords();
  const choices = UNIT_NAMES.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }));
  return <SelectField name="unit" label={t("sell.field.unit")} hint={hint} choices={choices} />;
}

export function PriceField({ row }: { row: number }) {
  const { t } = useWords();
  return <MoneyField name={rowField("price", row)} label={t("sell.field.price")} />;
}

/** Stock, or for a harvest how much of it there is. */
export function StockField({ row, label, hint }: { row: number; label: string; hint?: ReactNode }) {
  return <QuantityField name={rowField("stock", row)} label={label} hint={hint} />;
}

/** The weight of one packed unit; where the unit says it, it may stay empty. */
export function WeightField({ row, isHarvest }: { row: number; isHarvest: boolean }) {
  const { t } = useWords();
  const example = t("sell.field.weight.hint");
  return (
    <TextField
      name={rowField("weight", row)}
      label={t("sell.field.weight")}
      hint={isHarvest ? `${example}. ${t("sell.field.weight.usual")}` : example}
      optional={isHarvest}
      autoComplete="off"
      maxLength={16}
    />
  );
}

/** A box by its name; whoever has a ruler opens the exact size. */
export function BoxFields({ row, isExact }: { row: number; isExact: boolean }) {
  const { t } = useWords();
  const choices = [...BOX_NAMES, "exact" as const].map((box) => ({ value: box, label: t(`sell.box.${box}`) }));
  return (
    <>
      <SelectField name={rowField("box", row)} label={t("sell.field.box")} choices={choices} />
      <details open={isExact}>
        <summary className="min-h-11 cursor-pointer py-2 text-sea underline underline-offset-2">
          {t("sell.field.exact")}
        </summary>
        <div className="grid gap-3 pt-2 sm:grid-cols-3">
          {(["length", "width", "height"] as const).map((side) => (
            <TextField
              key={side}
              name={rowField(side, row)}
              label={t(`sell.field.${side}`)}
              inputMode="decimal"
              autoComplete="off"
              maxLength={8}
              suffix="cm"
              optional
            />
          ))}
        </div>
      </details>
    </>
  );
}
