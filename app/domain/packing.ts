import { type Rupiah, rupiah, sum } from "./money.ts";
import { lowerBoundOf } from "./packing-floor.ts";
import { packNearly } from "./packing-heuristic.ts";
import { fitsOfAll, pricesOf, withFits } from "./packing-prices.ts";
import { ANY_BOX, type Boxable } from "./parcel-catalogue.ts";
import { gather, parcelsNeeded, sendingCost, type Tariff, type Weight } from "./tariff.ts";

export type Packable = Weight &
  Boxable & {
    id: string;
    /** Which boxes it goes into with others; reckoned from the tariff's. */
    fits?: number;
    /** Where they go: of packings that cost the same, one that scatters no place over several parcels is taken. */
    place?: string;
  };

export type Packing = {
  total: Rupiah;
  /** The ids in each parcel, in a deterministic order: it depends on the ids, not on the order of the input. */
  parcels: string[][];
  /** No packing at all can cost less. */
  lowerBound: Rupiah;
  /** The total is proven to be the cheapest. */
  exact: boolean;
};

/** Up to here all partitions are weighed (3ⁿ steps, some 20 ms); above, a good packing is found and a bound proven. */
export const EXACT_UP_TO = 14;

/**
 * The cheapest way to put consignments into parcels: c*(N). Exact by dynamic programming over subsets up to {@link EXACT_UP_TO}; equal
 * totals go to what scatters the places least, to the fewest parcels, then to the lowest ids. Never dearer than sending each alone.
 * What has to be kept apart is packed for itself; what is heavier than a parcel fills several of its own, and is one entry of the outcome.
 * Where the tariff has boxes, several lie together only in one that holds them (parcel-catalogue.ts).
 * @throws RangeError for a repeated id, or a weight that is not whole grams
 */
