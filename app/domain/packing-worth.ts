import type { Cover } from "./cover-program.ts";
import type { Load, Prices } from "./packing-prices.ts";
import { countedGrams, type Tariff, type Weight } from "./tariff.ts";

/** Loads of one weight; so many of them. */
export type Sort = Weight & { count: number };

/** Every parcel of at most so many counted grams, and more than the level before, costs at least this; just this, where it is one step. */
export type Level = { limit: number; cost: number; isOneStep: boolean };

const MOST_LEVELS = 80;
const MOST_UNITS = 4000;
/** How much of weight and of volume a table counts: the greater of the two is never less than any mixture of them. */
const MIXTURES = [0, 0.2, 0.4, 0.5, 0.6, 0.8, 1];

/** Loads as sorts: rounded down until there are few enough, which only makes them lighter; also which sort a load became. */
export function sortsOf(loads: readonly Load[], mostSorts: number): { sorts: Sort[]; sortOf: Map<string, number> } {
  for (let grain = 1; ; grain = Math.ceil(grain * 1.25)) {
    const sorts: Sort[] = [];
    const known = new Map<string, number>();
    const sortOf = new Map<string, number>();
    for (const load of loads) {
      const grams = Math.floor(load.grams / grain) * grain;
      const volumetricGrams = Math.floor(load.volumetricGrams / grain) * grain;
      const key = `${grams} ${volumetricGrams}`;
      const at = known.get(key) ?? sorts.push({ grams, volumetricGrams, count: 0 }) - 1;
      known.set(key, at);
      sortOf.set(load.id, at);
      const sort = sorts[at];
      if (sort) sort.count += 1;
      if (sorts.length > mostSorts) break;
    }
    if (sorts.length <= mostSorts) return { sorts, sortOf };
  }
}

/** The steps of a tariff that these loads can reach; of many small steps some are put together, at the price of the lowest. */
export function levelsOf(tariff: Tariff, { priceOf, roomUpTo }: Prices, sorts: readonly Sort[]): Level[] {
  const all = sorts.reduce((grams, sort) => grams + countedGrams(sort) * sort.count, 0);
  const most = Math.min(tariff.maxParcelGrams, all);
  const width = most / MOST_LEVELS;
  const levels: Level[] = [];
  for (let from = 0; from <= most; ) {
    const limit = Math.min(most, roomUpTo(Math.min(most, Math.floor(from + width))));
    const cost = priceOf({ grams: from, volumetricGrams: 0 });
    levels.push({ limit, cost, isOneStep: limit <= roomUpTo(from) });
    from = limit + 1;
  }
  return levels;
}

export type WorthTables = {
  unit: number;
  tables: { mixture: number; most: Float64Array }[];
  /** Weight and volume each for themselves, in coarser units: the most worth for so much of both. */
  square: { unit: number; side: number; most: Float64Array };
};

/**
 * For each mixture of weight and volume the most worth that so much of it can hold: no parcel of that limit holds more. Weights are rounded down to the unit, which again only lets more in.
 */
export function worthTables(sorts: readonly Sort[], worths: readonly number[], limit: number): WorthTables {
  const unit = Math.max(1, Math.ceil(limit / MOST_UNITS));
  const units = Math.floor(limit / unit) + 1;
  const tables = MIXTURES.map((mixture) => {
    const most = new Float64Array(units);
    let free = 0;
    for (const [at, sort] of sorts.entries()) {
      const size = Math.floor(mix(sort, mixture) / unit);
      const worth = worths[at] ?? 0;
      // What weighs nothing in this mixture can all be in.
      if (size === 0) free += worth * sort.count;
      else if (worth > 0) fillIn(most, { size, worth, count: Math.min(sort.count, Math.floor(units / size)) });
    }
    return { mixture, most: most.map((value) => value + free) };
  });
  return { unit, tables, square: squareOf(sorts, worths, limit) };
}

const SIDE = 250;

