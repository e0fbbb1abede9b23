import { type Rupiah, rupiah, subtract } from "./money.ts";
import { goodsValueOf } from "./sale-line.ts";
import { takeBack } from "./split.ts";

/** A sold line whose goods are weighed when they are packed. */
export type WeighedLine = {
  unitPrice: Rupiah;
  /** As ordered, thousandths of the unit. */
  quantityMilli: number;
  goodsValue: Rupiah;
};

/**
 * What a line is worth when so much of it was packed: the price can only go down, so what is over is the buyer's good luck.
 * @param packedMilli thousandths of the unit, above zero
 * @returns null when it would be worth nothing
 */
export function packedValue(line: WeighedLine, packedMilli: number): Rupiah | null {
  if (packedMilli >= line.quantityMilli) return line.goodsValue;
  const value = goodsValueOf({ price: line.unitPrice, quantityMilli: packedMilli });
  return value === null ? null : rupiah(Math.min(value, line.goodsValue));
}

/** Of a line's goods value, what was packed short; null as {@link packedValue}. */
export function missingOf(line: WeighedLine, packedMilli: number): Rupiah | null {
  const value = packedValue(line, packedMilli);
  return value === null ? null : subtract(line.goodsValue, value);
}

/**
 * What each party of a line's split goes without, in the order of the shares: the mirror of the missing part over the shares as they were
 * fixed at the sale. It depends on the whole that is missing alone, never on the steps in which it became known.
 */
export function missingShares(missing: Rupiah, shares: readonly { amount: Rupiah }[]): Rupiah[] {
  return takeBack(
    missing,
    shares.map((share) => share.amount),
  );
}

/** Less than half, or half as much again: more often a slip of the finger than a true weight, so it is asked once more. */
export function isFarOff(quantityMilli: number, packedMilli: number): boolean {
  return packedMilli * 2 < quantityMilli || packedMilli * 2 > quantityMilli * 3;
}
