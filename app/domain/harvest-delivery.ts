import { z } from "zod";
import { parseDay } from "./calendar-day.ts";
import { formKey } from "./form-fields.ts";
import { type ReadNumber, readQuantity } from "./listing-numbers.ts";
import { WRITE_OFF_REASONS } from "./lot.ts";
import { lineOfText } from "./plain-text.ts";
import type { FieldErrors } from "./result.ts";
import type { Unit } from "./unit.ts";

const id = z.string({ error: "required" }).min(1, { error: "required" }).max(100, { error: "invalid" });
const quantity = z.string({ error: "required" }).max(40, { error: "too-long" });
const day = z.string({ error: "required" }).transform((text, context) => {
  const read = parseDay(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "date-invalid" });
  return z.NEVER;
});
const note = lineOfText({ max: 200, min: 0 }).default("");

/** What a member brought, as it is written down beside the scale. */
export const DeliveryForm = z.object({ memberId: id, variantId: id, quantity, day, note, formKey });

/** Some of a delivery was a slip of the pen, or goes back to the member. */
export const CorrectionForm = z.object({
  quantity,
  kind: z.enum(["slip", "returned"], { error: "choose-one" }),
  reason: lineOfText({ max: 200 }),
  formKey,
});

export const WriteOffForm = z.object({
  quantity,
  reason: z.enum(WRITE_OFF_REASONS, { error: "choose-one" }),
  note,
  formKey,
});

/** The units that a scale shows: they are brought to the gram, whatever steps they are sold in. */
const WEIGHED: readonly Unit[] = ["kg", "kuintal", "ton"];

/**
 * What was brought, given back or written off: "12,5", "4,75 kg". What a scale shows may have three decimals, pieces none.
 * @returns thousandths of the unit, above zero
 */
export function readBrought(text: string, unit: Unit): ReadNumber {
  if (!WEIGHED.includes(unit)) return readQuantity(text, unit);
  const bare = text
    .trim()
    .replace(new RegExp(`\\s*${unit}$`, "i"), "")
    .trim();
  if (bare === "") return { ok: false, reason: "required" };
  // "1.250" and "0,250": after a whole part three digits could mean thousands, after a zero they cannot.
  if (/^[1-9]\d*\.\d{3}$/.test(bare)) return { ok: false, reason: "quantity-ambiguous" };
  const match = /^(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(bare);
  const milli = match ? Number(match[1]) * 1000 + Number((match[2] ?? "").padEnd(3, "0")) : 0;
  return milli > 0 ? { ok: true, value: milli } : { ok: false, reason: "quantity-invalid" };
}

/** A day that has not come cannot be written down. Days are YYYY-MM-DD in WIB. */
export function dayErrors(day: string, today: string): FieldErrors {
  return day > today ? { day: "day-ahead" } : {};
}
