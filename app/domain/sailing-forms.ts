import { z } from "zod";
import { formKey } from "./form-fields.ts";
import { lineOfText } from "./plain-text.ts";

const reason = lineOfText({ max: 120 });

export const PostponeForm = z.object({
  formKey,
  /** The departure that was on the screen, in milliseconds. */
  seen: z.coerce.number().int().min(0).max(8_640_000_000_000_000),
  reason,
  cutOffAt: z.string().max(30).default(""),
  departsAt: z.string().max(30).default(""),
});

export const CancelRunForm = z.object({ formKey, reason });

export const AnswerSailingForm = z.object({
  answer: z.enum(["stays", "left"]),
  consignmentId: z.array(z.string().max(64)).max(60).default([]),
});
