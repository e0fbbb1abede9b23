import { dayInWib } from "./calendar-day.ts";
import type { Passage } from "./checkout.ts";
import { type ConsignmentState, MOVABLE_STATES } from "./consignment.ts";
import type { Held, HeldLine, HeldShipping } from "./refund.ts";
import type { FieldErrors } from "./result.ts";
import { AWAITED_STATES, actualWeight, fitsTariff, problemsOfTimes, type RunState, reweighVolume } from "./run.ts";
import { isSideTooLong, longestSide, type PricedTariff, type Size, type Weight } from "./tariff.ts";
import { freshnessOf, type Travels } from "./travel.ts";

/** What can become of a sailing besides going its way: it is put off to a later day, or called off. */
export const RUN_CHANGES = ["postponed", "cancelled"] as const;
export type RunChange = (typeof RUN_CHANGES)[number];

/** From where. A run that is put off stays what it is: boxes that are made are made. */
export const CHANGES_FROM = {
  postponed: AWAITED_STATES,
  cancelled: AWAITED_STATES,
} as const satisfies Record<RunChange, readonly RunState[]>;

/** Whether a run in this state can be put off, or called off. */
export function mayChangeRun(state: RunState, change: RunChange): boolean {
  return CHANGES_FROM[change].some((from) => from === state);
}

type Postponing = { nowMs: number; cutOffMs: number; departsMs: number; departsWasMs: number; opensMs: number | null };

/** What is wrong with a later day for a sailing, by field; null when it is in order. Moments in milliseconds. */
export function problemsOfPostponing({ departsWasMs, ...times }: Postponing): FieldErrors | null {
  const wrong = problemsOfTimes(times);
  if (wrong) return wrong.opensAt ? { cutOffAt: wrong.opensAt } : wrong;
  return times.departsMs <= departsWasMs ? { departsAt: "departs-not-later" } : null;
}

/** What a buyer says to the new day; who says nothing stays. */
export const SAILING_ANSWERS = ["open", "stays", "left"] as const;
export type SailingAnswer = (typeof SAILING_ANSWERS)[number];

type Asked = {
  answer: SailingAnswer;
  state: ConsignmentState;
  runState: RunState | null;
  cutOffMs: number | null;
  nowMs: number;
};

/** Whether the buyer may still choose: until the cut-off of the run it goes with now, and as long as it waits for one. Milliseconds. */
export function mayAnswer({ answer, state, runState, cutOffMs, nowMs }: Asked): boolean {
  if (answer === "left" || !MOVABLE_STATES.some((each) => each === state)) return false;
  if (runState === "cancelled") return true;
  return runState !== null && mayChangeRun(runState, "cancelled") && cutOffMs !== null && nowMs < cutOffMs;
}

const DAY_MS = 86_400_000;

/** Moments in milliseconds. */
export type Sailing = { cutOffMs: number; departsMs: number; daysUnderWay: number };

/** The days on which goods for a sailing are handed over at the latest and arrive, YYYY-MM-DD in WIB. Moments in milliseconds. */
export function daysOfSailing({ cutOffMs, departsMs, daysUnderWay }: Sailing): Pick<Passage, "leavesOn" | "arrivesOn"> {
  return { leavesOn: dayInWib(cutOffMs), arrivesOn: dayInWib(departsMs + daysUnderWay * DAY_MS) };
}

export type Perishable = {
  name: string;
  /** Good for so many days after they were harvested or made; null for goods that keep. */
  shelfDays: number | null;
  /** A harvest's last day, YYYY-MM-DD. */
  harvestUntil: string | null;
};

type Keeping = {
  goods: readonly Perishable[];
  /** When they were packed, in milliseconds; null while they can still be made fresh. */
  packedMs: number | null;
  /** Null while no sailing is known. */
  sailing: Sailing | null;
};

/** The names of goods that may not keep until this sailing arrives, each once. Of an unknown day all that spoil at all. */
export function spoilingGoods({ goods, packedMs, sailing }: Keeping): string[] {
  const days = sailing && daysOfSailing(sailing);
  const packedOn = packedMs === null ? null : dayInWib(packedMs);
  const names = goods.flatMap(({ name, ...each }) => {
    if (each.shelfDays === null) return [];
    return days === null || freshnessOf({ ...each, packedOn }, days)?.state === "spoils" ? [name] : [];
  });
  return [...new Set(names)];
}

/** A consignment that has to find another run. */
export type Rebooking = Weight & {
  packedGrams: number | null;
  /** Of the carrier it was weighed for. */
  volumeDivisor: number;
  maxParcelGrams: number;
  /** As it was measured when packed; null where the goods' own sizes say it. */
  packedSideMm: number | null;
  goods: readonly (Size & { travels: Travels; fragile?: boolean })[];
};

export type RunToJoin = { tariff: PricedTariff; keepsCold: boolean };

export type JoinProblem = "consignment-not-cold" | "consignment-too-long" | "consignment-too-heavy";

/**
 * How voluminous a consignment is for another run's carrier, in grams; or why that run cannot take it: it needs cold that is not there, is
 * too long or too heavy. What needs several parcels finds them with a carrier whose parcels are no smaller.
 */
export function fitInRun(
  part: Rebooking,
  { tariff, keepsCold }: RunToJoin,
): { ok: true; volumetricGrams: number } | { ok: false; reason: JoinProblem } {
  if (!keepsCold && part.goods.some((each) => each.travels === "chilled"))
    return { ok: false, reason: "consignment-not-cold" };
  const sides = part.packedSideMm === null ? part.goods.map(longestSide) : [part.packedSideMm];
  if (sides.some((side) => isSideTooLong(side, tariff))) return { ok: false, reason: "consignment-too-long" };
  const to = tariff.volumeDivisor;
  const volumetricGrams = reweighVolume({ grams: part.volumetricGrams, from: part.volumeDivisor, to });
  const isNoSmaller = tariff.maxParcelGrams >= part.maxParcelGrams;
  if (isNoSmaller || fitsTariff(tariff, actualWeight({ ...part, volumetricGrams })))
    return { ok: true, volumetricGrams };
  return { ok: false, reason: "consignment-too-heavy" };
}

type Whole = { lines: readonly HeldLine[]; shipping: readonly HeldShipping[] };

/**
 * What goes back to a buyer who takes some parts out of an order: their goods and their shipping, and the door fee when nothing else is
 * left of it.
 */
export function heldOfParts({ lines, shipping }: Whole, consignmentIds: readonly string[]): Held {
  const own = lines.filter((line) => consignmentIds.includes(line.consignmentId));
  const isWhole = own.length === lines.length;
  const isOwn = ({ consignmentId }: HeldShipping): boolean =>
    consignmentId === null ? isWhole : consignmentIds.includes(consignmentId);
  return { lines: own, shipping: shipping.filter((part) => part.from === "shipping-held" && isOwn(part)), isWhole };
}
