import { formatMoment, formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Sentence } from "./sentence.tsx";

export type RunShown = {
  code: string;
  zoneName: string;
  hubName: string;
  vessel: string;
  cutOffAt: string;
  departsAt: string;
  joined: number;
  saved: number;
  isFull: boolean;
};

/** Runs that still take orders, and what sharing has saved so far. */
export function RunList({ runs, wide = false }: { runs: RunShown[]; wide?: boolean }) {
  const { t, locale } = useWords();
  if (runs.length === 0) return null;
  return (
    <ul className={`grid gap-3 ${wide ? "sm:grid-cols-2 lg:grid-cols-3" : ""}`}>
      {runs.map((run) => (
        <li key={run.code} className="grid gap-1 rounded-card border border-line border-s-8 border-s-gold bg-card p-4">
          <strong className="text-lg leading-snug">{t("run.to", { zone: run.zoneName })}</strong>
          <span className="font-semibold text-gold-ink">
            {t("run.cut-off", { moment: formatMoment(locale, run.cutOffAt) })}
          </span>
          <span className="text-sm text-quiet">
            {t("run.departs", {
              day: formatShortDay(locale, run.departsAt),
              hub: run.hubName,
              vessel: run.vessel,
            })}
          </span>
          {run.isFull ? <span className="font-semibold text-clay">{t("run-room.full-note")}</span> : null}
          <span className="text-sm">
            {t("run.joined", { count: run.joined })}
            {run.saved > 0 ? <Sentence>{`, ${t("run.saved", { amount: formatRupiah(run.saved) })}`}</Sentence> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
