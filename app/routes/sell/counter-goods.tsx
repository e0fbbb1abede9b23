import { counterField } from "#app/domain/counter.ts";
import { formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FIELD_CLASS, FieldError, FormFrame, useField } from "#app/ui/form.tsx";
import { Empty } from "#app/ui/page.tsx";

type State = { errors: Record<string, string>; values: Record<string, string[]> };
type Goods = {
  variantId: string;
  listingName: string;
  variantName: string;
  unit: string;
  price: number;
  stockMilli: number;
};

/** So few goods are seen at a glance. */
const FEW = 12;

/** The group's goods with a number box each. */
export function CounterGoods({ goods, state, slug }: { goods: Goods[]; state: State | undefined; slug: string }) {
  const { t } = useWords();
  if (goods.length === 0)
    return (
      <Empty drawing="basket" text={t("counter.none")}>
        <ButtonLink to={`/desk/${slug}/listings`}>{t("counter.to-listings")}</ButtonLink>
      </Empty>
    );
  const typed = typedQuantities(state);
  const q = (state?.values.q?.[0] ?? "").trim().toLowerCase();
  const isShown = (each: Goods): boolean =>
    q === "" ||
    `${each.listingName} ${each.variantName}`.toLowerCase().includes(q) ||
    Boolean(typed.get(each.variantId));
  return (
    <FormFrame state={state}>
      {goods.length > FEW ? (
        <div className="grid gap-2 sm:grid-cols-[1fr_auto] sm:items-end">
          <TextField name="q" label={t("counter.find")} maxLength={80} autoComplete="off" optional />
          <Button name="intent" value="find" look="second">
            {t("counter.find.do")}
          </Button>
        </div>
      ) : null}
      <ul className="grid gap-3">
        {goods.filter(isShown).map((each) => (
          <GoodsRow key={each.variantId} goods={each} typed={typed.get(each.variantId) ?? ""} />
        ))}
      </ul>
      <Button name="intent" value="review" wide>
        {t("counter.review")}
      </Button>
    </FormFrame>
  );
}

function typedQuantities(state: State | undefined): Map<string, string> {
  const quantities = state?.values.quantity ?? [];
  return new Map((state?.values.variantId ?? []).map((id, at) => [id, quantities[at] ?? ""]));
}

function GoodsRow({ goods, typed }: { goods: Goods; typed: string }) {
  const { t, locale } = useWords();
  const field = useField(counterField(goods.variantId), false);
  const unit = unitName(t, goods.unit);
  const name = [goods.listingName, goods.variantName].filter(Boolean).join(", ");
  return (
    <li className="grid gap-2 rounded-card border border-line bg-card p-3">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={field.id} className="min-w-0 font-semibold">
          {name}
          <span className="block text-sm font-normal text-quiet">
            <Amount plain="agreed" amount={goods.price} /> ·{" "}
            {t("counter.stock", { quantity: formatQuantity(locale, goods.stockMilli), unit })}
          </span>
        </label>
        <input type="hidden" name="variantId" value={goods.variantId} />
        <input
          id={field.id}
          name="quantity"
          defaultValue={typed}
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.describedBy}
          className={`${FIELD_CLASS} max-w-24 shrink-0 text-end`}
        />
      </div>
      <FieldError field={field} />
    </li>
  );
}
