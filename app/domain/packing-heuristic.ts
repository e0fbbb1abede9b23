import { type Load, type Parcel, type Prices, parcelOf, pricesOf } from "./packing-prices.ts";
import { regroup } from "./packing-regroup.ts";
import { ANY_BOX } from "./parcel-catalogue.ts";
import type { Tariff, Weight } from "./tariff.ts";

/**
 * A good packing for more loads than can be weighed exactly, from three beginnings: each load alone, the parcels filled to a step of the
 * tariff one after the other, and filled to the brim. Each is bettered by packing a few parcels anew at a time (packing-regroup.ts); the
 * cheapest end wins, ties to the earlier with fewer parcels. Deterministic, and never dearer than each alone, where the first begins.
 */
export function packNearly<T extends Load>(tariff: Tariff, loads: readonly T[]): T[][] {
  const prices = pricesOf(tariff);
  // All of one shape and nothing more: thousands of them are looked at again and again.
  const plain = loads.map((load) => {
    const { id, grams, volumetricGrams, fits = ANY_BOX, place = "" } = load;
    return { id, grams, volumetricGrams, fits, place, load };
  });
  const falling = plain.toSorted((a, b) => heft(b) - heft(a));
  const alone = falling.map((load) => parcelOf([load], prices));
  const beginnings = [fillSteps(falling, prices, tariff), fillToTheBrim(falling, prices, tariff)];
  const better = beginnings.reduce((best, each) => (isCheaper(each, best) ? each : best), alone);
  let best = regroup(better, prices);
  // Few loads leave time for a second opinion from another beginning.
  if (loads.length <= FEW)
    for (const beginning of [alone, ...beginnings]) {
      if (beginning === better) continue;
      const end = regroup(beginning, prices);
      if (isCheaper(end, best)) best = end;
    }
  return best.map((parcel) => parcel.loads.map((each) => each.load));
}

const FEW = 200;

function isCheaper(a: readonly Parcel<Load>[], b: readonly Parcel<Load>[]): boolean {
  const difference = totalOf(a) - totalOf(b);
  return difference < 0 || (difference === 0 && a.length < b.length);
}

function totalOf(parcels: readonly Parcel<Load>[]): number {
  return parcels.reduce((total, parcel) => total + parcel.price, 0);
}

/** How much of a parcel a load takes: what it counts as weighs more than what hides behind that. */
function heft({ grams, volumetricGrams }: Weight): number {
  return 3 * Math.max(grams, volumetricGrams) + Math.min(grams, volumetricGrams);
}

/** Each parcel is begun by the heaviest load left and filled up to the limit that carries its contents for the least money a gram. */
function fillSteps<T extends Load>(falling: readonly T[], prices: Prices, tariff: Tariff): Parcel<T>[] {
  const limits = limitsOf(tariff, prices);
  const open = [...falling];
  const parcels: Parcel<T>[] = [];
  while (open.length > 0) {
    let best: { chosen: number[]; rate: number } | undefined;
    for (const limit of limits) {
      const chosen = fillOne(open, limit, prices);
      if (!chosen) continue;
      const parcel = parcelOf(pick(open, chosen), prices);
      const rate = parcel.price / parcel.loads.reduce((all, load) => all + heft(load), 1);
      if (!best || rate < best.rate) best = { chosen, rate };
    }
    const chosen = best?.chosen ?? [0];
    parcels.push(parcelOf(pick(open, chosen), prices));
    for (const position of chosen.toReversed()) open.splice(position, 1);
  }
  return parcels;
}

function fillToTheBrim<T extends Load>(falling: readonly T[], prices: Prices, tariff: Tariff): Parcel<T>[] {
  const open = [...falling];
  const parcels: Parcel<T>[] = [];
  while (open.length > 0) {
    const chosen = fillOne(open, tariff.maxParcelGrams, prices) ?? [0];
    parcels.push(parcelOf(pick(open, chosen), prices));
    for (const position of chosen.toReversed()) open.splice(position, 1);
  }
  return parcels;
}

function pick<T>(all: readonly T[], positions: readonly number[]): T[] {
  return positions.flatMap((position) => all[position] ?? []);
}

/** The positions of the first load and of all that still fit beside it, heavy ones first; undefined when the first is too heavy. */
function fillOne(open: readonly Load[], limit: number, { isBoxed, priceOf }: Prices): number[] | undefined {
  const chosen: number[] = [];
  let grams = 0;
  let volumetricGrams = 0;
  let fits = ANY_BOX;
  for (let position = 0; position < open.length; position++) {
    const load = open[position];
    if (!load) break;
    if (grams + load.grams > limit || volumetricGrams + load.volumetricGrams > limit) {
      if (position === 0) return undefined;
      continue;
    }
    if (isBoxed) {
      const more = fits & (load.fits ?? ANY_BOX);
      const together = { grams: grams + load.grams, volumetricGrams: volumetricGrams + load.volumetricGrams };
      if (position > 0 && priceOf(together, more) === Number.POSITIVE_INFINITY) continue;
      fits = more;
    }
    chosen.push(position);
    grams += load.grams;
    volumetricGrams += load.volumetricGrams;
    if (grams >= limit || volumetricGrams >= limit) break;
  }
  return chosen;
}

/** A few limits worth filling up to: the tariff's first steps, its heaviest parcel and some between. */
function limitsOf({ maxParcelGrams }: Tariff, { roomUpTo }: Prices): number[] {
  const limits = new Set<number>();
  let last = roomUpTo(0);
  for (let step = 0; step < 5 && last < maxParcelGrams; step++) {
    limits.add(last);
    last = roomUpTo(last + 1);
  }
  for (const part of [0.25, 0.5, 1]) limits.add(roomUpTo(Math.floor(maxParcelGrams * part)));
  return [...limits].filter((limit) => limit > 0);
}
