import { type Cover, CoverProgram } from "./cover-program.ts";
import { type Rupiah, rupiah } from "./money.ts";
import type { Packable } from "./packing.ts";
import { lowerBoundOf } from "./packing-floor.ts";
import { pricesOf } from "./packing-prices.ts";
import { type Level, levelsOf, type Sort, searchWorth, sortsOf, worthTables } from "./packing-worth.ts";
import { countedGrams, type Tariff } from "./tariff.ts";

export type BoundEffort = {
  /** Loads are put together, as if they were a little lighter, until there are no more than so many sorts of them. */
  mostSorts: number;
  /** How often new ways to fill a parcel are looked for. */
  mostTurns: number;
  /** How many fillings are looked at in one turn, for each step of the tariff. */
  mostLooks: number;
};

/** Worths are counted in thousandths of a rupiah. */
const WORTH = 1000;

/**
 * A total that no packing can beat, as near as a linear program comes to it. Each load is given a worth; where no parcel can hold more
 * worth than ρ times its price, no packing costs less than the worth of all ÷ ρ (Farley, Operations Research 38, 1990). The worths are dual
 * prices of the set-covering program over fillings, which are searched for as long as they help. That ρ holds for every filling, also for
 * those never looked at, is proven by knapsack tables: the bound stands whatever the search came upon.
 * @param parcels a packing of the loads, by id, from which the search begins
 */
export function provenBound(tariff: Tariff, packed: Packed, effort: BoundEffort): Rupiah {
  return searchBound(tariff, packed, effort).bound;
}

type Packed = { loads: readonly Packable[]; parcels: readonly (readonly string[])[] };

/** The same with the program that it was found by, for whoever wants to solve that another way; null where none was needed. */
export function searchBound(
  tariff: Tariff,
  { loads, parcels }: Packed,
  effort: BoundEffort,
): { bound: Rupiah; program: CoverProgram | null } {
  const plain = lowerBoundOf(tariff, loads);
  // Without its box no parcel is dearer, so that a bound on parcels without boxes holds for those in boxes.
  const { boxing: _, ...rule } = tariff;
  const prices = pricesOf(rule);
  const { sorts, sortOf } = sortsOf(loads, effort.mostSorts);
  const levels = levelsOf(tariff, prices, sorts);
  if (loads.length === 0 || levels.some((level) => level.cost === 0)) return { bound: plain, program: null };
  const program = new CoverProgram(
    sorts.map((sort) => sort.count),
    sorts.map((sort) => prices.priceOf(sort)),
  );
  for (const exchange of exchangesOf(sorts)) program.add(exchange);
  for (const ids of parcels) program.add(fillingOf(ids.map((id) => sortOf.get(id) ?? 0)));
  function fillingOf(taken: readonly number[]): Cover {
    const counts = new Map<number, number>();
    let weight = { grams: 0, volumetricGrams: 0 };
    for (const at of taken) {
      const { grams = 0, volumetricGrams = 0 } = sorts[at] ?? {};
      weight = { grams: weight.grams + grams, volumetricGrams: weight.volumetricGrams + volumetricGrams };
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    return { rows: [...counts.keys()], times: [...counts.values()], cost: prices.priceOf(weight) };
  }

  const step = stepOf(levels);
  let best: number = plain;
  const grams = loads.reduce((all, load) => all + countedGrams(load), 0);
  let kept = sorts.map((sort) => (countedGrams(sort) * plain) / Math.max(1, grams));
  for (let turn = 0; turn < effort.mostTurns; turn++) {
    program.solve(20_000);
    let news = 0;
    // Prices jump about from turn to turn; halfway to the best known ones they are more often right (Wentges, 1997).
    for (const share of best > plain ? [0.7, 0.3, 0] : [0]) {
      const worths = Array.from(program.prices, (price, at) => {
        const blend = share * (kept[at] ?? 0) + (1 - share) * price;
        return Math.max(0, Math.floor(blend * WORTH));
      });
      const { ratio, found } = dearest({ levels, sorts, worths, looks: effort.mostLooks });
      const all = sorts.reduce((whole, sort, at) => whole + sort.count * (worths[at] ?? 0), 0);
      const bound = Math.ceil((all / WORTH / ratio / step) * (1 - 1e-9) - 1e-9) * step;
      if (bound > best) {
        best = bound;
        kept = worths.map((worth) => worth / WORTH / ratio);
      }
      for (const each of found)
        if (program.worthOf(each) > each.cost + 1e-6) {
          program.add(each);
          news++;
        }
      if (news > 0) break;
    }
    if (news === 0) break;
  }
  return { bound: rupiah(best), program };
}

/**
 * Room for a load is room for a lighter one. Told so beforehand, the program need not find each filling again with one load a little
 * lighter, and its prices jump about less (Valério de Carvalho, INFORMS Journal on Computing 17, 2005).
 */
function exchangesOf(sorts: readonly Sort[]): Cover[] {
  return sorts.flatMap((heavy, row) => {
    const lighter = sorts
      .map((light, at) => ({
        at,
        grams: heavy.grams - light.grams,
        volumetricGrams: heavy.volumetricGrams - light.volumetricGrams,
      }))
      .filter((each) => each.at !== row && each.grams >= 0 && each.volumetricGrams >= 0)
      .toSorted((a, b) => a.grams + a.volumetricGrams - b.grams - b.volumetricGrams);
    return lighter.slice(0, NEIGHBOURS).map(({ at }) => ({ rows: [at, row], times: [1, -1], cost: 0 }));
  });
}

const NEIGHBOURS = 6;
const NOTHING = { grams: 0, volumetricGrams: 0 };

/** The most worth for its price that any parcel can hold, and fillings that hold more than their price. */
function dearest({
  levels,
  sorts,
  worths,
  looks,
}: {
  levels: readonly Level[];
  sorts: readonly Sort[];
  worths: readonly number[];
  looks: number;
}): { ratio: number; found: Cover[] } {
  const density = (at: number): number =>
    (worths[at] ?? 0) / ((sorts[at]?.grams ?? 0) + (sorts[at]?.volumetricGrams ?? 0) + 1);
  const order = sorts.map((_, at) => at).toSorted((a, b) => density(b) - density(a));
  let ratio = 1;
  const found: Cover[] = [];
  // Tables of their own for the small parcels are exact to the gram, and hold nothing that does not fit in.
  const groups = [0, 1, 2, 4, 9, levels.length - 1].filter((last) => last < levels.length);
  let begun = 0;
  for (const last of groups) {
    const limit = levels[last]?.limit ?? 0;
    const fits = (at: number): boolean => countedGrams(sorts[at] ?? NOTHING) <= limit;
    const tables = worthTables(
      sorts,
      worths.map((worth, at) => (fits(at) ? worth : 0)),
      limit,
    );
    for (const level of levels.slice(begun, last + 1)) {
      const price = level.cost * WORTH;
      const search = searchWorth({ level, sorts, worths, tables, order: order.filter(fits), target: price, looks });
      ratio = Math.max(ratio, search.most / price);
      found.push(...search.found);
    }
    begun = Math.max(begun, last + 1);
  }
  return { ratio, found };
}

/** All prices are multiples of this, so that every total is; only whole rupiah where levels hide the prices between them. */
function stepOf(levels: readonly Level[]): number {
  if (levels.some((level) => !level.isOneStep)) return 1;
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  return levels.reduce((step, level) => common(step, level.cost), 0);
}
