import { formatDayAndMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { Fading } from "./fading.server.ts";

/** How long goods keep, and how old they are when they arrive; plainly, where they may not be fresh any more. */
export function FadingNote({ fading: { name, kind, state, shelfDays, arrivesOn, daysOld } }: { fading: Fading }) {
  const { t, locale } = useWords();
  const said = t("buy.fading", { name, kind, shelfDays, daysOld, arrives: formatDayAndMonth(locale, arrivesOn) });
  return (
    <span className={`block text-sm ${state === "spoils" ? "font-semibold text-clay" : "text-ink"}`}>
      {state === "spoils" ? <span aria-hidden="true">▲ </span> : null}
      {said} {state === "spoils" ? t("buy.fading.spoils") : null}
    </span>
  );
}
