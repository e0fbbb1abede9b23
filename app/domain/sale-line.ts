import { MAX_PRICE, type Rupiah, times } from "./money.ts";
import { parcelsNeeded, type Size, type Tariff, volumetricGrams, type Weight } from "./tariff.ts";

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

/**
 * Whether goods travel in as few parcels as their weight makes necessary ({@link parcelsNeeded}): pieces, the heaviest first, each into the first
 * parcel with room. What is sold by the kilogram comes in pieces of one unit, and a rest.
 */
export function piecesFit(
  goods: readonly WantedGoods[],
  tariff: Pick<Tariff, "maxParcelGrams"> & { volumeDivisor: number },
): boolean {
  const weight = packedWeight(goods, tariff.volumeDivisor);
  if (!weight) return false;
  const needed = parcelsNeeded(tariff, weight);
  if (needed === 1) return true;
  if (needed > MOST_PARCELS) return false;
  const parcels = Array.from({ length: needed }, () => ({ grams: 0, volumetricGrams: 0 }));
  return piecesOf(goods, tariff.volumeDivisor).every((piece) => {
    const parcel = parcels.find(
      (each) =>
        each.grams + piece.grams <= tariff.maxParcelGrams &&
        each.volumetricGrams + piece.volumetricGrams <= tariff.maxParcelGrams,
    );
    if (!parcel) return false;
    parcel.grams += piece.grams;
    parcel.volumetricGrams += piece.volumetricGrams;
    return true;
  });
}

/** One buyer's goods of one group in more parcels than this are a matter for the group's own hands. */
const MOST_PARCELS = 20;
const MOST_PIECES = 5000;

function piecesOf(goods: readonly WantedGoods[], volumeDivisor: number): Weight[] {
  const pieces: Weight[] = [];
  for (const each of goods) {
    const unit = { grams: each.packedGrams, volumetricGrams: volumetricGrams(each, volumeDivisor) };
    for (let left = each.quantityMilli; left > 0 && pieces.length < MOST_PIECES; left -= 1000) {
      const part = Math.min(1000, left) / 1000;
      pieces.push({ grams: Math.ceil(unit.grams * part), volumetricGrams: Math.ceil(unit.volumetricGrams * part) });
    }
  }
  return pieces.toSorted(
    (a, b) => Math.max(b.grams, b.volumetricGrams) - Math.max(a.grams, a.volumetricGrams) || b.grams - a.grams,
  );
}
