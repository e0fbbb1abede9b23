import { z } from "zod";
import { formKey, typedDay, typedMoney } from "./form-fields.ts";
import { parseRupiah, type Rupiah } from "./money.ts";
import { BATCH_KINDS, DRAW_SOURCES, PAYOUT_APPROVALS, PAYOUT_METHODS } from "./payout.ts";
import { parsePercent } from "./percent.ts";
import { lineOfText, someText } from "./plain-text.ts";

const id = z.string().min(1, "required").max(64);
const note = lineOfText({ max: 200, min: 0 }).default("");
const reason = lineOfText({ max: 200 });
const method = z.enum(PAYOUT_METHODS, "required");

/** What a treasurer enters when a member takes money home. */
export const PayOutForm = z.object({
  formKey,
  memberId: id,
  amount: typedMoney({ from: 1 }),
  method,
  reference: z.string().trim().max(100, "too-long").default(""),
});

/** What a treasurer enters when cash comes from the bank to the group's box. */
export const DrawCashForm = z.object({
  formKey,
  amount: typedMoney({ from: 1 }),
  from: z.enum(DRAW_SOURCES).default("bank"),
});

/** Money that may be left out. */
const optionalMoney = z
  .string()
  .max(30, { error: "not-money" })
  .default("")
  .transform((text, context): Rupiah | null => {
    if (text.trim() === "") return null;
    const read = parseRupiah(text);
    if (read !== null && read > 0) return read;
    context.addIssue({ code: "custom", message: "not-money" });
    return z.NEVER;
  });

/** "10 %" is a part of each, "25.000" an amount of each; nothing is null. */
const partOrAmount = z
  .string()
  .max(30, { error: "part-or-amount" })
  .default("")
  .transform((text, context): { basisPoints: number } | { amount: Rupiah } | null => {
    if (text.trim() === "") return null;
    const basisPoints = text.includes("%") ? parsePercent(text) : null;
    if (basisPoints !== null && basisPoints > 0) return { basisPoints };
    const amount = text.includes("%") ? null : parseRupiah(text);
    if (amount !== null && amount > 0) return { amount };
    context.addIssue({ code: "custom", message: "part-or-amount" });
    return z.NEVER;
  });

const optionalDay = z
  .string()
  .default("")
  .transform((text, context): string | null => {
    if (text.trim() === "") return null;
    const read = typedDay.safeParse(text);
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: "date-invalid" });
    return z.NEVER;
  });

export const PrepareBatchForm = z.object({
  formKey,
  kind: z.enum(BATCH_KINDS, "required"),
  minimum: optionalMoney,
  hold: partOrAmount,
  holdWhy: lineOfText({ max: 120, min: 0 }).default(""),
  holdUntil: optionalDay,
  note,
});

export const AdvanceForm = z.object({
  formKey,
  memberId: id,
  amount: typedMoney({ from: 1 }),
  method,
  repay: partOrAmount,
  reason,
});

export const BatchIntent = z.object({ intent: z.enum(["approve", "refuse", "pay", "fail", "agree"], "form-broken") });
export const RefuseBatchForm = z.object({ intent: z.literal("refuse"), reason });
export const PayLinesForm = z.object({
  intent: z.literal("pay"),
  how: z.enum(["bank", "cash"], "form-broken"),
  lineId: z.array(id).max(200, "too-long").default([]),
  reference: lineOfText({ max: 100, min: 0 }).default(""),
  payoutCode: z.string().trim().max(20, "too-long").default(""),
});
export const FailLineForm = z.object({ intent: z.literal("fail"), lineId: id, reason });

/** The member agreed to an advance: on her own page, or on a slip that the treasurer uploads. */
export const AgreeForm = z.object({ intent: z.literal("agree"), lineId: id });

/** What a member, or somebody for her, writes on the page of the own money. */
export const OwnMoneyIntent = z.object({
  intent: z.enum(["ask", "way", "release", "repay", "agree"], "form-broken"),
});
export const AskPayoutForm = z.object({
  intent: z.literal("ask"),
  formKey,
  amount: optionalMoney,
  words: someText({ max: 200, min: 0 }).default(""),
});
export const PayoutWayForm = z.object({
  intent: z.literal("way"),
  method,
  provider: lineOfText({ max: 60, min: 0 }).default(""),
  holder: lineOfText({ max: 80, min: 0 }).default(""),
  account: z
    .string()
    .max(40, "too-long")
    .default("")
    .transform((text) => text.replace(/[\s.-]/g, "")),
});
export const ReleaseForm = z.object({ intent: z.literal("release"), holdbackId: id });
export const RepayForm = z.object({ intent: z.literal("repay"), formKey, amount: typedMoney({ from: 1 }) });

/** What a chair sets: who looks a second time, and how much may be paid ahead. */
export const PayoutRulesForm = z.object({
  approval: z.enum(PAYOUT_APPROVALS, "required"),
  advanceLimit: typedMoney({ from: 0 }),
});

/** What is wrong with a way of being paid, field by field; an account's number is 5 to 20 digits, as banks and e-wallets have them. */
export function wayErrors({ method: way, provider, holder, account }: z.output<typeof PayoutWayForm>) {
  if (way === "cash") return {};
  return {
    ...(provider === "" && { provider: "required" }),
    ...(holder === "" && { holder: "required" }),
    ...(!/^\d{5,20}$/.test(account) && { account: account === "" ? "required" : "account-number" }),
  };
}
