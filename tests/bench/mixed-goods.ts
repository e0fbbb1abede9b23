import { rupiah } from "#app/domain/money.ts";
import type { Packable } from "#app/domain/packing.ts";
import { type CatalogueBox, inOrder, type Sides, sidesOf, sidesOfAll } from "#app/domain/parcel-catalogue.ts";
import { NO_EXTRAS, parcelCost, type Tariff, volumetricGrams } from "#app/domain/tariff.ts";

/** Goods as the groups sell them: grams, then length, width and height in centimetres, as packed. */
const GOODS = [
  [280, 30, 22, 10],
  [530, 28, 20, 5],
  [45, 7, 5, 4],
  [650, 28, 16, 22],
  [1900, 42, 30, 38],
  [1100, 25, 25, 32],
  [480, 32, 25, 6],
  [160, 26, 22, 14],
  [90, 20, 12, 3],
  [1050, 25, 20, 10],
  [175, 22, 16, 8],
  [1040, 26, 20, 12],
  [700, 30, 25, 9],
  [1150, 30, 25, 14],
  [220, 20, 12, 7],
  [360, 20, 15, 8],
  [300, 18, 12, 5],
  [1030, 24, 16, 8],
] as const;

/** Rp 38,000 a kilogram up to 300 g over it, in parcels of up to 30 kg. */
export const kilogramTariff: Tariff = {
  ...NO_EXTRAS,
  perKg: rupiah(38_000),
  perParcel: rupiah(0),
  minKg: 1,
  toleranceGrams: 300,
  stepGrams: 1000,
  maxParcelGrams: 30_000,
};

/** Rp 12,000 a kilogram and Rp 15,000 for each parcel's place on deck. */
export const boatTariff: Tariff = { ...kilogramTariff, perKg: rupiah(12_000), perParcel: rupiah(15_000) };

const card = { kind: "box", wallMm: 5, emptyGrams: 400 } as const;
const boxes: CatalogueBox[] = [
  { ...card, id: "small", name: "small", lengthMm: 300, widthMm: 200, heightMm: 200, maxGrams: 8000 },
  { ...card, id: "medium", name: "medium", lengthMm: 400, widthMm: 300, heightMm: 300, maxGrams: 18_000 },
  { ...card, id: "large", name: "large", lengthMm: 600, widthMm: 400, heightMm: 400, maxGrams: 30_000 },
  { ...card, id: "sack", name: "sack", kind: "sack", lengthMm: 1100, widthMm: 600, heightMm: 400, maxGrams: 50_000 },
];

/** The boat's, in the boxes that a hub keeps. */
export const boxTariff: Tariff = {
  ...boatTariff,
  boxing: { boxes: inOrder(boxes), volumeDivisor: 6000, isCounted: false },
};

/** Numbers from 0 to 1, the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Consignments of one to three kinds of goods, one to three of each, a little heavier or lighter than usual. */
export function drawMixed(count: number, random: () => number): Packable[] {
  return Array.from({ length: count }, (_, at) => {
    let [grams, volume] = [0, 0];
    const things: Sides[] = [];
    for (let kinds = 1 + Math.floor(random() * 3); kinds > 0; kinds--) {
      const [weight = 0, length = 0, width = 0, height = 0] = GOODS[Math.floor(random() * GOODS.length)] ?? [];
      const pieces = 1 + Math.floor(random() * 3);
      const size = { lengthMm: length * 10, widthMm: width * 10, heightMm: height * 10 };
      things.push(sidesOf(size));
      grams += Math.round(pieces * weight * (0.97 + random() * 0.06));
      volume += pieces * volumetricGrams(size, 6000);
    }
    if (Math.max(grams, volume) > kilogramTariff.maxParcelGrams) [grams, volume] = [1000, 1000];
    return { id: `c${String(at).padStart(5, "0")}`, grams, volumetricGrams: volume, sides: sidesOfAll(things) };
  });
}

export function pricedTogether(tariff: Tariff, loads: readonly Packable[]): number {
  let weight = { grams: 0, volumetricGrams: 0 };
  for (const load of loads)
    weight = { grams: weight.grams + load.grams, volumetricGrams: weight.volumetricGrams + load.volumetricGrams };
  return parcelCost(tariff, weight);
}
