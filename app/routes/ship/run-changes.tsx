import { isChangeable, type RunState } from "#app/domain/run.ts";
import { mayChangeRun } from "#app/domain/run-life.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";

type Move = {
  id: string;
  kind: "postponed" | "cancelled";
  reason: string;
  by: string;
  at: string;
  departsWas: string;
  departsAt: string | null;
};

/** How often the sailing was put off or called off, by whom and why; and the ways to do so. */
export function RunChanges({ code, state, moves }: { code: string; state: RunState; moves: readonly Move[] }) {
  const { t, locale } = useWords();
  const at = (moment: string): string => formatMoment(locale, moment);
  const mayPostpone = mayChangeRun(state, "postponed");
  const mayCancel = mayChangeRun(state, "cancelled");
  if (moves.length === 0 && !mayPostpone && !mayCancel) return null;
  return (
    <Section title={t("sailing.changes")} id="changes">
      {moves.length > 0 ? (
        <ul className="grid gap-2 ps-0">
          {moves.map((move) => (
            <li key={move.id}>
              <strong>
                {move.departsAt
                  ? t("sailing.was-postponed", { from: at(move.departsWas), to: at(move.departsAt) })
                  : t("sailing.was-cancelled", { from: at(move.departsWas) })}
              </strong>
              <span className="block">{move.reason}</span>
              <span className="block text-sm text-quiet">{t("sailing.by", { name: move.by, when: at(move.at) })}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-quiet">{t("sailing.changes.none")}</p>
      )}
      <div className="flex flex-wrap gap-3">
        {isChangeable(state) ? (
          <ButtonLink to={`/runs/${code}/change`} look="second">
            {t("run-change.title")}
          </ButtonLink>
        ) : null}
        {mayPostpone ? (
          <ButtonLink to={`/runs/${code}/postpone`} look="second">
            {t("sailing.postpone")}
          </ButtonLink>
        ) : null}
        {mayCancel ? (
          <ButtonLink to={`/runs/${code}/cancel`} look="danger">
            {t("sailing.cancel")}
          </ButtonLink>
        ) : null}
      </div>
    </Section>
  );
}
