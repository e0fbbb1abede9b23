import { isUnit, UNITS } from "#app/domain/unit.ts";
import { formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import { useUnit, useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/page.tsx";
import type { Compare } from "#app/ui/price.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

type Variant = {
  id: string;
  name: string;
  gradeText: string;
  price: number;
  stockMilli: number;
  isAhead: boolean;
  compare: Compare;
};

/** Which variant and how much, into the basket. */
export function BuyForm({ unit, variants }: { unit: string; variants: Variant[] }) {
  const { t, locale } = useWords();
  const unitName = useUnit()(unit);
  const first = variants.find((variant) => variant.stockMilli > 0);
  if (!first) return <Notice tone="warn">{t("listing.all-sold-out")}</Notice>;
  const stepMilli = isUnit(unit) ? UNITS[unit].stepMilli : 1000;
  const isWhole = stepMilli % 1000 === 0;
  return (
    <FormFrame action="/basket" className="grid gap-4" defaults={{ quantity: "1" }}>
      <input type="hidden" name="intent" value="add" />
      {variants.length === 1 ? (
        <>
          <input type="hidden" name="variantId" value={first.id} />
          <p className="text-quiet">
            {t(leftWord(first), { quantity: formatQuantity(locale, first.stockMilli), unit: unitName })}
          </p>
        </>
      ) : (
        <VariantChoice variants={variants} chosen={first.id} unitName={unitName} />
      )}
      <TextField
        name="quantity"
        label={t("listing.quantity", { unit: unitName })}
        hint={
          isWhole ? undefined : t("listing.quantity.hint", { step: formatQuantity(locale, stepMilli), unit: unitName })
        }
        inputMode={isWhole ? "numeric" : "decimal"}
        autoComplete="off"
        maxLength={12}
      />
      <Button wide className="text-lg sm:min-h-13">
        {t("listing.add")}
      </Button>
    </FormFrame>
  );
}

/** What is ordered ahead is not there yet. */
function leftWord({ isAhead }: Pick<Variant, "isAhead">): "listing.left" | "listing.stock" {
  return isAhead ? "listing.left" : "listing.stock";
}

type ChoiceProps = { variants: Variant[]; chosen: string; unitName: string };

function VariantChoice({ variants, chosen, unitName }: ChoiceProps) {
  const { t, locale } = useWords();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{t("listing.choose")}</legend>
      {variants.map((variant) => (
        <label
          key={variant.id}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-field border-2 border-edge bg-card px-3 py-2 has-checked:border-sea has-checked:bg-sea-soft has-disabled:cursor-default has-disabled:bg-sand has-disabled:text-quiet"
        >
          <input
            type="radio"
            name="variantId"
            value={variant.id}
            defaultChecked={variant.id === chosen}
            disabled={variant.stockMilli === 0}
            className="size-5 shrink-0 accent-sea"
          />
          <span className="grow leading-snug">
            <span className="font-semibold">{variant.name}</span>
            {variant.gradeText ? <span className="block text-sm text-quiet">{variant.gradeText}</span> : null}
            <span className="block text-sm text-quiet">
              {variant.stockMilli === 0
                ? t("listing.sold-out")
                : t(leftWord(variant), { quantity: formatQuantity(locale, variant.stockMilli), unit: unitName })}
            </span>
          </span>
          <span className="text-end">
            <Amount plain="agreed" amount={variant.price} className="font-semibold" />
            {variant.compare ? (
              <span className="block text-sm text-quiet">
                <Sentence>
                  {t(`price.compare.${variant.compare.per}`, { amount: formatRupiah(variant.compare.amount) })}
                </Sentence>
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
