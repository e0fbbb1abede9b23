import type { Packable } from "./packing.ts";
import { fitsOfAll, pricesOf, withFits } from "./packing-prices.ts";
import { gather, sendingCost, type Tariff } from "./tariff.ts";

/** So many are weighed in all their subsets: 3¹² steps. */
export const ALL_SETS_UP_TO = 12;

export type CostGame = {
  /** How many take part; a set of them is a bit mask, the first one the lowest bit. */
  players: number;
  /** In one parcel; Infinity where they do not go together. */
  parcel: Float64Array;
  /** c*(S), in the cheapest parcels. Rupiah; 0 for nobody. */
  cost: Float64Array;
};

/** What every set of these consignments would cost if it travelled without the others. @throws RangeError above {@link ALL_SETS_UP_TO} */
export function costGame(tariff: Tariff, loads: readonly Packable[]): CostGame {
  if (loads.length > ALL_SETS_UP_TO) throw new RangeError(`${loads.length} are too many to weigh every set of them`);
  const sets = 2 ** loads.length;
  const { priceOf } = pricesOf(tariff);
  const fitted = withFits(tariff, loads);
  const parcel = new Float64Array(sets);
  for (let set = 1; set < sets; set++) {
    const inside = fitted.filter((_, at) => set & (1 << at));
    const [first] = inside;
    if (inside.length === 1 && first) parcel[set] = sendingCost(tariff, first);
    else if (inside.some((each) => (each.apart ?? "") !== (first?.apart ?? ""))) parcel[set] = Number.POSITIVE_INFINITY;
    else parcel[set] = priceOf(gather(inside), fitsOfAll(inside));
  }
  return { players: loads.length, parcel, cost: cheapestOfSets(parcel) };
}

function cheapestOfSets(parcel: Float64Array): Float64Array {
  const cost = new Float64Array(parcel.length);
  for (let set = 1; set < parcel.length; set++) {
    const lowest = set & -set;
    const others = set ^ lowest;
    let least = Number.POSITIVE_INFINITY;
    for (let mates = others; ; mates = (mates - 1) & others) {
      least = Math.min(least, (parcel[mates | lowest] ?? 0) + (cost[others ^ mates] ?? 0));
      if (mates === 0) break;
    }
    cost[set] = least;
  }
  return cost;
}

/**
 * Shapley's value (Shapley, A value for n-person games, 1953): what each adds to the cost on average over all orders of arrival. Exact, as
 * whole numbers over n!; they sum to n! times the cost of all.
 * @param cost whole rupiah of every set, as in {@link CostGame}
 */
export function shapleyParts(cost: ArrayLike<number>, players: number): bigint[] {
  const factorial = [1n];
  for (let n = 1; n <= players; n++) factorial.push((factorial[n - 1] ?? 1n) * BigInt(n));
  const bySize = Array.from({ length: players }, () => new Float64Array(players));
  for (let set = 0; set < 2 ** players; set++) {
    const size = countOf(set);
    for (let one = 0; one < players; one++) {
      const row = bySize[one];
      if (set & (1 << one) || !row) continue;
      row[size] = (row[size] ?? 0) + (cost[set | (1 << one)] ?? 0) - (cost[set] ?? 0);
    }
  }
  // All marginal costs on sets of one size count alike: s! × (n − 1 − s)! orders of arrival each.
  return bySize.map((row) =>
    row.reduce(
      (all, added, size) => all + BigInt(added) * (factorial[size] ?? 1n) * (factorial[players - 1 - size] ?? 1n),
      0n,
    ),
  );
}

export function countOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
