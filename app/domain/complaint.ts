import { z } from "zod";
import { dayInWib } from "./calendar-day.ts";
import { formKey, typedDay } from "./form-fields.ts";
import { readQuantity } from "./listing-numbers.ts";
import { complaintAfter } from "./order-life.ts";
import type { ComplaintState, ConsignmentState } from "./order-states.ts";
import { someText } from "./plain-text.ts";
import type { FieldErrors } from "./result.ts";
import { isUnit } from "./unit.ts";

/** What can be wrong with goods that came. */
export const COMPLAINT_KINDS = ["damaged", "wrong", "short", "spoiled", "other"] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** What the buyer would like. */
export const COMPLAINT_WISHES = ["refund", "resend"] as const;

/** What the operator decides. */
export const OUTCOMES = ["refund", "resend", "none"] as const;
export type Outcome = (typeof OUTCOMES)[number];

const DAY_MS = 24 * 3_600_000;
/** What holds for goods that came on a day or later: how long their buyer may complain, and how long the group has to answer. */
export type ComplaintWindow = {
  /** YYYY-MM-DD, in WIB. */
  fromDay: string;
  complainDays: number;
  answerDays: number;
};

/** What holds where the network has said nothing. */
export const FIRST_WINDOW: ComplaintWindow = { fromDay: "1970-01-02", complainDays: 3, answerDays: 2 };

/** The window for goods that came at this moment: the last that had begun by that day. Windows oldest first; milliseconds since 1970, UTC. */
export function windowAt(windows: readonly ComplaintWindow[], deliveredMs: number): ComplaintWindow {
  const day = dayInWib(deliveredMs);
  return windows.findLast((each) => each.fromDay <= day) ?? FIRST_WINDOW;
}

/** Days as milliseconds. */
export function daysMs(days: number): number {
  return days * DAY_MS;
}

/** Whether the goods are there and still new, by the window in which they came. Moments in milliseconds since 1970, UTC. */
export function mayComplain(input: {
  state: ConsignmentState;
  deliveredMs: number | null;
  nowMs: number;
  windows: readonly ComplaintWindow[];
}): boolean {
  const { state, deliveredMs, nowMs, windows } = input;
  if (state !== "delivered" || deliveredMs === null) return false;
  return nowMs <= deliveredMs + daysMs(windowAt(windows, deliveredMs).complainDays);
}

const days = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/, { error: "not-days" })
  .transform(Number)
  .pipe(z.number().min(1, { error: "not-days" }).max(30, { error: "not-days" }));

export const WindowForm = z.object({ formKey, fromDay: typedDay, complainDays: days, answerDays: days });

/** Whether the operator may decide: the group has answered, or has had its time. */
export function mayDecide(input: { state: ComplaintState; answerByMs: number; nowMs: number }): boolean {
  const { state, answerByMs, nowMs } = input;
  return complaintAfter(state, "decide") !== null && (state === "answered" || nowMs >= answerByMs);
}

const words = someText({ max: 1000 });

export const ComplaintForm = z.object({
  formKey: z.string().min(20).max(64),
  consignmentId: z.string().min(1).max(64),
  kind: z.enum(COMPLAINT_KINDS, { error: "choose-one" }),
  wish: z.enum(COMPLAINT_WISHES, { error: "choose-one" }),
  words,
});

export const AnswerForm = z.object({
  intent: z.enum(["answer", "resent"]),
  complaintId: z.string().min(1).max(64),
  answer: z.string().trim().max(1000, { error: "too-long" }).default(""),
});

export const DecideForm = z.object({
  complaintId: z.string().min(1).max(64),
  outcome: z.enum(OUTCOMES, { error: "choose-one" }),
  amount: z.string().max(40).default(""),
  /** Of a resend: the order lines, and how much of each, in the same order. */
  resendLine: z.array(z.string().max(64)).max(60).default([]),
  resend: z.array(z.string().max(30)).max(60).default([]),
  words,
});

/** Where a problem with one line of a resend stands. */
export function resendField(orderLineId: string): string {
  return `resend-${orderLineId}`;
}

type SentLine = { orderLineId: string; unit: string; quantityMilli: number };

/** Reads how much of each line is sent again; an empty box or a zero means nothing of it. Quantities in thousandths of the unit. */
export function readResend(
  lines: readonly SentLine[],
  form: { resendLine: readonly string[]; resend: readonly string[] },
): { ok: true; resend: Record<string, number> } | { ok: false; fields: FieldErrors } {
  const resend: Record<string, number> = {};
  const fields: FieldErrors = {};
  for (const { orderLineId, unit, quantityMilli } of lines) {
    const typed = form.resend[form.resendLine.indexOf(orderLineId)]?.trim() ?? "";
    if (/^[0.,]*$/.test(typed)) continue;
    const read = isUnit(unit) ? readQuantity(typed, unit) : ({ ok: false, reason: "quantity-invalid" } as const);
    if (!read.ok) fields[resendField(orderLineId)] = read.reason;
    else if (read.value > quantityMilli) fields[resendField(orderLineId)] = "resend-too-much";
    else resend[orderLineId] = read.value;
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, resend };
}