function squareOf(sorts: readonly Sort[], worths: readonly number[], limit: number): WorthTables["square"] {
  const unit = Math.max(1, Math.ceil(limit / SIDE));
  const side = Math.floor(limit / unit) + 1;
  const most = new Float64Array(side * side);
  let free = 0;
  for (const [at, sort] of sorts.entries()) {
    const worth = worths[at] ?? 0;
    const grams = Math.floor(sort.grams / unit);
    const volumetricGrams = Math.floor(sort.volumetricGrams / unit);
    if (grams + volumetricGrams === 0) free += worth * sort.count;
    else if (worth > 0) {
      const larger = Math.max(grams, volumetricGrams);
      for (let left = Math.min(sort.count, Math.floor(side / larger)), bundle = 1; left > 0; bundle *= 2) {
        const times = Math.min(bundle, left);
        left -= times;
        const back = times * (grams * side + volumetricGrams);
        for (let row = side - 1; row >= grams * times; row--)
          for (let at = row * side + side - 1; at >= row * side + volumetricGrams * times; at--) {
            const value = (most[at - back] ?? 0) + worth * times;
            if (value > (most[at] ?? 0)) most[at] = value;
          }
      }
    }
  }
  return { unit, side, most: most.map((value) => value + free) };
}

/** A sort of so many loads goes in as one, two, four … of them at once: every number of them can be made of these. */
function fillIn(most: Float64Array, { size, worth, count }: { size: number; worth: number; count: number }): void {
  for (let left = count, bundle = 1; left > 0; bundle *= 2) {
    const times = Math.min(bundle, left);
    left -= times;
    for (let room = most.length - 1; room >= size * times; room--) {
      const value = (most[room - size * times] ?? 0) + worth * times;
      if (value > (most[room] ?? 0)) most[room] = value;
    }
  }
}

function mix({ grams, volumetricGrams }: Weight, mixture: number): number {
  return mixture * grams + (1 - mixture) * volumetricGrams;
}

/** No filling with so much room left is worth more. */
function mostIn({ unit, tables, square }: WorthTables, grams: number, volumetricGrams: number): number {
  const row = Math.floor(grams / square.unit);
  let least = square.most[row * square.side + Math.floor(volumetricGrams / square.unit)] ?? 0;
  for (const { mixture, most } of tables) {
    const room = Math.floor((mixture * grams + (1 - mixture) * volumetricGrams + 1e-6) / unit);
    const value = most[room] ?? 0;
    if (value < least) least = value;
  }
  return least;
}

export type Search = {
  level: Level;
  sorts: readonly Sort[];
  worths: readonly number[];
  tables: WorthTables;
  /** The sorts to look at, best first. */
  order: readonly number[];
  /** Fillings worth no more than this are of no interest. */
  target: number;
  looks: number;
};

/** Fillings of a parcel that are worth more than the target, and a worth that no filling of this level exceeds. */
export function searchWorth({ level, sorts, worths, tables, order, target, looks }: Search): {
  most: number;
  found: Cover[];
} {
  const ceiling = mostIn(tables, level.limit, level.limit);
  if (ceiling <= target) return { most: target, found: [] };
  const found: Cover[] = [];
  const taken: number[] = [];
  let best = target;
  let left = looks;
  const visit = (from: number, grams: number, volumetricGrams: number, worth: number): void => {
    if (worth > best) {
      best = worth;
      found.push(coverOf(taken, level.cost));
    }
    for (let turn = from; turn < order.length && left > 0; turn++) {
      const at = order[turn] ?? 0;
      const sort = sorts[at];
      if (!sort || sort.grams > grams || sort.volumetricGrams > volumetricGrams) continue;
      left--;
      const more = worth + (worths[at] ?? 0);
      const room = { grams: grams - sort.grams, volumetricGrams: volumetricGrams - sort.volumetricGrams };
      if (more + mostIn(tables, room.grams, room.volumetricGrams) <= best) continue;
      let times = 0;
      for (let back = taken.length - 1; back >= 0 && taken[back] === at; back--) times++;
      if (times >= sort.count) continue;
      taken.push(at);
      visit(turn, room.grams, room.volumetricGrams, more);
      taken.pop();
    }
  };
  visit(0, level.limit, level.limit, 0);
  return { most: left > 0 ? best : Math.max(best, ceiling), found };
}

function coverOf(taken: readonly number[], cost: number): Cover {
  const counts = new Map<number, number>();
  for (const at of taken) counts.set(at, (counts.get(at) ?? 0) + 1);
  return { rows: [...counts.keys()], times: [...counts.values()], cost };
}
