import { z } from "zod";
import { parseRupiah, type Rupiah } from "./money.ts";
import { COUNTED_PLACES } from "./period.ts";
import { lineOfText, someText } from "./plain-text.ts";

const formKey = z.string().min(16, "form-broken").max(100, "form-broken");
const id = z.string().min(1, "required").max(64);

function money({ from }: { from: 0 | 1 }) {
  return z
    .string()
    .default("")
    .transform((text, context): Rupiah => {
      const read = parseRupiah(text);
      if (read !== null && read >= from) return read;
      context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "not-money" });
      return z.NEVER;
    });
}

/** Flagged lines that the treasurer found in order. */
export const AcceptLinesForm = z.object({
  intent: z.literal("accept-lines"),
  lineId: z.array(id).max(100, "too-long").default([]),
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
  amount: money({ from: 1 }),
  reason: lineOfText({ max: 200 }),
});

/** What was counted at the end of the month, place by place. */
export const CountForm = z.object({
  intent: z.literal("count"),
  cashBox: money({ from: 0 }),
  bank: money({ from: 0 }),
  stripe: money({ from: 0 }),
  codInTransit: money({ from: 0 }),
});

export const DifferenceForm = z.object({
  intent: z.literal("difference"),
  formKey,
  place: z.enum(COUNTED_PLACES, "required"),
  name: lineOfText({ max: 120 }),
});

export const ReopenForm = z.object({ intent: z.literal("reopen"), reason: lineOfText({ max: 200 }) });

/** Which of a page's forms was sent. */
export const MonthIntent = z.object({
  intent: z.enum(["accept-lines", "count", "difference", "propose", "close", "reopen"], "form-broken"),
});
export const LineIntent = z.object({ intent: z.enum(["word", "answer", "adjust"], "form-broken") });
