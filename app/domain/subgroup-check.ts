import { ALL_SETS_UP_TO, type CostGame, costGame, countOf } from "./cost-game.ts";
import { CoverProgram } from "./cover-program.ts";
import { type Rupiah, rupiah } from "./money.ts";
import { cheapestPacking, type Packable } from "./packing.ts";
import type { Tariff } from "./tariff.ts";

export type SubgroupCheck = {
  /** Every subgroup was weighed, or only those of two and three, or of two: there are too many. */
  looked: "all" | "threes" | "pairs";
  /** Those who would save the most by travelling without the others; null when nobody would. */
  better: { ids: string[]; pays: Rupiah; apart: Rupiah } | null;
  /** No division at all would keep every subgroup content: the core is empty. Null where that was not reckoned. */
  isUnavoidable: boolean | null;
};

type Sharing = { tariff: Tariff; loads: readonly Packable[]; shares: ReadonlyMap<string, Rupiah> };

/**
 * Whether some of a run would pay less if they travelled without the others: Σ shares(S) above c*(S). Of several subgroups the one with the most to
 * gain, of equal ones the smallest, then the first. Rounding to whole kilograms can leave no division without one (Bondareva 1963,
 * Shapley 1967): then that is what a linear program says, and not the rule's fault.
 */
export function checkSubgroups({ tariff, loads, shares }: Sharing): SubgroupCheck {
  if (loads.length > ALL_SETS_UP_TO) return checkSmallOnes({ tariff, loads, shares });
  const game = costGame(tariff, loads);
  const all = 2 ** loads.length - 1;
  let best: { set: number; gain: number; pays: number } | undefined;
  for (let set = 1; set < all; set++) {
    let pays = 0;
    for (const [at, { id }] of loads.entries()) if (set & (1 << at)) pays += shares.get(id) ?? 0;
    const gain = pays - (game.cost[set] ?? 0);
    if (gain <= 0) continue;
    if (!best || gain > best.gain || (gain === best.gain && countOf(set) < countOf(best.set)))
      best = { set, gain, pays };
  }
  return {
    looked: "all",
    better: best
      ? {
          ids: loads.filter((_, at) => (best?.set ?? 0) & (1 << at)).map((load) => load.id),
          pays: rupiah(best.pays),
          apart: rupiah(best.pays - best.gain),
        }
      : null,
    isUnavoidable: best ? isCoreEmpty(game) : false,
  };
}

/**
 * Covering everybody once by subgroups, in parts if need be, costs less than all together: then no shares can sum to the whole and leave
 * every subgroup its own price (the dual of the core's linear program).
 */
export function isCoreEmpty({ players, parcel, cost }: CostGame): boolean {
  const all = cost[2 ** players - 1] ?? 0;
  const alone = Array.from({ length: players }, (_, at) => cost[1 << at] ?? 0);
  const program = new CoverProgram(
    alone.map(() => 1),
    alone,
  );
  // Subgroups that take one parcel are enough: all others are made of these.
  for (let set = 1; set < 2 ** players; set++) {
    const price = parcel[set] ?? 0;
    if (price === Number.POSITIVE_INFINITY || price > (cost[set] ?? 0)) continue;
    const rows = alone.map((_, at) => at).filter((at) => set & (1 << at));
    program.add({ rows, times: rows.map(() => 1), cost: price });
  }
  const isSolved = program.solve(5000);
  return isSolved && program.prices.reduce((worth, price) => worth + price, 0) < all - 0.5;
}

/** Up to so many, threes are looked at as well as pairs: some ten thousand. */
const THREES_UP_TO = 40;

function checkSmallOnes({ tariff, loads, shares }: Sharing): SubgroupCheck {
  const withThrees = loads.length <= THREES_UP_TO;
  let best: { ids: string[]; gain: number; pays: number } | undefined;
  const look = (some: readonly Packable[]): void => {
    const pays = some.reduce((all, load) => all + (shares.get(load.id) ?? 0), 0);
    const gain = pays - cheapestPacking(tariff, some).total;
    if (gain > 0 && (!best || gain > best.gain)) best = { ids: some.map((load) => load.id), gain, pays };
  };
  for (const [at, one] of loads.entries())
    for (const [between, other] of loads.slice(at + 1).entries()) {
      look([one, other]);
      if (withThrees) for (const third of loads.slice(at + 2 + between)) look([one, other, third]);
    }
  return {
    looked: withThrees ? "threes" : "pairs",
    better: best ? { ids: best.ids, pays: rupiah(best.pays), apart: rupiah(best.pays - best.gain) } : null,
    isUnavoidable: null,
  };
}
