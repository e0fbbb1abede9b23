import { MAX_PRICE, type Rupiah, times } from "./money.ts";
import { type Size, volumetricGrams, type Weight } from "./tariff.ts";

/** What quotes and weights need of a variant, and how much of it is wanted. */
export type WantedGoods = Size & {
  price: Rupiah;
  /** Thousandths of the unit. */
  quantityMilli: number;
  /** Packed weight of one unit. */
  packedGrams: number;
};

/** The most different variants that one basket holds. */
export const MAX_BASKET_LINES = 50;

/** Weights are kept as whole grams below 2³¹; two thousand tonnes is no parcel anyway. */
const MAX_GRAMS = 2_000_000_000;

/**
 * Price × quantity, rounded half up to whole rupiah.
 * @returns null when it is nothing, or more than one line may be worth
 */
export function goodsValueOf({ price, quantityMilli }: Pick<WantedGoods, "price" | "quantityMilli">): Rupiah | null {
  if (BigInt(price) * BigInt(quantityMilli) > BigInt(MAX_PRICE) * 1000n) return null;
  const value = times(price, quantityMilli, 1000);
  return value > 0 ? value : null;
}

/**
 * What goods weigh when they are packed together, in grams: each line's unit weight and unit volume × quantity, rounded up.
 * @returns null beyond what a weight can hold
 */
export function packedWeight(goods: readonly WantedGoods[], volumeDivisor: number): Weight | null {
  let grams = 0;
  let volumetric = 0;
  for (const each of goods) {
    grams += Math.ceil((each.packedGrams * each.quantityMilli) / 1000);
    volumetric += Math.ceil((volumetricGrams(each, volumeDivisor) * each.quantityMilli) / 1000);
  }
  return grams <= MAX_GRAMS && volumetric <= MAX_GRAMS ? { grams, volumetricGrams: volumetric } : null;
}
