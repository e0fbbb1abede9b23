import { formatRupiah } from "#app/i18n/format.ts";
import { useUnit, useWords } from "#app/i18n/words.tsx";
import { Money } from "./money.tsx";
import { Sentence } from "./sentence.tsx";

/** The price per kilogram or piece, to compare. */
export type Compare = { amount: number; per: "kg" | "piece" } | null;

type PriceProps = { from: number; to: number; unit: string; compare?: Compare; className?: string };

/** "Rp 62.000 / kg", or "dari Rp 62.000 / kg" when the variants differ; below it what that is per kilogram or piece. */
export function Price({ from, to, unit, compare = null, className = "" }: PriceProps) {
  const { t } = useWords();
  const unitName = useUnit()(unit);
  return (
    <span className={className} title={from === to ? undefined : `${formatRupiah(from)} – ${formatRupiah(to)}`}>
      {from === to ? null : <span className="text-sm font-normal text-quiet">{t("price.from")} </span>}
      <Money amount={from} className="font-bold" />
      <span className="text-sm font-normal text-quiet"> {`/\u00a0${unitName}`}</span>
      {compare ? (
        <span className="block text-sm font-normal text-quiet">
          <Sentence>{t(`price.compare.${compare.per}`, { amount: formatRupiah(compare.amount) })}</Sentence>
        </span>
      ) : null}
    </span>
  );
}
