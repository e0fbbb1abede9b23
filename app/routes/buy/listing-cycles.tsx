import type { CutRule, CyclePhase } from "#app/domain/sale-cycle.ts";
import { formatDay, formatMoment, formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CycleBar } from "#app/ui/cycle-bar.tsx";
import { Card } from "#app/ui/page.tsx";

type Cycle = {
  id: string;
  variantName: string;
  unit: string;
  phase: CyclePhase;
  opensAt: string;
  closesAt: string;
  handOverDay: string;
  cutRule: CutRule;
  orderedMilli: number;
  mostMilli: number;
  pledgedMilli: number;
  toMinimumMilli: number;
};

/** A harvest that is ordered before it is there: how full it is, until when, and what happens when it falls short. */
export function ListingCycles({ cycles }: { cycles: Cycle[] }) {
  const { t } = useWords();
  if (cycles.length === 0) return null;
  return (
    <Card className="grid gap-5">
      <h2 className="text-lg">{t("cycles.buy.title")}</h2>
      {cycles.map((cycle) => (
        <OneCycle key={cycle.id} {...cycle} />
      ))}
    </Card>
  );
}

function OneCycle(cycle: Cycle) {
  const { t, locale } = useWords();
  const unit = unitName(t, cycle.unit);
  const { phase, orderedMilli, mostMilli, pledgedMilli, toMinimumMilli } = cycle;
  const handOver = t("cycles.buy.hand-over", { day: formatDay(locale, cycle.handOverDay) });
  const isOnlyWaiting = phase === "open" && orderedMilli >= pledgedMilli && orderedMilli < mostMilli;
  return (
    <div className="grid gap-2">
      <CycleBar label={cycle.variantName || t("cycles.ordered")} {...cycle} />
      <p>
        <strong>{whenOf(cycle)}</strong> {handOver}
      </p>
      {phase === "open" && toMinimumMilli > 0 ? (
        <p>{t("cycles.minimum.missing", { quantity: formatQuantity(locale, toMinimumMilli), unit })}</p>
      ) : null}
      {isOnlyWaiting ? <p className="text-clay">{t("cycles.buy.waiting")}</p> : null}
      <p className="text-sm text-quiet">{t(`cycles.buy.${cycle.cutRule}`)}</p>
    </div>
  );

  function whenOf({ opensAt, closesAt }: Cycle): string {
    if (phase === "planned") return t("cycles.buy.opens", { moment: formatMoment(locale, opensAt) });
    if (phase === "open") return t("cycles.buy.until", { moment: formatMoment(locale, closesAt) });
    return t("cycles.buy.closed");
  }
}
