import { z } from "zod";
import { formKey, typedMoney } from "./form-fields.ts";
import { MONTH_SHOWS } from "./month-filter.ts";
import { COUNTED_PLACES } from "./period.ts";
import { lineOfText, someText } from "./plain-text.ts";

const id = z.string().min(1, "required").max(64);

/** Flagged lines that the treasurer found in order. */
export const AcceptLinesForm = z.object({
  intent: z.literal("accept-lines"),
  lineId: z.array(id).max(100, "too-long").default([]),
});

/** All that a view of the month has to review, and how many that were when it was looked at. */
export const AcceptShownForm = z.object({
  intent: z.literal("accept-shown"),
  show: z.enum(MONTH_SHOWS, "form-broken"),
  member: z.string().max(64, "form-broken").default(""),
  goods: z.string().max(80, "form-broken").default(""),
  seen: z.coerce.number("form-broken").int("form-broken").min(0, "form-broken"),
});

/** What a member says of the own share: that it is right, or what is not clear. */
export const ShareWordForm = z.object({
  intent: z.literal("word"),
  formKey,
  memberId: id,
  said: z.enum(["accepted", "asked"], "required"),
  words: someText({ max: 500, min: 0 }).default(""),
});

export const AnswerWordForm = z.object({ intent: z.literal("answer"), wordId: id, answer: someText({ max: 500 }) });

/** `from` and `to` are a member's id, or "fund". */
export const AdjustForm = z.object({
  intent: z.literal("adjust"),
  formKey,
  from: id,
  to: id,
  amount: typedMoney({ from: 1 }),
  reason: lineOfText({ max: 200 }),
});

/** What was counted at the end of the month, place by place. */
export const CountForm = z.object({
  intent: z.literal("count"),
  cashBox: typedMoney({ from: 0 }),
  bank: typedMoney({ from: 0 }),
  stripe: typedMoney({ from: 0 }),
  codInTransit: typedMoney({ from: 0 }),
});

export const DifferenceForm = z.object({
  intent: z.literal("difference"),
  formKey,
  place: z.enum(COUNTED_PLACES, "required"),
  name: lineOfText({ max: 120 }),
});

export const ReopenForm = z.object({ intent: z.literal("reopen"), reason: lineOfText({ max: 200 }) });

export const SendBackForm = z.object({ intent: z.literal("send-back"), reason: lineOfText({ max: 200 }) });

/** Which of a page's forms was sent. */
export const MonthIntent = z.object({
  intent: z.enum(
    ["accept-lines", "accept-shown", "count", "difference", "propose", "close", "send-back", "reopen"],
    "form-broken",
  ),
});
export const LineIntent = z.object({ intent: z.enum(["word", "answer", "adjust"], "form-broken") });
