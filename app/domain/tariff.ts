import { add, type Rupiah, sum, times, ZERO } from "./money.ts";
import type { Boxing } from "./parcel-catalogue.ts";

/**
 * A carrier's price rule. One parcel of g grams is charged max(minKg × 1,000, stepGrams × ⌈(g − toleranceGrams) ÷ stepGrams⌉) grams. Those
 * within the first block cost its one price, those above it the price per kilogram; the fixed prices of a parcel come on top.
 */
export type Tariff = {
  /** Per 1,000 chargeable grams above the first block. */
  perKg: Rupiah;
  perParcel: Rupiah;
  /** What the boat's crew takes for carrying a parcel on board; beside perParcel, so that both can be shown. */
  boatFee: Rupiah;
  /** Chargeable grams that cost firstBlockFee, be it all of them or not; 0 where the first kilogram is priced like the others. */
  firstBlockGrams: number;
  firstBlockFee: Rupiah;
  minKg: number;
  toleranceGrams: number;
  stepGrams: number;
  /** The heaviest parcel the carrier takes, by the greater of weight and volumetric weight. */
  maxParcelGrams: number;
  /** What goods of several buyers are packed in; without it, in whatever holds them. */
  boxing?: Boxing;
};

/** Without a first block and a fee of the boat, as most carriers are. */
export const NO_EXTRAS = { boatFee: ZERO, firstBlockGrams: 0, firstBlockFee: ZERO } as const;

/** A tariff as goods with sizes need it. */
export type PricedTariff = Tariff & {
  /** cm³ per kilogram. */
  volumeDivisor: number;
  /** The longest side that the carrier takes, in millimetres; null where it says nothing of it. */
  maxSideMm: number | null;
};

export type Weight = { grams: number; volumetricGrams: number };

/** What a parcel counts as: the greater of weight and volumetric weight, in grams. */
export function countedGrams({ grams, volumetricGrams }: Weight): number {
  return Math.max(grams, volumetricGrams);
}

/** What these weigh together. */
export function gather(parcel: readonly Weight[]): Weight {
  return parcel.reduce<Weight>(
    (all, load) => ({
      grams: all.grams + load.grams,
      volumetricGrams: all.volumetricGrams + load.volumetricGrams,
    }),
    { grams: 0, volumetricGrams: 0 },
  );
}

/** The grams that a parcel of this many counted grams is charged for. */
export function chargeableGrams(tariff: Tariff, grams: number): number {
  const steps = Math.max(0, Math.ceil((grams - tariff.toleranceGrams) / tariff.stepGrams));
  return Math.max(tariff.minKg * 1000, tariff.stepGrams * steps);
}

/** What any parcel of this carrier costs, however light: its fixed prices, and the first block. */
export function parcelFee({ perParcel, boatFee, firstBlockFee }: Tariff): Rupiah {
  return sum([perParcel, boatFee, firstBlockFee]);
}

/** What the carrier asks for one parcel, the kilograms rounded half up. @throws RangeError when the parcel is heavier than the carrier takes */
export function parcelCost(tariff: Tariff, weight: Weight): Rupiah {
  const grams = countedGrams(weight);
  if (grams > tariff.maxParcelGrams) throw new RangeError(`${grams} g is more than a parcel may weigh`);
  const above = Math.max(0, chargeableGrams(tariff, grams) - tariff.firstBlockGrams);
  return add(times(tariff.perKg, above, 1000), parcelFee(tariff));
}

/**
 * What the carrier asks for goods that travel by themselves: one parcel, or as many as its heaviest parcel makes necessary, all full but
 * the last. Never throws, so that a page can show what a scale has said.
 */
export function sendingCost(tariff: Tariff, weight: Weight): Rupiah {
  const parcels = parcelsNeeded(tariff, weight);
  if (parcels === 1) return parcelCost(tariff, weight);
  const full = { grams: tariff.maxParcelGrams, volumetricGrams: 0 };
  const rest = { grams: countedGrams(weight) - (parcels - 1) * tariff.maxParcelGrams, volumetricGrams: 0 };
  return add(times(parcelCost(tariff, full), parcels - 1, 1), parcelCost(tariff, rest));
}

/** Into how many parcels of this carrier goods of this weight go at least. */
export function parcelsNeeded(tariff: Pick<Tariff, "maxParcelGrams">, weight: Weight): number {
  return Math.max(1, Math.ceil(countedGrams(weight) / tariff.maxParcelGrams));
}

export type Size = { lengthMm: number; widthMm: number; heightMm: number };

/** Volume as weight: cm³ ÷ divisor is kilograms, so mm³ ÷ divisor is grams; whole grams, rounded up. */
export function volumetricGrams({ lengthMm, widthMm, heightMm }: Size, volumeDivisor: number): number {
  const cubicMm = BigInt(lengthMm) * BigInt(widthMm) * BigInt(heightMm);
  const divisor = BigInt(volumeDivisor);
  return Number((cubicMm + divisor - 1n) / divisor);
}

/** The longest of three sides, in millimetres. */
export function longestSide({ lengthMm, widthMm, heightMm }: Size): number {
  return Math.max(lengthMm, widthMm, heightMm);
}

/** Whether one unit is longer, lying as it may, than the carrier takes. */
export function isTooLong(size: Size, tariff: Pick<PricedTariff, "maxSideMm">): boolean {
  return isSideTooLong(longestSide(size), tariff);
}

/** Whether a longest side, in millimetres, is more than the carrier takes; one that is not known is not. */
export function isSideTooLong(longestMm: number | null, { maxSideMm }: Pick<PricedTariff, "maxSideMm">): boolean {
  return maxSideMm !== null && longestMm !== null && longestMm > maxSideMm;
}

/** Longer than any boat's hold: ten metres. */
const MAX_SIDE_MM = 10_000;

/** Reads a side in centimetres, "120", "120,5" or "120 cm". @returns millimetres, or null when it is not above zero and up to ten metres */
export function parseSide(text: string): number | null {
  const match = /^(\d{1,4})(?:[.,](\d))?\s*(cm)?$/i.exec(text.trim());
  const side = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : 0;
  return side > 0 && side <= MAX_SIDE_MM ? side : null;
}
