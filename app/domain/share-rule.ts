import { ALL_SETS_UP_TO, costGame, shapleyParts } from "./cost-game.ts";
import type { Packable } from "./packing.ts";
import { pricesOf, withFits } from "./packing-prices.ts";
import { ANY_BOX } from "./parcel-catalogue.ts";
import { countedGrams, sendingCost, type Tariff } from "./tariff.ts";

/** How a run's bill is divided below the caps: all save the same percentage; by what each counts on the scale; by what each adds. */
export const SHARE_RULES = ["equal-saving", "by-weight", "by-addition"] as const;
export type ShareRule = (typeof SHARE_RULES)[number];

export type Weights = {
  /** Of each consignment, in the order of the input: the bill is divided in these proportions, nobody above the cap. */
  weights: bigint[];
  /** Not reckoned over all orders of arrival, but over some that were drawn. */
  isSampled: boolean;
};

/**
 * In which proportions a rule divides. equal-saving: the price alone (Frisk and others, European Journal of Operational Research 2010,
 * without its core). by-weight: counted grams. by-addition: Shapley's value of c*, exact up to {@link ALL_SETS_UP_TO}, sampled above.
 */
export function weightsBy(rule: ShareRule, tariff: Tariff, loads: readonly Packable[]): Weights {
  const whole = (weights: number[]): Weights => ({ weights: weights.map(BigInt), isSampled: false });
  if (rule === "equal-saving") return whole(loads.map((load) => sendingCost(tariff, load)));
  if (rule === "by-weight") return whole(loads.map(countedGrams));
  if (loads.length <= ALL_SETS_UP_TO)
    return { weights: shapleyParts(costGame(tariff, loads).cost, loads.length), isSampled: false };
  return { weights: sampledAdditions(tariff, loads), isSampled: true };
}

/** So many orders of arrival are drawn, fewer where many arrive: some tenths of a second. */
function arrivals(loads: number): number {
  return 2 * Math.max(50, Math.min(1000, Math.floor(1_000_000 / (loads * loads))));
}

/**
 * What each adds on average over orders of arrival that look drawn and are the same each time, each order also backwards. Whoever arrives goes where
 * the price rises least. Consignments that are alike get their mean, so that they pay alike.
 */
function sampledAdditions(tariff: Tariff, all: readonly Packable[]): bigint[] {
  const loads = withFits(tariff, all);
  const random = draws();
  const added = new Float64Array(loads.length);
  const order = loads.map((_, at) => at);
  for (let turn = arrivals(loads.length); turn > 0; turn -= 2) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    arrive(tariff, { loads, order, added });
    arrive(tariff, { loads, order: order.toReversed(), added });
  }
  const alike = new Map<string, number[]>();
  for (const [at, { grams, volumetricGrams, apart, fits }] of loads.entries()) {
    const kind = `${grams} ${volumetricGrams} ${apart ?? ""} ${fits ?? ""}`;
    alike.set(kind, [...(alike.get(kind) ?? []), at]);
  }
  const means = new Float64Array(loads.length);
  for (const same of alike.values())
    for (const at of same) means[at] = same.reduce((all, each) => all + (added[each] ?? 0), 0) / same.length;
  return Array.from(means, (mean) => BigInt(Math.round(mean)));
}

type Arrival = { loads: readonly Packable[]; order: readonly number[]; added: Float64Array };

function arrive(tariff: Tariff, { loads, order, added }: Arrival): void {
  const { priceOf } = pricesOf(tariff);
  const parcels: { grams: number; volumetricGrams: number; price: number; apart: string; fits: number }[] = [];
  for (const at of order) {
    const load = loads[at];
    if (!load) continue;
    const apart = load.apart ?? "";
    const { fits = ANY_BOX } = load;
    let least: number = sendingCost(tariff, load);
    let into: (typeof parcels)[number] | undefined;
    for (const parcel of parcels) {
      if (parcel.apart !== apart) continue;
      const together = {
        grams: parcel.grams + load.grams,
        volumetricGrams: parcel.volumetricGrams + load.volumetricGrams,
      };
      const more = priceOf(together, parcel.fits & fits) - parcel.price;
      if (more < least) [least, into] = [more, parcel];
    }
    added[at] = (added[at] ?? 0) + least;
    if (into) {
      into.grams += load.grams;
      into.volumetricGrams += load.volumetricGrams;
      into.price += least;
      into.fits &= fits;
    } else parcels.push({ grams: load.grams, volumetricGrams: load.volumetricGrams, price: least, apart, fits });
  }
}

/** Numbers from 0 to 1 that look drawn and are the same each time (mulberry32). */
function draws(): () => number {
  let state = 20_261_128;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
