import { Form } from "@remix-run/react";
import { formatMoment, formatRupiah } from "#app/i18n/format.ts";
import { useUnit, useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { FilterSelect } from "#app/ui/filter-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

type ShippingProps = {
  slug: string;
  unit: string;
  shipping: {
    places: { id: string; name: string }[];
    place: { id: string; name: string };
    alone: number | null;
    pooled: { price: number; cutOffAt: string; joined: number } | null;
    tooHeavy: boolean;
  } | null;
};

/** What sending costs alone and shared, beside each other, to a place that can be chosen. */
export function ShippingComparison({ slug, unit, shipping }: ShippingProps) {
  const { t } = useWords();
  const unitName = useUnit()(unit);
  if (!shipping) return null;
  const { places, place, alone, pooled, tooHeavy } = shipping;
  return (
    <Section title={t("listing.shipping")} id="shipping">
      <Form
        method="get"
        action={`/listings/${slug}#shipping`}
        reloadDocument
        className="flex flex-wrap items-end gap-3"
      >
        <div className="min-w-40 grow">
          <FilterSelect
            name="to"
            label={t("listing.shipping.to")}
            value={place.id}
            choices={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <Button look="second">{t("listing.shipping.show")}</Button>
      </Form>
      <p>{t("listing.shipping.lead", { unit: unitName, place: place.name })}</p>
      {tooHeavy ? <p className="font-semibold">{t("listing.shipping.too-heavy")}</p> : null}
      {alone === null && !pooled && !tooHeavy ? <p>{t("listing.shipping.none")}</p> : null}
      <dl className="grid grid-cols-2 gap-3 empty:hidden">
        {alone === null ? null : <Way label={t("listing.shipping.alone")} price={alone} />}
        {pooled ? <Pooled pooled={pooled} alone={alone} /> : null}
      </dl>
      <p className="max-w-prose text-sm text-quiet">{t("listing.pooled.text")}</p>
    </Section>
  );
}

function Way({ label, price }: { label: string; price: number }) {
  return (
    <div className="rounded-card border border-line bg-card p-3">
      <dt className="text-sm text-quiet">{label}</dt>
      <dd className="text-lg font-bold">
        <Amount plain="agreed" amount={price} />
      </dd>
    </div>
  );
}

type PooledProps = { pooled: NonNullable<NonNullable<ShippingProps["shipping"]>["pooled"]>; alone: number | null };

function Pooled({ pooled, alone }: PooledProps) {
  const { t, locale } = useWords();
  const saved = (alone ?? pooled.price) - pooled.price;
  return (
    <div className="rounded-card border-2 border-mangrove bg-mangrove-soft p-3 text-mangrove">
      <dt className="text-sm font-semibold">{t("listing.shipping.pooled")}</dt>
      <dd className="text-lg font-bold">
        <Amount plain="agreed" amount={pooled.price} />
      </dd>
      {saved > 0 ? (
        <dd className="text-sm font-semibold">
          <Sentence>{t("listing.shipping.saved", { amount: formatRupiah(saved) })}</Sentence>
        </dd>
      ) : null}
      <dd className="text-sm">{t("listing.shipping.joined", { count: pooled.joined })}</dd>
      <dd className="text-sm">{t("run.cut-off", { moment: formatMoment(locale, pooled.cutOffAt) })}</dd>
    </div>
  );
}
