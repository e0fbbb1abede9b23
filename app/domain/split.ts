import { add, basisPointsOf, type Rupiah, rupiah, subtract, sum, ZERO } from "./money.ts";
import { ProblemIn } from "./problem-in.ts";

/** One part of a division: `remainder` is the rupiah (0 or 1) that it got beyond its floor. */
export type Part = { amount: Rupiah; remainder: Rupiah };

/**
 * Divides whole rupiah by weights with the largest-remainder (Hamilton) method: each part gets its floor, and the rupiah that are left
 * go one each to the largest fractions, ties to the earlier weight. The parts sum to the total; a weight of zero gets nothing.
 * @param weights whole and not negative, at least one above zero; anything else throws, as does a negative total
 */
export function allocateParts(total: Rupiah, weights: readonly (number | bigint)[]): Part[] {
  if (total < 0) throw new RangeError(`cannot divide a negative amount: ${total}`);
  const shares = weights.map((weight) => {
    if ((typeof weight === "number" && !Number.isSafeInteger(weight)) || weight < 0)
      throw new RangeError(`not a whole, non-negative weight: ${weight}`);
    return BigInt(weight);
  });
  const all = shares.reduce((whole, share) => whole + share, 0n);
  if (all === 0n) throw new RangeError("no weight is above zero");
  const exact = shares.map((share, position) => {
    const product = BigInt(total) * share;
    return { position, floor: product / all, fraction: product % all };
  });
  const left = Number(BigInt(total) - exact.reduce((given, part) => given + part.floor, 0n));
  const first = exact
    .toSorted((a, b) => (a.fraction === b.fraction ? a.position - b.position : a.fraction > b.fraction ? -1 : 1))
    .slice(0, left);
  const topped = new Set(first.map((part) => part.position));
  return exact.map(({ position, floor }) => {
    const remainder = rupiah(topped.has(position) ? 1 : 0);
    return { amount: add(rupiah(Number(floor)), remainder), remainder };
  });
}

/** {@link allocateParts}, the amounts alone. */
export function allocate(total: Rupiah, weights: readonly (number | bigint)[]): Rupiah[] {
  return allocateParts(total, weights).map((part) => part.amount);
}

/**
 * What each party gives back when part of a sale is refunded: by what it still holds, never by dividing the rest anew, because largest
 * remainder is not monotone (a smaller total can raise a share). Nobody gives more than it holds, and refunds that add up to the sale
 * leave everybody at zero.
 * @param held what each party still holds, not negative; throws when the refund is above their sum
 */
export function takeBack(refund: Rupiah, held: readonly Rupiah[]): Rupiah[] {
  const all = sum(held);
  if (refund > all) throw new RangeError(`cannot take back ${refund} of ${all}`);
  if (refund === 0) return held.map(() => ZERO);
  return allocate(refund, held);
}

export type Deduction = { party: string } & ({ basisPoints: number } | { rupiah: Rupiah });

export type SplitInput = {
  amount: Rupiah;
  deductions: readonly Deduction[];
  shares: readonly { party: string; weight: number }[];
};

export type Split = {
  amount: Rupiah;
  deductions: { party: string; rupiah: Rupiah }[];
  shares: { party: string; rupiah: Rupiah }[];
  /** Who got a rupiah beyond the floor. */
  remainder: { party: string; rupiah: Rupiah }[];
};

/**
 * Takes the deductions off in order (a percentage is of the full amount, rounded half up, never more than is left) and divides the rest.
 * All parts sum to the amount. Throws {@link ProblemIn} with the field's name for input that has no answer.
 */
export function split(input: SplitInput): Split {
  if (input.amount < 0) throw new ProblemIn("amount", "must not be negative");
  const percentages = input.deductions.reduce((all, each) => all + ("basisPoints" in each ? each.basisPoints : 0), 0);
  if (percentages > 10_000) throw new ProblemIn("deductions", "the percentages sum to more than 10,000 basis points");
  if (!input.shares.some((share) => share.weight > 0)) throw new ProblemIn("shares", "no weight is above zero");

  let left = input.amount;
  const deductions = input.deductions.map((deduction, position) => {
    const taken = deductionFrom(input.amount, deduction, left, `deductions[${position}]`);
    left = subtract(left, taken);
    return { party: deduction.party, rupiah: taken };
  });
  const parts = allocateParts(
    left,
    input.shares.map((share) => share.weight),
  );
  const shares = input.shares.map(({ party }, position) => ({ party, rupiah: parts[position]?.amount ?? ZERO }));
  const remainder = input.shares
    .map(({ party }, position) => ({ party, rupiah: parts[position]?.remainder ?? ZERO }))
    .filter((part) => part.rupiah > 0);
  return { amount: input.amount, deductions, shares, remainder };
}

function deductionFrom(amount: Rupiah, deduction: Deduction, left: Rupiah, field: string): Rupiah {
  if ("rupiah" in deduction) {
    if (deduction.rupiah < 0) throw new ProblemIn(`${field}.rupiah`, "must not be negative");
    if (deduction.rupiah > left) throw new ProblemIn(`${field}.rupiah`, `only ${left} is left`);
    return deduction.rupiah;
  }
  if (deduction.basisPoints < 0) throw new ProblemIn(`${field}.basisPoints`, "must not be negative");
  return rupiah(Math.min(basisPointsOf(amount, deduction.basisPoints), left));
}
