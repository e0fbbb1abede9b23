import type { ReactNode } from "react";
import { formatQuantity, formatShortDay, formatWeight } from "#app/i18n/format.ts";
import { useUnit, useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";

type FactsProps = {
  listing: {
    unit: string;
    madeToOrderDays: number | null;
    fragile: boolean;
    harvestFrom: string | null;
    harvestUntil: string | null;
    shelfDays: number | null;
  };
  variants: {
    name: string;
    stockMilli: number;
    packedGrams: number;
    lengthMm: number;
    widthMm: number;
    heightMm: number;
  }[];
  place: string;
};

/** What is certain: how much there is, when it is ready, how heavy and large it travels, how long it keeps. */
export function ListingFacts({ listing, variants, place }: FactsProps) {
  const { t, locale } = useWords();
  const { madeToOrderDays, harvestFrom, harvestUntil, shelfDays } = listing;
  const day = (at: string) => formatShortDay(locale, at);
  return (
    <Section title={t("listing.facts")}>
      <dl className="grid divide-y divide-line rounded-card border border-line bg-card px-4">
        <Fact name={t("listing.fact.stock")}>
          <Stock variants={variants} unit={listing.unit} />
        </Fact>
        {madeToOrderDays === null ? null : (
          <Fact name={t("listing.fact.ready")}>{t("listing.fact.made-to-order", { days: madeToOrderDays })}</Fact>
        )}
        {harvestFrom === null ? null : (
          <Fact name={t("listing.fact.harvest")}>
            {harvestUntil === null || harvestUntil === harvestFrom
              ? day(harvestFrom)
              : t("listing.fact.harvest.range", { from: day(harvestFrom), until: day(harvestUntil) })}
          </Fact>
        )}
        {shelfDays === null ? null : (
          <Fact name={t("listing.fact.shelf")}>{t("listing.fact.shelf.days", { days: shelfDays })}</Fact>
        )}
        <Fact name={t("listing.fact.packed")}>
          <Packed variants={variants} unit={listing.unit} />
        </Fact>
        {listing.fragile ? <Fact name={t("listing.fact.fragile")}>{t("listing.fact.fragile.text")}</Fact> : null}
        <Fact name={t("listing.fact.place")}>{place}</Fact>
      </dl>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 py-2.5 sm:grid-cols-[11rem_1fr]">
      <dt className="text-quiet">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

/** What can be ordered now, variant by variant. */
function Stock({ variants, unit }: Pick<FactsProps, "variants"> & { unit: string }) {
  const { t, locale } = useWords();
  const unitName = useUnit()(unit);
  return (
    <ul>
      {variants.map(({ name, stockMilli }) => (
        <li key={name}>
          {name ? `${name}: ` : null}
          {stockMilli > 0 ? `${formatQuantity(locale, stockMilli)} ${unitName}` : t("listing.sold-out")}
        </li>
      ))}
    </ul>
  );
}

/** One line when every variant travels alike, else one for each. */
function Packed({ variants, unit }: Pick<FactsProps, "variants"> & { unit: string }) {
  const { t, locale } = useWords();
  const unitName = useUnit()(unit);
  const lines = variants.map(({ name, packedGrams, lengthMm, widthMm, heightMm }) => ({
    name,
    text: t("listing.fact.packed.each", {
      weight: formatWeight(locale, packedGrams),
      length: formatQuantity(locale, lengthMm * 100),
      width: formatQuantity(locale, widthMm * 100),
      height: formatQuantity(locale, heightMm * 100),
      unit: unitName,
    }),
  }));
  const isSame = lines.every((line) => line.text === lines[0]?.text);
  if (isSame) return lines[0]?.text ?? null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.name}>
          {line.name}: {line.text}
        </li>
      ))}
    </ul>
  );
}
