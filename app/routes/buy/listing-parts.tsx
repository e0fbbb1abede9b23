import type { PricePart } from "#app/domain/price-parts.ts";
import { formatPercent, formatRupiah } from "#app/i18n/format.ts";
import { useUnit, useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

const FILLS: Record<PricePart["party"], string> = {
  members: "fill-mangrove",
  "group-fund": "fill-gold",
  "fixed-cost": "fill-edge",
  "network-fee": "fill-sea",
};

type PartsProps = {
  price: number;
  shares: { party: PricePart["party"]; amount: number; basisPoints: number }[];
  unit: string;
};

/** Where a listing's price goes, and from when that holds. */
export function PriceParts({ price, shares, unit }: PartsProps) {
  const { t } = useWords();
  return (
    <Section title={t("listing.parts")}>
      <PricePicture price={price} shares={shares} unit={unit} />
      <p className="text-sm text-quiet">{t("listing.parts.note")}</p>
    </Section>
  );
}

/** The price as a bar of its parts; the list below says the same in words and figures. */
export function PricePicture({ price, shares, unit }: PartsProps) {
  const { t, locale } = useWords();
  const unitName = useUnit()(unit);
  const placed = shares.map((share, at) => ({
    ...share,
    start: shares.slice(0, at).reduce((sum, before) => sum + before.basisPoints, 0),
  }));
  return (
    <div className="grid gap-3">
      <p>
        <Sentence>{t("listing.parts.lead", { amount: formatRupiah(price), unit: unitName })}</Sentence>
      </p>
      <svg viewBox="0 0 10000 500" preserveAspectRatio="none" aria-hidden="true" className="h-6 w-full rounded-full">
        {placed.map(({ party, start, basisPoints }, at) => (
          <rect
            key={party}
            x={start}
            width={at === placed.length - 1 ? 10_000 - start : basisPoints}
            height="500"
            className={FILLS[party]}
          />
        ))}
      </svg>
      <ul className="grid gap-2">
        {shares.map(({ party, amount, basisPoints }) => (
          <li key={party} className="flex items-baseline gap-2">
            <svg viewBox="0 0 10 10" aria-hidden="true" className="size-3 shrink-0">
              <circle cx="5" cy="5" r="5" className={FILLS[party]} />
            </svg>
            <span className="grow">
              <strong className="tabular-nums">{formatPercent(locale, basisPoints)}</strong>{" "}
              {t(`listing.parts.${party}`)}
            </span>
            <Amount plain="agreed" amount={amount} className="font-semibold" />
          </li>
        ))}
      </ul>
    </div>
  );
}
