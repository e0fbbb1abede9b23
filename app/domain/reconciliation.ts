import { z } from "zod";
import { add, negate, type Rupiah, subtract, sum, ZERO } from "./money.ts";
import type { ProviderView } from "./payment.ts";

/** A change of the balance that a provider holds for us, as it lists it. In whole rupiah, after its fee. */
export type ProviderMovement = {
  ref: string;
  /** Of a payment (its coming, a refund, a dispute), of a transfer to a group, on its way to our bank, or none of them. */
  kind: "of-payment" | "of-transfer" | "settlement" | "other";
  /** The provider's name for what moved it; null when it names none. */
  source: string | null;
  net: Rupiah;
};

/**
 * What a comparison may find: a payment that the books hold otherwise, one that is none of ours, the same of a transfer to a group, a
 * group's account that has received otherwise, money sent to our bank or sent back by it, anything else.
 */
export const DIFFERENCE_KINDS = [
  ...(["payment", "unknown-payment", "transfer", "unknown-transfer"] as const),
  ...(["group-account", "settlement", "bank-returned", "other"] as const),
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** By the provider's word and by our books: what each says was added to the balance, in whole rupiah. */
export type Difference = { kind: DifferenceKind; ref: string; theirs: Rupiah; ours: Rupiah };

export const COMPARISON_KINDS = ["waiting", "full"] as const;
export type ComparisonKind = (typeof COMPARISON_KINDS)[number];
export type Comparison = { kind: ComparisonKind; looked: number };

const MINUTE_MS = 60_000;
/** How often payments that wait are asked for, and how often all that moved is compared. */
export const COMPARE_EVERY_MS: Record<ComparisonKind, number> = { waiting: 15 * MINUTE_MS, full: 24 * 60 * MINUTE_MS };
/** How far back a comparison looks: a movement that was missed once is looked at seven times. */
export const COMPARE_BACK_MS = 7 * COMPARE_EVERY_MS.full;

/** What the provider holds for us of a payment by its own word: what came, less its fee, what went back, and what a bank took. */
export function heldOf({ status, paid, fee, refunds, disputes }: ProviderView): Rupiah {
  const refunded = sum(refunds.filter((each) => each.status === "succeeded").map((each) => each.amount));
  const disputed = sum(
    disputes.map((each) => subtract(add(each.taken, each.fee), add(each.returned, each.feeReturned))),
  );
  if (status !== "paid") return negate(add(refunded, disputed));
  return subtract(paid, add(fee?.amount ?? ZERO, add(refunded, disputed)));
}

export const DifferenceForm = z.object({
  intent: z.enum(["book-settlement", "settle-difference"]),
  differenceId: z.string().min(1).max(64),
  note: z.string().trim().max(300, { error: "too-long" }).default(""),
});
