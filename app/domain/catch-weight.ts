import { add, type Rupiah, rupiah, subtract, ZERO } from "./money.ts";
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

/**
 * As {@link missingShares}, of a line of which some went back to the buyer: what is newly missing is taken over what each party still holds,
 * so that nobody gives more than that.
 * @returns all that each goes without now
 */
export function moreMissing(
  newly: Rupiah,
  shares: readonly { amount: Rupiah; missing: Rupiah; refunded: Rupiah }[],
): Rupiah[] {
  const parts = takeBack(
    newly,
    shares.map((share) => subtract(subtract(share.amount, share.missing), share.refunded)),
  );
  return shares.map((share, at) => add(share.missing, parts[at] ?? ZERO));
}

/**
 * What of each taking was not there when the line was packed (largest remainder, ties to the earlier one), as its money is taken from the
 * shares. It depends on what was packed in the end alone. Quantities are thousandths of the unit.
 * @param takings what the line took of each delivery; what they lack to the line's quantity is stock that nobody's delivery stands behind,
 * which bears its part too
 */
export function shortTakings(
  line: { quantityMilli: number; packedMilli: number },
  takings: readonly { quantityMilli: number }[],
): number[] {
  const short = Math.max(0, line.quantityMilli - line.packedMilli);
  const taken = takings.map((taking) => taking.quantityMilli);
  const untraced = Math.max(0, line.quantityMilli - taken.reduce((all, each) => all + each, 0));
  if (short === 0) return taken.map(() => 0);
  // The one division that we have counts whole rupiah; whole thousandths are divided the same way.
  return takeBack(rupiah(short), [...taken, untraced].map(rupiah))
    .slice(0, taken.length)
    .map(Number);
}

/**
 * What of each taking goes back when so much of a line does (largest remainder, ties to the earlier one); quantities are thousandths of
 * the unit. What the takings lack to the line is stock that nobody's delivery stands behind, which bears its part too.
 */
export function returnedTakings(
  line: { quantityMilli: number; leftMilli: number },
  takings: readonly { leftMilli: number }[],
): number[] {
  const left = takings.map((taking) => taking.leftMilli);
  const traced = left.reduce((all, each) => all + each, 0);
  const untraced = Math.max(0, line.leftMilli - traced);
  const back = Math.min(line.quantityMilli, traced + untraced);
  return takeBack(rupiah(back), [...left, untraced].map(rupiah))
    .slice(0, left.length)
    .map(Number);
}

/** Less than half, or half as much again: more often a slip of the finger than a true weight, so it is asked once more. */
export function isFarOff(quantityMilli: number, packedMilli: number): boolean {
  return packedMilli * 2 < quantityMilli || packedMilli * 2 > quantityMilli * 3;
}
