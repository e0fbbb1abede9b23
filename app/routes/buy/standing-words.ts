import { dayInWib } from "#app/domain/calendar-day.ts";
import type { Locale } from "#app/domain/locale.ts";
import { formatDay, formatMoment } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";

export function everyText(t: Translate, everyWeeks: number): string {
  return t(everyWeeks === 1 ? "standing.every.1" : "standing.every.2").toLowerCase();
}

/** When a standing order has its next turn: a day, the moment at which a cycle opens, or nobody knows yet. */
export type NextTurn = { isSkipped: boolean; day: string | null; opensAt: string | null };

type Row = { weekday: number | null; notBefore: string; skipsNext: boolean };

/** @param opensAt when orders for the goods open, or opened, if a cycle of theirs runs */
export function shownNext(
  { weekday, notBefore, skipsNext }: Row,
  { opensAt, now }: { opensAt: Date | null; now: Date },
): NextTurn {
  const isSkipped = skipsNext;
  if (weekday !== null) return { isSkipped, day: notBefore, opensAt: null };
  const isNext = opensAt !== null && opensAt > now && dayInWib(opensAt.getTime()) >= notBefore;
  return { isSkipped, day: null, opensAt: isNext ? opensAt.toISOString() : null };
}

export function nextText(
  { t, locale }: { t: Translate; locale: Locale },
  { isSkipped, day, opensAt }: NextTurn,
): string {
  const skipped = isSkipped ? ` (${t("standing.next.skipped").toLowerCase()})` : "";
  if (day !== null) return `${formatDay(locale, day)}${skipped}`;
  const when = opensAt
    ? t("standing.next.cycle", { moment: formatMoment(locale, opensAt) })
    : t("standing.next.unknown");
  return `${when}${skipped}`;
}
