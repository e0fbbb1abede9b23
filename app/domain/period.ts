import { daysBetween } from "./calendar-day.ts";
import { type Rupiah, subtract } from "./money.ts";

/** A month of a group's books: from open to sealed. The operator may open the last sealed one again. */
export const PERIOD_STATES = ["in-review", "proposed", "closed"] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/** A calendar month in WIB (UTC+7): its name "2026-11", its first instant, and the first of the next; milliseconds since 1970, UTC. */
export type Month = { name: string; fromMs: number; untilMs: number };

const DAY_MS = 86_400_000;
const WIB_MS = 7 * 3_600_000;

/** The month of a name such as "2026-11"; null when it is not one of the years 2000 to 2099. */
export function monthNamed(name: string): Month | null {
  const parts = /^(20\d{2})-(0[1-9]|1[0-2])$/.exec(name);
  if (!parts) return null;
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
  return { name, fromMs: startOf(name), untilMs: startOf(next) };
}

function startOf(month: string): number {
  return daysBetween("1970-01-01", `${month}-01`) * DAY_MS - WIB_MS;
}

/** Where money lies that can be counted. The cash box is the group's own; the others belong to the whole network. */
export const COUNTED_PLACES = ["cash-box", "bank", "stripe", "cod-in-transit"] as const;
export type CountedPlace = (typeof COUNTED_PLACES)[number];
export type Counted = Record<CountedPlace, Rupiah>;

export type Reconciled = { place: CountedPlace; counted: Rupiah; ledger: Rupiah; difference: Rupiah };

/** What was counted at each place against the ledger; a difference above zero is money that the ledger does not know of. */
export function reconcile({ counted, ledger }: { counted: Counted; ledger: Counted }): Reconciled[] {
  return COUNTED_PLACES.map((place) => ({
    place,
    counted: counted[place],
    ledger: ledger[place],
    difference: subtract(counted[place], ledger[place]),
  }));
}

export type MonthToClose = {
  month: Month;
  nowMs: number;
  state: PeriodState | "open";
  /** Up to when the book is sealed; 0 when it never was. Milliseconds since 1970, UTC. */
  sealedUntilMs: number;
  /** Entries before this month that no seal covers. */
  hasEarlierOpen: boolean;
  /** Null before anything was counted. */
  reconciled: readonly Reconciled[] | null;
  /** Flagged lines that the treasurer has not accepted. */
  unreviewed: number;
};

export type ProposalProblem =
  | "month-sealed"
  | "month-not-over"
  | "earlier-month-open"
  | "not-counted"
  | "counts-differ"
  | "lines-unreviewed";

/** Why a month cannot be proposed for closing yet; null when it can. Open questions are shown, and hold nothing up. */
export function proposalProblem(input: MonthToClose): ProposalProblem | null {
  if (input.state === "closed" || input.month.fromMs < input.sealedUntilMs) return "month-sealed";
  if (input.nowMs < input.month.untilMs) return "month-not-over";
  if (input.hasEarlierOpen) return "earlier-month-open";
  if (input.reconciled === null) return "not-counted";
  if (input.reconciled.some(({ difference }) => difference !== 0)) return "counts-differ";
  return input.unreviewed > 0 ? "lines-unreviewed" : null;
}

/** As {@link proposalProblem}, for the second person: who counted or proposed the month cannot be the one who closes it. */
export function closingProblem(
  input: MonthToClose & { preparedBy: readonly (string | null)[]; closedBy: string | null },
): ProposalProblem | "not-proposed" | "same-person" | null {
  if (input.state !== "closed" && input.state !== "proposed") return "not-proposed";
  if (input.closedBy === null || input.preparedBy.includes(input.closedBy)) return "same-person";
  return proposalProblem(input);
}

/** A month can be opened again only from the end: nothing that is still sealed may rest on it. */
export function reopeningProblem(input: {
  month: Month;
  state: PeriodState | "open";
  sealedUntilMs: number;
}): "month-not-sealed" | "later-month-sealed" | null {
  if (input.state !== "closed") return "month-not-sealed";
  return input.sealedUntilMs > input.month.untilMs ? "later-month-sealed" : null;
}

/**
 * The date that a correction of something in a month bears: the month's own last millisecond while the month can still be put right, and
 * the day it is made once the month is sealed, or while it lasts.
 */
export function correctionMs(input: { month: Month; isSealed: boolean; nowMs: number }): number {
  return input.isSealed ? input.nowMs : Math.min(input.nowMs, input.month.untilMs - 1);
}

/** What a sealed month is worth, frozen with its seal; whole rupiah, what the group holds or owes above zero. */
export type MonthTotals = {
  cashBox: Rupiah;
  held: Rupiah;
  owed: Rupiah;
  fund: Rupiah;
  fixedCosts: Rupiah;
  entries: number;
  lines: number;
  openQuestions: number;
  /** What the goods on hand cost when the month was sealed, as far as it was on record. */
  stockAtCost?: Rupiah;
  /** Members who owe the group: carried into the next month, and set off against what comes. */
  negatives: { memberId: string; owed: Rupiah }[];
};

/** The members below zero, the deepest first; equal ones by their place in the list. */
export function carriedOver<Member extends { owed: Rupiah }>(members: readonly Member[]): Member[] {
  return members.filter(({ owed }) => owed < 0).toSorted((a, b) => a.owed - b.owed);
}
