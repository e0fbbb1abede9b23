import type { CyclePhase } from "#app/domain/sale-cycle.ts";
import { formatDay, formatMoment, formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";

export type AheadCycle = {
  id: string;
  variantName: string;
  unit: string;
  phase: CyclePhase;
  opensAt: string;
  closesAt: string;
  handOverDay: string;
  orderedMilli: number;
  mostMilli: number;
};

/** Goods that are ordered before they are there: from when to when, on which day one has them, and how much can still be ordered. */
export function Ahead({ cycle }: { cycle: AheadCycle }) {
  const { t, locale } = useWords();
  const { phase, opensAt, closesAt, handOverDay, orderedMilli, mostMilli } = cycle;
  const unit = unitName(t, cycle.unit);
  const most = formatQuantity(locale, mostMilli);
  const left = formatQuantity(locale, Math.max(0, mostMilli - orderedMilli));
  const window = { opens: formatMoment(locale, opensAt), closes: formatMoment(locale, closesAt) };
  return (
    <>
      {t("listing.fact.ahead.window", window)} {t("cycles.buy.hand-over", { day: formatDay(locale, handOverDay) })}{" "}
      {phase === "open" ? t("cycles.buy.left", { quantity: left, most, unit }) : null}
      {phase === "planned" ? t("cycles.buy.pledged", { quantity: most, unit }) : null}
      {phase === "closed" ? t("cycles.buy.closed") : null}
    </>
  );
}
