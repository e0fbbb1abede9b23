import { add, type Rupiah, subtract, ZERO } from "./money.ts";
import { valueOfQuantity } from "./refund.ts";
import { type LineShare, type SaleLine, splitSaleLine } from "./sale-split.ts";
import { takeBack } from "./split.ts";

/** A sold line of a cycle as it stands before the harvest is shared out. Quantities are thousandths of the unit. */
export type CycleLine = Omit<SaleLine, "contributions" | "lots"> & {
  /** What of it went back to the buyer before. */
  refundedMilli: number;
  refundedValue: Rupiah;
};

export type SettledShare = LineShare & {
  /** What this party gave back before; these sum to what went back of the line. */
  refunded: Rupiah;
  /** What it has once the shortage is taken back. */
  held: Rupiah;
};

/** What is still wanted of a line. */
export function wantedOf({ quantityMilli, refundedMilli }: Pick<CycleLine, "quantityMilli" | "refundedMilli">): number {
  return quantityMilli - refundedMilli;
}

/** What goes back to the buyer when only so much of the line is there: its part of what is left of the line, half up. */
export function shortValue(line: CycleLine, keptMilli: number): Rupiah {
  const wanted = wantedOf(line);
  return valueOfQuantity(
    { value: subtract(line.goodsValue, line.refundedValue), quantityMilli: wanted },
    wanted - keptMilli,
  );
}

/**
 * Divides a line anew by who really brought its goods, once that is known: until then it was divided by what growers pledged. The amounts sum
 * to the goods value as before; what went back before, and the shortage, are taken over them as any refund is, so that what buyers get back and
 * what growers have come out of one sum.
 */
export function settleLine(
  line: CycleLine,
  { keptMilli, broughtBy }: { keptMilli: number; broughtBy: Required<Pick<SaleLine, "contributions" | "lots">> },
): SettledShare[] {
  const { refundedMilli: _milli, refundedValue, ...sale } = line;
  const shares = splitSaleLine({ ...sale, ...broughtBy });
  const refunded = takeBack(
    refundedValue,
    shares.map((share) => share.amount),
  );
  const before = shares.map((share, at) => subtract(share.amount, refunded[at] ?? ZERO));
  const short = takeBack(shortValue(line, keptMilli), before);
  return shares.map((share, at) => ({
    ...share,
    refunded: refunded[at] ?? ZERO,
    held: subtract(before[at] ?? ZERO, short[at] ?? ZERO),
  }));
}

/** What each grower has of all lines together, by member. */
export function growersHold(lines: readonly (readonly SettledShare[])[]): Map<string, Rupiah> {
  const held = new Map<string, Rupiah>();
  for (const { memberId, held: amount } of lines.flat())
    if (memberId !== null) held.set(memberId, add(held.get(memberId) ?? ZERO, amount));
  return held;
}

/** What a preview showed, as its form carries it. */
export function seenSettlement({
  cropMilli,
  keptMilli,
  shortTotal,
}: Record<"cropMilli" | "keptMilli" | "shortTotal", number>) {
  return `${cropMilli}:${keptMilli}:${shortTotal}`;
}
