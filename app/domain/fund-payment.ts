import { z } from "zod";
import { credit, debit, entry, group } from "./entry-draft.ts";
import { formKey, typedDay, typedMoney } from "./form-fields.ts";
import { mirrorOf, NETWORK, type NewEntry, type NewPosting } from "./ledger.ts";
import { type Rupiah, subtract, sum } from "./money.ts";
import { lineOfText } from "./plain-text.ts";
import type { SurplusContent, SurplusFundKey } from "./surplus-year.ts";

// What is paid out of the funds of a cooperative's surplus that are neither the reserve's nor the members'.

export const SPENT_FUNDS = [
  "officers",
  "staff",
  "education",
  "social",
  "development",
] as const satisfies SurplusFundKey[];
export type SpentFund = (typeof SPENT_FUNDS)[number];

export const FUND_PURPOSES = ["honorarium", "training", "aid", "event", "equipment", "other"] as const;
/** In cash out of the group's box, or by transfer out of what the network keeps for it. */
export const FUND_WAYS = ["cash", "transfer"] as const;
export type FundWay = (typeof FUND_WAYS)[number];
export const FUND_PAYMENT_STATES = ["asked", "paid", "refused", "reversal-asked", "reversed"] as const;
export type FundPaymentState = (typeof FUND_PAYMENT_STATES)[number];

/** What a treasurer writes of a payment out of a fund. */
export const FundPaymentForm = z.object({
  intent: z.literal("spend"),
  formKey,
  fund: z.enum(SPENT_FUNDS, "required"),
  purpose: z.enum(FUND_PURPOSES, "required"),
  amount: typedMoney({ from: 1 }),
  way: z.enum(FUND_WAYS, "required"),
  day: typedDay,
  counterpart: lineOfText({ max: 100 }),
  note: lineOfText({ max: 200, min: 0 }).default(""),
});

export const FundIntent = z.object({
  intent: z.enum(["spend", "approve", "refuse", "limit", "ask-reversal", "reverse", "keep"], "form-broken"),
});
/** The treasurer says which payment was wrong, and why. */
export const AskFundReversalForm = z.object({
  intent: z.literal("ask-reversal"),
  paymentId: z.string("required").min(1, "required").max(64, "form-broken"),
  why: lineOfText({ max: 200 }),
});
export const AnswerFundReversalForm = z.object({
  intent: z.enum(["reverse", "keep"], "form-broken"),
  paymentId: z.string().min(1, "form-broken").max(64, "form-broken"),
});
export const DecideFundForm = z.object({
  intent: z.enum(["approve", "refuse"], "form-broken"),
  paymentId: z.string().min(1, "form-broken").max(64, "form-broken"),
  reason: lineOfText({ max: 200, min: 0 }).default(""),
});
export const FundLimitForm = z.object({ intent: z.literal("limit"), limit: typedMoney({ from: 0 }) });

/** "DANA/2026/0007". Counts from 1 for each group and year, all funds together. */
export function fundPaymentNumber({ year, number }: { year: number; number: number }): string {
  return `DANA/${year}/${String(number).padStart(4, "0")}`;
}

/** What shared years put into a fund: its own part, unless it went to the reserve or the members; whole rupiah. */
export function putInto(fund: SpentFund, years: readonly Pick<SurplusContent, "funds">[]): Rupiah {
  const parts = years.flatMap(({ funds }) =>
    funds.filter((part) => part.key === fund && !part.isReserve && !part.isMembers),
  );
  return sum(parts.map((part) => part.rupiah));
}

export type FundProblem = "fund-holds-less" | "cash-box-short" | "pay-from-box" | "bank-short";

/**
 * Whether a fund can pay: never more than it holds, never more than is there. All in whole rupiah; `kept` is what the network keeps for the
 * group, `bank` what the network has at the bank.
 */
export function fundProblem(input: {
  amount: Rupiah;
  way: FundWay;
  holds: Rupiah;
  cashBox: Rupiah;
  kept: Rupiah;
  bank: Rupiah;
}): FundProblem | null {
  const { amount, way, holds, cashBox, kept, bank } = input;
  if (amount > holds) return "fund-holds-less";
  if (way === "cash") return amount > cashBox ? "cash-box-short" : null;
  if (amount > kept) return "pay-from-box";
  return amount > bank ? "bank-short" : null;
}

/** What is left of a fund. */
export function leftInFund({ put, paid }: { put: Rupiah; paid: Rupiah }): Rupiah {
  return subtract(put, paid);
}

type Paid = { paymentId: string; groupId: string; amount: Rupiah; way: FundWay };

/** A fund paid somebody: it has so much less, and so has the box or the bank. */
export function fundSpentEntry({ paymentId, groupId, amount, way }: Paid): NewEntry {
  const owner = group(groupId);
  return entry({
    ...{ book: groupId, kind: "fund-spent", key: fundSpentKey(paymentId), cause: ["fund-payment", paymentId] },
    postings: [
      debit("shu-fund", owner, amount),
      way === "cash" ? credit("cash-box", owner, amount) : credit("bank", NETWORK, amount),
    ],
  });
}

export function fundSpentKey(paymentId: string): string {
  return `fund-spent:${paymentId}`;
}

/** A payment out of a fund was wrong, and its money is back: the exact opposite of its entry, dated when it is agreed. */
export function fundReversedEntry(input: {
  paymentId: string;
  groupId: string;
  postings: readonly NewPosting[];
}): NewEntry {
  const { paymentId, groupId, postings } = input;
  return entry({
    ...{ book: groupId, kind: "fund-reversed", key: `fund-reversed:${paymentId}`, cause: ["fund-payment", paymentId] },
    postings: mirrorOf(postings),
  });
}