export function cheapestPacking(tariff: Tariff, consignments: readonly Packable[]): Packing {
  const loads = withFits(tariff, consignments).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const [position, load] of loads.entries()) {
    if (loads[position + 1]?.id === load.id) throw new RangeError(`the consignment ${load.id} is there twice`);
    for (const weight of [load.grams, load.volumetricGrams])
      if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not whole grams: ${weight}`);
  }
  const heavy = loads.filter((load) => parcelsNeeded(tariff, load) > 1);
  const others = loads.filter((load) => !heavy.includes(load));
  const kinds = [...new Set(others.map((load) => load.apart ?? ""))].toSorted();
  return join([...heavy.map((load) => packAlone(tariff, load)), ...kinds.map((kind) => packOne(tariff, kind, others))]);
}

function packAlone(tariff: Tariff, load: Packable): Packing {
  const total = sendingCost(tariff, load);
  return { total, parcels: [[load.id]], lowerBound: total, exact: true };
}

/** The packing of all that is of one kind. */
function packOne(tariff: Tariff, kind: string, all: readonly Packable[]): Packing {
  const loads = all.filter((load) => (load.apart ?? "") === kind);
  const exact = loads.length <= EXACT_UP_TO;
  const parcels = exact ? packExactly(tariff, loads) : packNearly(tariff, loads);
  const total = priceOf(tariff, parcels);
  const lowerBound = exact ? total : lowerBoundOf(tariff, loads);
  return { total, parcels: parcels.map((parcel) => parcel.map((load) => load.id).toSorted()), lowerBound, exact };
}

function join(packings: readonly Packing[]): Packing {
  const parcels = packings.flatMap((packing) => packing.parcels);
  parcels.sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
  return {
    total: sum(packings.map((packing) => packing.total)),
    parcels,
    lowerBound: sum(packings.map((packing) => packing.lowerBound)),
    exact: packings.every((packing) => packing.exact),
  };
}

function priceOf(tariff: Tariff, parcels: readonly (readonly Packable[])[]): Rupiah {
  const prices = pricesOf(tariff);
  const price = (parcel: readonly Packable[]): number => prices.priceOf(gather(parcel), fitsOfAll(parcel));
  return rupiah(parcels.reduce((total, parcel) => total + price(parcel), 0));
}

/** A set of loads is a bit mask; best[set] is its cheapest total, first[set] the parcel that holds its lowest load. */
function packExactly(tariff: Tariff, loads: readonly Packable[]): Packable[][] {
  const sets = 2 ** loads.length;
  const price = pricesOfSets(tariff, loads);
  const scatter = scatterOfSets(loads);
  const best = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
  /** How the places are scattered, then how many parcels there are. */
  const count = new Int32Array(sets);
  const first = new Int32Array(sets);
  best[0] = 0;
  for (let set = 1; set < sets; set++) {
    const lowest = set & -set;
    const others = set ^ lowest;
    for (let mates = others; ; mates = (mates - 1) & others) {
      const parcel = mates | lowest;
      const total = (price[parcel] ?? 0) + (best[set ^ parcel] ?? 0);
      const parcels = (scatter[parcel] ?? 0) * 32 + 1 + (count[set ^ parcel] ?? 0);
      const known = best[set] ?? 0;
      const better =
        total < known ||
        (total === known &&
          (parcels < (count[set] ?? 0) || (parcels === count[set] && comesBefore(parcel, first[set] ?? 0))));
      if (better && total < Number.POSITIVE_INFINITY) {
        best[set] = total;
        count[set] = parcels;
        first[set] = parcel;
      }
      if (mates === 0) break;
    }
  }
  const parcels: Packable[][] = [];
  for (let set = sets - 1; set > 0; ) {
    const parcel = first[set] ?? set;
    parcels.push(loads.filter((_, position) => parcel & (1 << position)));
    set ^= parcel;
  }
  return parcels;
}

/** Whether the ascending list of a's members comes before that of b in the dictionary; a list comes before its own continuations. */
function comesBefore(a: number, b: number): boolean {
  const different = a ^ b;
  if (different === 0) return false;
  const lowest = different & -different;
  const above = ~(lowest - 1);
  return a & lowest ? (b & above) !== 0 : (a & above) === 0;
}

/** How many places each set of loads goes to. */
function scatterOfSets(loads: readonly Packable[]): Int8Array {
  const places = [...new Set(loads.map((load) => load.place ?? ""))];
  const mask = new Int32Array(2 ** loads.length);
  const scatter = new Int8Array(2 ** loads.length);
  for (let set = 1; set < mask.length; set++) {
    const top = 31 - Math.clz32(set);
    const place = 1 << places.indexOf(loads[top]?.place ?? "");
    const rest = set ^ (1 << top);
    mask[set] = (mask[rest] ?? 0) | place;
    scatter[set] = (scatter[rest] ?? 0) + ((mask[rest] ?? 0) & place ? 0 : 1);
  }
  return scatter;
}

function pricesOfSets(tariff: Tariff, loads: readonly Packable[]): Float64Array {
  const sets = 2 ** loads.length;
  const price = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
  const grams = new Float64Array(sets);
  const volumetric = new Float64Array(sets);
  const fits = new Int32Array(sets).fill(ANY_BOX);
  const { priceOf } = pricesOf(tariff);
  for (let set = 1; set < sets; set++) {
    const top = 31 - Math.clz32(set);
    const rest = set ^ (1 << top);
    grams[set] = (grams[rest] ?? 0) + (loads[top]?.grams ?? 0);
    volumetric[set] = (volumetric[rest] ?? 0) + (loads[top]?.volumetricGrams ?? 0);
    fits[set] = (fits[rest] ?? ANY_BOX) & (loads[top]?.fits ?? ANY_BOX);
    const weight = { grams: grams[set] ?? 0, volumetricGrams: volumetric[set] ?? 0 };
    price[set] = priceOf(weight, rest === 0 ? ANY_BOX : fits[set]);
  }
  return price;
}
