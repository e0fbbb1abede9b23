import { dayInWib } from "./calendar-day.ts";
import { type ConsignmentState, MOVABLE_STATES } from "./consignment.ts";
import type { ConsignmentStep } from "./life-move.ts";
import { type Rupiah, subtract, sum } from "./money.ts";
import { cheapestPacking, type Packable } from "./packing.ts";
import type { Boxable } from "./parcel-catalogue.ts";
import type { Permission } from "./permissions.ts";
import type { FieldErrors } from "./result.ts";
import { sendingCost, type Tariff, type Weight } from "./tariff.ts";

export const RUN_STATES = [
  ...(["planned", "open", "locked", "packed"] as const),
  ...(["departed", "arrived", "settled", "cancelled"] as const),
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** In their order; what is packed can also be unpacked again. */
export const RUN_STEPS = ["open", "lock", "pack", "depart", "arrive", "settle", "unpack"] as const;
export type RunStep = (typeof RUN_STEPS)[number];

type Move = {
  from: RunState;
  to: RunState;
  /** Who may: the row in permissions.ts. */
  permission: Permission;
  /** What happens to the consignments that are ready for it; null when they stay as they are. */
  consignments: ConsignmentStep | null;
};

/** The whole life of a run. It opens on its day and locks at its cut-off by the clock; everything else is somebody's press. */
export const RUN_MOVES: Readonly<Record<RunStep, Move>> = {
  open: { from: "planned", to: "open", permission: "open-planned-run", consignments: null },
  lock: { from: "open", to: "locked", permission: "lock-run", consignments: null },
  pack: { from: "locked", to: "packed", permission: "pack-run", consignments: null },
  unpack: { from: "packed", to: "locked", permission: "unpack-run", consignments: null },
  depart: { from: "packed", to: "departed", permission: "depart-run", consignments: "depart" },
  arrive: { from: "departed", to: "arrived", permission: "arrive-run", consignments: "arrive" },
  settle: { from: "arrived", to: "settled", permission: "settle-run", consignments: null },
};

/** Where the step leads, or null when it cannot be taken from there. */
export function runAfter(state: RunState, step: RunStep): RunState | null {
  const move = RUN_MOVES[step];
  return move.from === state ? move.to : null;
}

/** The step that comes next for a run in this state, if any. */
export function nextRunStep(state: RunState): RunStep | null {
  return RUN_STEPS.find((step) => RUN_MOVES[step].from === state) ?? null;
}

/** The boat is still awaited: nothing has sailed, and nothing was called off. */
export const AWAITED_STATES = ["planned", "open", "locked", "packed"] as const satisfies readonly RunState[];

/** Its goods lie at the hub, and go into boxes and on board. */
export const LOADING_STATES = ["locked", "packed"] as const satisfies readonly RunState[];

/** Whether it waits no more: it has left, or was called off. */
export function hasLeft(state: RunState): boolean {
  return !AWAITED_STATES.some((each) => each === state);
}

/** Its room and its pick-up points can still be set otherwise. */
export const CHANGEABLE_STATES = ["planned", "open"] as const satisfies readonly RunState[];

export function isChangeable(state: RunState): boolean {
  return CHANGEABLE_STATES.some((each) => each === state);
}

export function isLoading(state: RunState): boolean {
  return LOADING_STATES.some((each) => each === state);
}

/** Whether its run has left without it. What is not paid yet waits for its money first. */
export function isLeftBehind({ state, runState }: { state: ConsignmentState; runState: RunState | null }): boolean {
  return runState !== null && hasLeft(runState) && state !== "waiting" && MOVABLE_STATES.some((each) => each === state);
}

/** "PB-261127-X7K": the day of departure by WIB, and a few letters of its own. @param departsMs milliseconds since 1970 */
export function runCode(departsMs: number, letters: string): string {
  return `PB-${dayInWib(departsMs).slice(2).replaceAll("-", "")}-${letters}`;
}

/** What is wrong with a new run's times, by field; null when they are in order. Moments come as milliseconds, for the rules know no calendar. */
export function problemsOfTimes({
  nowMs,
  cutOffMs,
  departsMs,
  opensMs = null,
}: {
  nowMs: number;
  cutOffMs: number;
  departsMs: number;
  /** Null: at once, or it is open already. */
  opensMs?: number | null;
}): FieldErrors | null {
  if (cutOffMs <= nowMs) return { cutOffAt: "cut-off-past" };
  if (departsMs <= cutOffMs) return { departsAt: "departs-before-cut-off" };
  if (opensMs !== null && opensMs >= cutOffMs) return { opensAt: "opens-too-late" };
  return null;
}

/** How long it still is, in whole days and hours, of the last hour in minutes; for people, so what has begun counts. */
export function hoursLeft(nowMs: number, thenMs: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.ceil((thenMs - nowMs) / 60_000));
  if (minutes < 60) return { days: 0, hours: 0, minutes };
  const hours = Math.floor(minutes / 60);
  return { days: Math.floor(hours / 24), hours: hours % 24, minutes: 0 };
}

