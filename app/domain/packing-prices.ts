import { ANY_BOX, type Boxable, type Boxing, fitsOf, mostVolumetric, weightInBox } from "./parcel-catalogue.ts";
import { countedGrams, parcelCost, type Tariff, type Weight } from "./tariff.ts";

export type Load = Weight & {
  id: string;
  place?: string;
  /** The boxes that it may lie in with others, as {@link fitsOf} says; without it any. */
  fits?: number;
};

/** Some loads in one parcel, with their sums and what the carrier asks for it. */
export type Parcel<T extends Load> = { loads: T[]; grams: number; volumetricGrams: number; price: number };

/** The same loads, told which boxes they go into. */
export function withFits<T extends Load & Boxable>({ boxing }: Tariff, loads: readonly T[]): T[] {
  return boxing ? loads.map((load) => ({ ...load, fits: fitsOf(boxing, load) })) : [...loads];
}

/** The boxes that hold all of these; what travels by itself needs none, for it is packed already. */
export function fitsOfAll(loads: readonly Load[]): number {
  if (loads.length < 2) return ANY_BOX;
  let fits = ANY_BOX;
  for (const load of loads) fits &= load.fits ?? ANY_BOX;
  return fits;
}

export type Prices = {
  /** The price of any parcel in the cheapest of the boxes that it fits into, Infinity when it is too heavy or none holds it. */
  priceOf: (weight: Weight, fits?: number) => number;
  /** Whether the box has a say. */
  isBoxed: boolean;
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
  const plainly = (weight: Weight): number => {
    const grams = countedGrams(weight);
    if (grams > maxParcelGrams) return Number.POSITIVE_INFINITY;
    const steps = stepsOf(grams);
    const price = known[steps] ?? -1;
    if (price >= 0) return price;
    const computed = parcelCost(tariff, weight);
    known[steps] = computed;
    return computed;
  };
  const { boxing } = tariff;
  const inBoxes = boxing && priceInBoxes(boxing, plainly);
  return {
    priceOf: (weight, fits = ANY_BOX) => (fits === ANY_BOX || !inBoxes ? plainly(weight) : inBoxes(weight, fits)),
    isBoxed: boxing !== undefined,
    roomUpTo: (grams) => {
      if (tariff.perKg === 0) return Math.max(grams, maxParcelGrams);
      const steps = Math.max(stepsOf(grams), Math.floor(smallest / stepGrams));
      return Math.min(maxParcelGrams, Math.max(grams, steps * stepGrams + toleranceGrams));
    },
  };
}

const MOST_KNOWN = 100_000;

function priceInBoxes(boxing: Boxing, plainly: (weight: Weight) => number) {
  const boxes = boxing.boxes.map((box) => ({ box, maxGrams: box.maxGrams, most: mostVolumetric(box, boxing) }));
  return (weight: Weight, fits: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < boxes.length; at++) {
      const each = boxes[at];
      if (!each || !(fits & (1 << at)) || weight.grams > each.maxGrams || weight.volumetricGrams > each.most) continue;
      // Where the box is not counted, one is as good as another.
      if (!boxing.isCounted) return plainly(weight);
      least = Math.min(least, plainly(weightInBox(weight, each.box, boxing)));
    }
    return least;
  };
}

export function parcelOf<T extends Load>(loads: T[], { priceOf }: Prices): Parcel<T> {
  let grams = 0;
  let volumetricGrams = 0;
  for (const load of loads) {
    grams += load.grams;
    volumetricGrams += load.volumetricGrams;
  }
  return { loads, grams, volumetricGrams, price: priceOf({ grams, volumetricGrams }, fitsOfAll(loads)) };
}
