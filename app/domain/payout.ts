import { z } from "zod";
import { formKey, typedMoney } from "./form-fields.ts";
import type { Rupiah } from "./money.ts";

/** From the group's box, from the network's bank, or from the group's own account at the card provider. */
export const PAYOUT_METHODS = ["cash", "transfer", "own-account"] as const;
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
export const DRAW_SOURCES = ["bank", "own-account"] as const;
export type DrawSource = (typeof DRAW_SOURCES)[number];

export const DrawCashForm = z.object({ formKey, amount, from: z.enum(DRAW_SOURCES).default("bank") });

type PayoutProblem =
  | "more-than-owed"
  | "held-by-complaint"
  | "cash-box-short"
  | "bank-short"
  | "own-account-short"
  | "pay-from-box";

const SHORT = { cash: "cash-box-short", transfer: "bank-short", "own-account": "own-account-short" } as const;

/**
 * Whether a payout may be made: never more than is owed, never more than is there.
 * All in whole rupiah; `available` is what is where it is paid from. `kept` is what the network keeps for the group: what
 * a group has in its own box or on its own account is paid out of there, never out of a bank account that holds other groups' money too.
 */
export function payoutProblem(input: {
  amount: Rupiah;
  owed: Rupiah;
  /** What of that a buyer's complaint or dispute holds. */
  held: Rupiah;
  available: Rupiah;
  kept: Rupiah;
  method: PayoutMethod;
}): PayoutProblem | null {
  if (input.amount > input.owed) return "more-than-owed";
  if (input.amount > input.owed - input.held) return "held-by-complaint";
  if (input.method === "transfer" && input.amount > input.kept) return "pay-from-box";
  return input.amount > input.available ? SHORT[input.method] : null;
}

/**
 * Whether a group may draw cash: from the network's bank never more than is its own and its members' (less what it has in its box and on
 * its account), nor than the bank has; from its own account never more than is there.
 */
export function drawProblem(input: {
  amount: Rupiah;
  own: Rupiah;
  cashBox: Rupiah;
  ownAccount: Rupiah;
  bank: Rupiah;
  from: DrawSource;
}): "more-than-group-has" | "bank-short" | "own-account-short" | null {
  if (input.from === "own-account") return input.amount > input.ownAccount ? "own-account-short" : null;
  if (input.amount > input.own - input.cashBox - input.ownAccount) return "more-than-group-has";
  return input.amount > input.bank ? "bank-short" : null;
}
