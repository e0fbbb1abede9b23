import { z } from "zod";
import { complaintAfter } from "./order-life.ts";
import type { ComplaintState, ConsignmentState } from "./order-states.ts";
import { someText } from "./plain-text.ts";

/** What can be wrong with goods that came. */
export const COMPLAINT_KINDS = ["damaged", "wrong", "short", "spoiled", "other"] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** What the buyer would like. */
export const COMPLAINT_WISHES = ["refund", "resend"] as const;

/** What the operator decides. */
export const OUTCOMES = ["refund", "resend", "none"] as const;
export type Outcome = (typeof OUTCOMES)[number];

const DAY_MS = 24 * 3_600_000;
/** How long after the hand-over a buyer may complain. */
export const COMPLAINT_WINDOW_MS = 3 * DAY_MS;
/** How long a group has to answer before the operator may decide without it. */
export const ANSWER_WITHIN_MS = 2 * DAY_MS;

/** Whether the goods are there and still new. Moments in milliseconds since 1970, UTC. */
export function mayComplain(input: { state: ConsignmentState; deliveredMs: number | null; nowMs: number }): boolean {
  const { state, deliveredMs, nowMs } = input;
  return state === "delivered" && deliveredMs !== null && nowMs <= deliveredMs + COMPLAINT_WINDOW_MS;
}

/** Whether the operator may decide: the group has answered, or has had its time. */
export function mayDecide(input: { state: ComplaintState; answerByMs: number; nowMs: number }): boolean {
  const { state, answerByMs, nowMs } = input;
  return complaintAfter(state, "decide") !== null && (state === "answered" || nowMs >= answerByMs);
}

const words = someText({ max: 1000 });

export const ComplaintForm = z.object({
  formKey: z.string().min(20).max(64),
  consignmentId: z.string().min(1).max(64),
  kind: z.enum(COMPLAINT_KINDS, { error: "required" }),
  wish: z.enum(COMPLAINT_WISHES, { error: "required" }),
  words,
});

export const AnswerForm = z.object({
  intent: z.enum(["answer", "resent"]),
  complaintId: z.string().min(1).max(64),
  answer: z.string().trim().max(1000, { error: "too-long" }).default(""),
});

export const DecideForm = z.object({
  complaintId: z.string().min(1).max(64),
  outcome: z.enum(OUTCOMES, { error: "required" }),
  amount: z.string().max(40).default(""),
  words,
});
