import { type Rupiah, rupiah, subtract, ZERO } from "./money.ts";
import type { PaymentMethod } from "./order.ts";

type Wish = { method: PaymentMethod; useCredit: "yes" | ""; creditSeen: number };

export type CreditChoice =
  /** `used` of the order's total is paid by credit, what is left of it by `method`; nothing is left where that is credit. */
  | { ok: true; used: Rupiah; method: PaymentMethod }
  /** There is less credit than was on the page; or too little for all of it; or the rest would be paid at a door. */
  | { ok: false; reason: "credit-changed" | "credit-too-little" | "credit-not-at-door" };

/**
 * How much of an order the buyer's credit pays: as much as there is and as is needed, in whole rupiah. Never less than what the page said
 * it would, for nobody is asked for more money than was seen.
 */
export function creditFor(total: Rupiah, balance: Rupiah, { method, useCredit, creditSeen }: Wish): CreditChoice {
  if (useCredit !== "yes" && method !== "credit") return { ok: true, used: ZERO, method };
  const used = rupiah(Math.max(0, Math.min(balance, total)));
  if (used < Math.min(creditSeen, total)) return { ok: false, reason: "credit-changed" };
  if (used === total) return { ok: true, used, method: "credit" };
  if (method === "credit") return { ok: false, reason: "credit-too-little" };
  if (used > 0 && method === "cash-on-delivery") return { ok: false, reason: "credit-not-at-door" };
  return { ok: true, used, method };
}

export type ProviderFee = { providerFeeBasisPoints: number; providerFeeTotal: number };

/**
 * A provider's fee on an order of which credit pays a part: it is asked on what goes through the provider, so each line bears it on that
 * part of its value. Of an order without credit it is basis points of 10,000.
 */
export function providerFeeOn(order: { total: Rupiah; creditUsed: Rupiah }, basisPoints: number): ProviderFee {
  const { total, creditUsed } = order;
  if (creditUsed === ZERO || total === ZERO) return { providerFeeBasisPoints: basisPoints, providerFeeTotal: 10_000 };
  const paid = subtract(total, creditUsed);
  const shared = commonDivisor(total, paid);
  return { providerFeeBasisPoints: basisPoints * (paid / shared), providerFeeTotal: 10_000 * (total / shared) };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