/** Weight as the scale says once it is packed, else as it was ordered; grams. */
export function actualWeight(consignment: Weight & { packedGrams: number | null }): Weight {
  return { grams: consignment.packedGrams ?? consignment.grams, volumetricGrams: consignment.volumetricGrams };
}

/** Volumetric grams under another carrier's divisor (cm³ per kg), rounded up. */
export function reweighVolume({ grams, from, to }: { grams: number; from: number; to: number }): number {
  return from === to ? grams : Math.ceil((grams * from) / to);
}

/** Whether one parcel of this carrier can hold it. */
export function fitsTariff(tariff: Tariff, weight: Weight): boolean {
  return Math.max(weight.grams, weight.volumetricGrams) <= tariff.maxParcelGrams;
}

export type Carried = Weight & Boxable & { id: string; packedGrams: number | null; quote: Rupiah };

export type Manifest = {
  /** The ids in each box. */
  parcels: string[][];
  /** What the boat will cost, c*(N). */
  total: Rupiah;
  /** What all would cost sent one by one. */
  alone: Rupiah;
  /** No dearer than alone, ever. */
  saved: Rupiah;
  quotes: Rupiah;
};

/** As the planner takes it: what the scale says, what has to be kept apart, and what box it asks for. */
export function loadOf({ id, apart, sides, fragile, ...weight }: Omit<Carried, "quote">): Packable {
  return {
    ...{ id, ...actualWeight(weight) },
    ...(apart !== undefined && { apart }),
    ...(sides && { sides }),
    ...(fragile && { fragile }),
  };
}

/** How the consignments of a run go into boxes, on the weights known by now. */
export function manifestOf(tariff: Tariff, consignments: readonly Carried[]): Manifest {
  const loads = consignments.map(loadOf);
  const { parcels, total } = cheapestPacking(tariff, loads);
  const alone = sum(loads.map((load) => sendingCost(tariff, load)));
  return { parcels, total, alone, saved: subtract(alone, total), quotes: sum(consignments.map((each) => each.quote)) };
}

type OnTheQuay = {
  boxes: readonly { number: number; isLoaded: boolean }[];
  consignments: readonly { id: string; parcel: number | null; state: ConsignmentState }[];
};

/**
 * Of a run whose boxes are loaded one by one, the ids of consignments that lie at the hub and are not on board. A run that made no boxes
 * has none: there the hand-over is all that is asked.
 */
export function ashoreOf({ boxes, consignments }: OnTheQuay): string[] {
  if (boxes.length === 0) return [];
  const loaded = boxes.filter((box) => box.isLoaded).map((box) => box.number);
  const isOnBoard = (parcel: number | null): boolean => parcel !== null && loaded.includes(parcel);
  return consignments.filter((each) => each.state === "handed-over" && !isOnBoard(each.parcel)).map((each) => each.id);
}

type Packed = {
  boxes: readonly { number: number; weighedGrams: number | null }[];
  consignments: readonly { parcel: number | null; packedGrams: number | null; state: ConsignmentState }[];
};

/**
 * What keeps a run from being packed: how many consignments lie at the hub outside of every box, and the numbers of boxes whose weight
 * nobody knows, neither of the box nor of all that lies in it.
 */
export function packingGaps({ boxes, consignments }: Packed): { unboxed: number; unweighed: number[] } {
  const atHub = consignments.filter((each) => each.state === "handed-over");
  const unboxed = atHub.filter((each) => !boxes.some((box) => box.number === each.parcel)).length;
  const unweighed = boxes.filter(
    (box) => box.weighedGrams === null && atHub.some((each) => each.parcel === box.number && each.packedGrams === null),
  );
  return { unboxed, unweighed: unweighed.map((box) => box.number) };
}
