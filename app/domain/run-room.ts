import { cheapestPacking, type Packable } from "./packing.ts";
import type { FieldErrors } from "./result.ts";
import type { Tariff } from "./tariff.ts";

/** What a departure takes at most, in grams on the scale and in boxes; null where nobody set a limit. */
export type RunLimit = { maxGrams: number | null; maxParcels: number | null };

export const NO_LIMIT: RunLimit = { maxGrams: null, maxParcels: null };

type Load = { limit: RunLimit; tariff: Tariff; loads: readonly Packable[] };

/** Whether all of these have room on the departure: by their weight together, and by the boxes of their cheapest packing. */
export function hasRoom({ limit, tariff, loads }: Load): boolean {
  const { maxGrams, maxParcels } = limit;
  if (maxGrams !== null && gramsOf(loads) > maxGrams) return false;
  return maxParcels === null || cheapestPacking(tariff, loads).parcels.length <= maxParcels;
}

/** Whether not a gram more has room. */
export function isFull({ limit, tariff, loads }: Load): boolean {
  return !hasRoom({ limit, tariff, loads: [...loads, { id: "a-gram-more", grams: 1, volumetricGrams: 0 }] });
}

/** How many grams may still come aboard by weight; without a limit as many as one likes. */
export function gramsLeft({ maxGrams }: RunLimit, loads: readonly Packable[]): number {
  return maxGrams === null ? Number.POSITIVE_INFINITY : Math.max(0, maxGrams - gramsOf(loads));
}

function gramsOf(loads: readonly Packable[]): number {
  return loads.reduce((all, load) => all + load.grams, 0);
}

/** The pick-up points that a run serves: those that were named, else all of its zone; null where one named lies in another zone. */
export function pointsServed(named: readonly string[], ofZone: readonly string[]): string[] | null {
  if (named.length === 0) return [...ofZone];
  return named.every((id) => ofZone.includes(id)) ? [...new Set(named)] : null;
}

/** Where a room is too small for what was promised a place already, by field; empty when all has room. */
export function problemsOfRoom({ limit, tariff, loads }: Load): FieldErrors {
  const { maxGrams, maxParcels } = limit;
  return {
    ...(hasRoom({ limit: { maxGrams, maxParcels: null }, tariff, loads }) ? {} : { maxKg: "room-below-load" }),
    ...(hasRoom({ limit: { maxGrams: null, maxParcels }, tariff, loads }) ? {} : { maxParcels: "room-below-load" }),
  };
}

/** A run's room and pick-up points as one word, for a form to say what it was filled in for. */
export function roomSeen({ maxGrams, maxParcels, points }: RunLimit & { points: readonly string[] }): string {
  return [maxGrams, maxParcels, ...points.toSorted()].join(" ");
}
