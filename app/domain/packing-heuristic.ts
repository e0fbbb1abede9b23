import { chargeableGrams, countedGrams, parcelCost, type Tariff, type Weight } from "./tariff.ts";

export type Load = Weight & { id: string };
type Parcel<T extends Load> = { loads: T[]; grams: number; volumetricGrams: number; price: number };

/** The price of any parcel, Infinity when it is too heavy; a price is computed once for each step of the tariff. */
export function pricesOf(tariff: Tariff): (weight: Weight) => number {
  const known = new Map<number, number>();
  return (weight) => {
    const grams = countedGrams(weight);
    if (grams > tariff.maxParcelGrams) return Number.POSITIVE_INFINITY;
    const step = chargeableGrams(tariff, grams);
    const price = known.get(step) ?? parcelCost(tariff, weight);
    known.set(step, price);
    return price;
  };
}

/** Looking further than this many moves and swaps is not worth the wait at a checkout. */
const LOOKS = 400_000;

/**
 * A good packing for more loads than can be weighed exactly: from three beginnings (each alone, first fit by falling weight, cheapest fit
 * by falling weight) loads are moved and swapped between parcels while that saves money; the cheapest end wins, ties to the earlier
 * beginning with fewer parcels. Deterministic, and never dearer than each alone, where the first beginning starts.
 */
export function packNearly<T extends Load>(tariff: Tariff, loads: readonly T[]): T[][] {
  const priceFor = pricesOf(tariff);
  const falling = loads.toSorted((a, b) => countedGrams(b) - countedGrams(a));
  const beginnings = [
    falling.map((load) => parcelOf([load], priceFor)),
    fill(falling, priceFor, firstFit),
    fill(falling, priceFor, cheapestFit),
  ];
  let best: Parcel<T>[] | undefined;
  for (const beginning of beginnings) {
    const end = improve(beginning, priceFor);
    if (!best || isCheaper(end, best)) best = end;
  }
  return (best ?? []).map((parcel) => parcel.loads);
}

type PriceFor = (weight: Weight) => number;

function isCheaper(a: readonly Parcel<Load>[], b: readonly Parcel<Load>[]): boolean {
  const difference = totalOf(a) - totalOf(b);
  return difference < 0 || (difference === 0 && a.length < b.length);
}

function totalOf(parcels: readonly Parcel<Load>[]): number {
  return parcels.reduce((total, parcel) => total + parcel.price, 0);
}

function parcelOf<T extends Load>(loads: T[], priceFor: PriceFor): Parcel<T> {
  let grams = 0;
  let volumetricGrams = 0;
  for (const load of loads) {
    grams += load.grams;
    volumetricGrams += load.volumetricGrams;
  }
  return { loads, grams, volumetricGrams, price: priceFor({ grams, volumetricGrams }) };
}

/** The price of a parcel when some loads leave it and others join. */
function priceAfter(parcel: Parcel<Load>, change: { out?: Load; into?: Load }, priceFor: PriceFor): number {
  return priceFor({
    grams: parcel.grams - (change.out?.grams ?? 0) + (change.into?.grams ?? 0),
    volumetricGrams: parcel.volumetricGrams - (change.out?.volumetricGrams ?? 0) + (change.into?.volumetricGrams ?? 0),
  });
}

type Fit = (parcels: readonly Parcel<Load>[], load: Load, priceFor: PriceFor) => number;

/** Where the load goes: the position of a parcel, or -1 for one of its own. */
const firstFit: Fit = (parcels, load, priceFor) =>
  parcels.findIndex((parcel) => priceAfter(parcel, { into: load }, priceFor) < Number.POSITIVE_INFINITY);

const cheapestFit: Fit = (parcels, load, priceFor) => {
  let least = priceFor(load);
  let place = -1;
  for (const [position, parcel] of parcels.entries()) {
    const extra = priceAfter(parcel, { into: load }, priceFor) - parcel.price;
    if (extra < least) [least, place] = [extra, position];
  }
  return place;
};

function fill<T extends Load>(loads: readonly T[], priceFor: PriceFor, choose: Fit): Parcel<T>[] {
  const parcels: Parcel<T>[] = [];
  for (const load of loads) {
    const place = choose(parcels, load, priceFor);
    const chosen = parcels[place];
    if (chosen) parcels[place] = parcelOf([...chosen.loads, load], priceFor);
    else parcels.push(parcelOf([load], priceFor));
  }
  return parcels;
}

/** Merges, moves and swaps while one of them saves money; each look is counted, so it always ends. */
function improve<T extends Load>(beginning: readonly Parcel<T>[], priceFor: PriceFor): Parcel<T>[] {
  const looks = { left: LOOKS };
  let parcels = [...beginning];
  for (;;) {
    const step = findSaving(parcels, priceFor, looks);
    if (!step) return parcels;
    parcels = [...parcels.filter((parcel) => parcel !== step.a && parcel !== step.b), ...step.become].filter(
      (parcel) => parcel.loads.length > 0,
    );
  }
}

type Saving<T extends Load> = { a: Parcel<T>; b: Parcel<T>; become: Parcel<T>[] };

function findSaving<T extends Load>(
  parcels: readonly Parcel<T>[],
  priceFor: PriceFor,
  looks: { left: number },
): Saving<T> | undefined {
  for (const [position, a] of parcels.entries())
    for (const b of parcels.slice(position + 1)) {
      const saving = savingBetween(a, b, { priceFor, looks });
      if (saving) return saving;
      if (looks.left <= 0) return undefined;
    }
  return undefined;
}

type Search = { priceFor: PriceFor; looks: { left: number } };

function savingBetween<T extends Load>(a: Parcel<T>, b: Parcel<T>, search: Search): Saving<T> | undefined {
  const { priceFor, looks } = search;
  const now = a.price + b.price;
  const together = parcelOf([...a.loads, ...b.loads], priceFor);
  looks.left -= 1;
  if (together.price < now) return { a, b, become: [together] };
  // With "nothing" on either side a swap is a move.
  for (const out of [undefined, ...a.loads])
    for (const into of [undefined, ...b.loads]) {
      looks.left -= 1;
      const after = priceAfter(a, exchanged(out, into), priceFor) + priceAfter(b, exchanged(into, out), priceFor);
      if (after < now)
        return {
          a,
          b,
          become: [parcelOf(replaced(a.loads, out, into), priceFor), parcelOf(replaced(b.loads, into, out), priceFor)],
        };
    }
  return undefined;
}

function exchanged(out: Load | undefined, into: Load | undefined): { out?: Load; into?: Load } {
  return { ...(out && { out }), ...(into && { into }) };
}

function replaced<T extends Load>(loads: readonly T[], out: T | undefined, into: T | undefined): T[] {
  return [...loads.filter((load) => load !== out), ...(into ? [into] : [])];
}
