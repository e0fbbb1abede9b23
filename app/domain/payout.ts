import { z } from "zod";
import { formKey, typedMoney } from "./form-fields.ts";
import type { Rupiah } from "./money.ts";

export const PAYOUT_METHODS = ["cash", "transfer"] as const;
export type PayoutMethod = (typeof PAYOUT_METHODS)[number];

const amount = typedMoney({ from: 1 });

/** What a treasurer enters when a member takes money home. */
export const PayOutForm = z.object({
  formKey,
  memberId: z.string().min(1, "required").max(64),
  amount,
  method: z.enum(PAYOUT_METHODS, "required"),
  reference: z.string().trim().max(100, "too-long").default(""),
});

/** What a treasurer enters when cash comes from the bank to the group's box. */
export const DrawCashForm = z.object({ formKey, amount });

/**
 * Whether a payout may be made: never more than is owed, never more than is there.
 * All in whole rupiah; `available` is the cash box for cash, the bank for a transfer. `kept` is what the network keeps for the group: what
 * a group has in its own box is paid out of that box, never out of a bank account that holds other groups' money too.
 */
export function payoutProblem(input: {
  amount: Rupiah;
  owed: Rupiah;
  /** What of that a buyer's complaint or dispute holds. */
  held: Rupiah;
  available: Rupiah;
  kept: Rupiah;
  method: PayoutMethod;
}): "more-than-owed" | "held-by-complaint" | "cash-box-short" | "bank-short" | "pay-from-box" | null {
  if (input.amount > input.owed) return "more-than-owed";
  if (input.amount > input.owed - input.held) return "held-by-complaint";
  if (input.method === "transfer" && input.amount > input.kept) return "pay-from-box";
  if (input.amount > input.available) return input.method === "cash" ? "cash-box-short" : "bank-short";
  return null;
}

/** Whether a group may draw cash: never more than is its own and its members' (less what its box holds), nor than the bank has. */
export function drawProblem(input: {
  amount: Rupiah;
  own: Rupiah;
  cashBox: Rupiah;
  bank: Rupiah;
}): "more-than-group-has" | "bank-short" | null {
  if (input.amount > input.own - input.cashBox) return "more-than-group-has";
  return input.amount > input.bank ? "bank-short" : null;
}
