import { formatDay, formatMoment, formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CycleBar } from "#app/ui/cycle-bar.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Card } from "#app/ui/page.tsx";
import type { CyclePage } from "./cycle-page.server.ts";

/** How full it is, and what was planned. */
export function CycleFacts({ page: { cycle, standing } }: { page: CyclePage }) {
  const { t, locale } = useWords();
  const { progress, pledged, phase } = cycle;
  const unit = unitName(t, cycle.unit);
  const amount = (milli: number): string => `${formatQuantity(locale, milli)} ${unit}`;
  const range = { from: formatQuantity(locale, pledged.fromMilli), to: formatQuantity(locale, pledged.toMilli), unit };
  const missing = formatQuantity(locale, progress.toMinimumMilli);
  const fact = (key: Parameters<typeof t>[0], value: string) => ({ label: t(key), value });
  const isOpen = phase === "open" || phase === "planned";
  return (
    <Card className="grid gap-4">
      <CycleBar
        label={t("cycles.ordered")}
        unit={cycle.unit}
        orderedMilli={progress.orderedMilli}
        pledgedMilli={pledged.toMilli}
      />
      {cycle.minimumMilli > 0 && (isOpen || phase === "closed") ? (
        <p className={progress.toMinimumMilli > 0 ? "text-clay" : "text-mangrove"}>
          {progress.toMinimumMilli > 0
            ? t("cycles.minimum.missing", { quantity: missing, unit })
            : t("cycles.minimum.met")}
        </p>
      ) : null}
      <Facts
        facts={[
          fact("cycles.opens", formatMoment(locale, cycle.opensAt)),
          fact("cycles.closes", formatMoment(locale, cycle.closesAt)),
          fact("cycles.hand-over", formatDay(locale, cycle.handOverDay)),
          fact("cycles.pledged", t("cycles.pledged.range", range)),
          ...(standing.milli > 0
            ? [
                fact(
                  "standing.cycle",
                  t("standing.cycle.text", {
                    quantity: formatQuantity(locale, standing.milli),
                    unit,
                    buyers: standing.buyers,
                  }),
                ),
              ]
            : []),
          ...(cycle.minimumMilli > 0 ? [fact("cycles.minimum", amount(cycle.minimumMilli))] : []),
          ...(progress.waitingMilli > 0 ? [fact("cycles.waiting", amount(progress.waitingMilli))] : []),
          ...(cycle.cropMilli !== null ? [fact("cycles.crop", amount(cycle.cropMilli))] : []),
          fact("cycles.rule", t(`cycles.rule.${cycle.cutRule}`)),
        ]}
      />
    </Card>
  );
}
