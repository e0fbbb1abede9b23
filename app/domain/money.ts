/** Whole rupiah: a safe integer, possibly negative. Sums and differences go through the functions below, never through bare `+`. */
declare const rupiahBrand: unique symbol;
export type Rupiah = number & { readonly [rupiahBrand]: true };

/** The largest single amount that a form or a price may hold: Rp 1,000,000,000,000. */
export const MAX_PRICE = 1_000_000_000_000;

/** Accepts a whole number of rupiah; anything else is a broken invariant and throws. */
export function rupiah(amount: number): Rupiah {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of rupiah: ${amount}`);
  return (amount === 0 ? 0 : amount) as Rupiah;
}

export const ZERO = rupiah(0);

/** Adds any number of amounts; throws when the sum leaves the safe integers. */
export function sum(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0;
  for (const amount of amounts) total = rupiah(total + amount);
  return rupiah(total);
}

export function add(a: Rupiah, b: Rupiah): Rupiah {
  return rupiah(a + b);
}

export function subtract(a: Rupiah, b: Rupiah): Rupiah {
  return rupiah(a - b);
}

export function negate(a: Rupiah): Rupiah {
  return rupiah(-a);
}

/** amount × numerator ÷ denominator, rounded half up (half away from zero below zero); exact, by BigInt. */
export function times(amount: Rupiah, numerator: number, denominator: number): Rupiah {
  if (denominator <= 0) throw new RangeError("the denominator must be positive");
  const product = BigInt(amount) * BigInt(numerator);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + BigInt(denominator)) / (2n * BigInt(denominator));
  return rupiah(Number(product < 0n ? -rounded : rounded));
}

/** A share of an amount in basis points (1 % = 100), rounded half up. */
export function basisPointsOf(amount: Rupiah, basisPoints: number): Rupiah {
  return times(amount, basisPoints, 10_000);
}

/**
 * Reads an amount as people type it: "62000", "62.000", "Rp 62.000", "Rp62.000,-" or "62.000,00".
 * @returns the whole rupiah, or null when the text is not one amount of whole rupiah up to {@link MAX_PRICE}
 */
export function parseRupiah(text: string): Rupiah | null {
  const bare = text
    .trim()
    .replace(/^rp\.?\s*/i, "")
    .replace(/,(-|0{1,2})$/, "");
  if (!/^(\d{1,16}|\d{1,3}(\.\d{3}){1,5})$/.test(bare)) return null;
  const amount = Number(bare.replaceAll(".", ""));
  return amount <= MAX_PRICE ? rupiah(amount) : null;
}
