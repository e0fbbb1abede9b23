import { daysBetween } from "./calendar-day.ts";
import type { FieldErrors } from "./result.ts";

/** How a crop that fell short is cut: everybody the same part of what was asked, or who ordered first is served first. */
export const CUT_RULES = ["pro-rata", "in-order"] as const;
export type CutRule = (typeof CUT_RULES)[number];

/** What stands in the books; that it opens and closes is the clock's: see {@link phaseOf}. */
export const CYCLE_STATES = ["planned", "settled", "cancelled", "rolled-over"] as const;
export type CycleState = (typeof CYCLE_STATES)[number];
export type CyclePhase = CycleState | "open" | "closed";

/** Moments come as milliseconds, for the rules know no calendar. */
export type CycleTimes = { opensMs: number; closesMs: number };

/** Where a cycle is: pledges come while it is planned, orders while it is open, the harvest once it is closed. */
export function phaseOf({ state, opensMs, closesMs }: CycleTimes & { state: CycleState }, nowMs: number): CyclePhase {
  if (state !== "planned") return state;
  if (nowMs < opensMs) return "planned";
  return nowMs < closesMs ? "open" : "closed";
}

/** A window longer than this is a slip of the finger. */
const MOST_DAYS = 120;
const DAY_MS = 86_400_000;

/** What is wrong with a new cycle's times, by field; empty when they are in order. `closesOn` is the day of `closesMs`, YYYY-MM-DD in WIB. */
export function cycleTimeErrors(
  { opensMs, closesMs }: CycleTimes,
  { nowMs, closesOn, handOverDay }: { nowMs: number; closesOn: string; handOverDay: string },
): FieldErrors {
  const errors: FieldErrors = {};
  if (opensMs < nowMs) errors.opensAt = "cycle-opens-past";
  if (closesMs <= opensMs) errors.closesAt = "cycle-closes-before";
  else if (closesMs - opensMs > MOST_DAYS * DAY_MS) errors.closesAt = "cycle-too-long";
  const wait = daysBetween(closesOn, handOverDay);
  if (wait < 0) errors.handOverDay = "cycle-hands-over-before";
  else if (wait > MOST_DAYS) errors.handOverDay = "cycle-too-long";
  return errors;
}

/** What growers expect to bring, from-to, in thousandths of the unit. */
export type Pledged = { fromMilli: number; toMilli: number };

export function pledgedTogether(pledges: readonly Pledged[]): Pledged {
  return {
    fromMilli: pledges.reduce((all, each) => all + each.fromMilli, 0),
    toMilli: pledges.reduce((all, each) => all + each.toMilli, 0),
  };
}

export type CycleProgress = {
  orderedMilli: number;
  /** The most that can be ordered: what is pledged at most, and what may wait beyond that. */
  mostMilli: number;
  /** Ordered beyond what is pledged at most: it waits for a heavy crop. */
  waitingMilli: number;
  /** What is still missing to go; 0 when the minimum is met. */
  toMinimumMilli: number;
};

/** How full a cycle is; all quantities are thousandths of the unit. */
export function cycleProgress({
  orderedMilli,
  pledged,
  minimumMilli,
  mayWaitMilli,
}: {
  orderedMilli: number;
  pledged: Pledged;
  minimumMilli: number;
  mayWaitMilli: number;
}): CycleProgress {
  return {
    orderedMilli,
    mostMilli: pledged.toMilli + mayWaitMilli,
    waitingMilli: Math.max(0, orderedMilli - pledged.toMilli),
    toMinimumMilli: Math.max(0, minimumMilli - orderedMilli),
  };
}
