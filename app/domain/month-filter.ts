import { add, type Rupiah, ZERO } from "./money.ts";
import { LINE_FLAGS, type LineFlag } from "./month-review.ts";

/** Which lines of a month are asked for: those that wait for the treasurer, those with one flag, or all. */
export const MONTH_SHOWS = ["to-review", ...LINE_FLAGS, "all"] as const;
export type MonthShow = (typeof MONTH_SHOWS)[number];

/** A view of a month's lines; `goods` is a part of the goods' name, "" for any. */
export type MonthFilter = { show: MonthShow; memberId: string | null; goods: string };

export const ALL_LINES: MonthFilter = { show: "all", memberId: null, goods: "" };

type Parameters = Pick<URLSearchParams, "get">;

/** What a page's address asks for; what it does not know is as if it were not there. */
export function readMonthFilter(parameters: Parameters): MonthFilter {
  const member = parameters.get("member") ?? "";
  return {
    show: MONTH_SHOWS.find((show) => show === parameters.get("show")) ?? "to-review",
    memberId: /^[\w-]{1,64}$/.test(member) ? member : null,
    goods: (parameters.get("goods") ?? "").replaceAll("\0", "").trim().slice(0, 80),
  };
}

/** The parameters that {@link readMonthFilter} reads as this filter. */
export function writeMonthFilter({ show, memberId, goods }: MonthFilter): [string, string][] {
  return [["show", show], ...optional("member", memberId ?? ""), ...optional("goods", goods)];
}

function optional(name: string, value: string): [string, string][] {
  return value === "" ? [] : [[name, value]];
}

/**
 * Where a page of a month's lines ends or begins: the moment of delivery in milliseconds since 1970, UTC, the order's number and the line's
 * place in it. It stays right while lines are accepted and leave the page.
 */
export type LineCursor = { direction: "after" | "before"; deliveredMs: number; number: string; position: number };

const CURSOR = /^(\d{1,15})\.([\w-]{1,64})\.(\d{1,6})$/;

/** @returns null for what is no cursor: the first page is shown then */
export function readLineCursor(parameters: Parameters): LineCursor | null {
  for (const direction of ["after", "before"] as const) {
    const read = CURSOR.exec(parameters.get(direction) ?? "");
    if (read)
      return { direction, deliveredMs: Number(read[1]), number: read[2] ?? "", position: Number(read[3] ?? "0") };
  }
  return null;
}

export function writeLineCursor({ deliveredMs, number, position }: Omit<LineCursor, "direction">): string {
  return `${deliveredMs}.${number}.${position}`;
}

/**
 * Of rows in the order of the page, read with one more than fits: those on it, and whether there is anything before and behind them. Going
 * backwards the one too many is the first.
 */
export function cutPage<Row>(rows: readonly Row[], { cursor, size }: { cursor: LineCursor | null; size: number }) {
  const isBackwards = cursor?.direction === "before";
  const hasMore = rows.length > size;
  return {
    rows: isBackwards ? rows.slice(-size) : rows.slice(0, size),
    hasBefore: isBackwards ? hasMore : cursor !== null,
    hasAfter: isBackwards || hasMore,
  };
}

/** So many lines, worth so many whole rupiah. */
export type Tally = { lines: number; value: Rupiah };

/** Lines that bear the same flags, counted together. */
export type FlaggedTally = Tally & { flags: readonly LineFlag[]; isAccepted: boolean };

/** How many of the lines that a view shows wait for the treasurer. */
export function countToAccept(rows: readonly FlaggedTally[], show: MonthShow): number {
  return rows.filter((row) => isShown(show, row) && isShown("to-review", row)).reduce((all, row) => all + row.lines, 0);
}

/** How many lines each view of a month has, and what they are worth: a line counts in every view that shows it. */
export function tallyShows(rows: readonly FlaggedTally[]): Record<MonthShow, Tally> {
  const shown = (show: MonthShow): Tally =>
    rows
      .filter((row) => isShown(show, row))
      .reduce((all, row) => ({ lines: all.lines + row.lines, value: add(all.value, row.value) }), {
        lines: 0,
        value: ZERO,
      });
  return Object.fromEntries(MONTH_SHOWS.map((show) => [show, shown(show)])) as Record<MonthShow, Tally>;
}

/** Does a view show a line with these flags? */
export function isShown(show: MonthShow, { flags, isAccepted }: Pick<FlaggedTally, "flags" | "isAccepted">): boolean {
  if (show === "all") return true;
  return show === "to-review" ? flags.length > 0 && !isAccepted : flags.includes(show);
}
