import { countedGrams, parcelCost, type Tariff, type Weight } from "./tariff.ts";

export type Load = Weight & { id: string; place?: string };

/** Some loads in one parcel, with their sums and what the carrier asks for it. */
export type Parcel<T extends Load> = { loads: T[]; grams: number; volumetricGrams: number; price: number };

export type Prices = {
  /** The price of any parcel, Infinity when it is too heavy. */
  priceOf: (weight: Weight) => number;
  /** The most counted grams that cost no more than these do. */
  roomUpTo: (grams: number) => number;
};

/** A tariff for many questions: a price is computed once for each of its steps. */
export function pricesOf(tariff: Tariff): Prices {
  const { stepGrams, toleranceGrams, maxParcelGrams } = tariff;
  // All parcels up to here cost the same.
  const smallest = Math.max(tariff.minKg * 1000, tariff.firstBlockGrams);
  const known = new Float64Array(Math.min(MOST_KNOWN, Math.ceil(maxParcelGrams / stepGrams) + 1)).fill(-1);
  const stepsOf = (grams: number): number => Math.max(0, Math.ceil((grams - toleranceGrams) / stepGrams));
  return {
    priceOf: (weight) => {
      const grams = countedGrams(weight);
      if (grams > maxParcelGrams) return Number.POSITIVE_INFINITY;
      const steps = stepsOf(grams);
      const price = known[steps] ?? -1;
      if (price >= 0) return price;
      const computed = parcelCost(tariff, weight);
      known[steps] = computed;
      return computed;
    },
    roomUpTo: (grams) => {
      if (tariff.perKg === 0) return Math.max(grams, maxParcelGrams);
      const steps = Math.max(stepsOf(grams), Math.floor(smallest / stepGrams));
      return Math.min(maxParcelGrams, Math.max(grams, steps * stepGrams + toleranceGrams));
    },
  };
}

const MOST_KNOWN = 100_000;

export function parcelOf<T extends Load>(loads: T[], { priceOf }: Prices): Parcel<T> {
  let grams = 0;
  let volumetricGrams = 0;
  for (const load of loads) {
    grams += load.grams;
    volumetricGrams += load.volumetricGrams;
  }
  return { loads, grams, volumetricGrams, price: priceOf({ grams, volumetricGrams }) };
}
