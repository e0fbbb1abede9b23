import { z } from "zod";
import { parseDay } from "./calendar-day.ts";
import { parseRupiah, type Rupiah } from "./money.ts";

// Fields that many forms have, checked in one way.

/** The hidden key of a form that creates something: the same key again is the same thing. */
export const formKey = z.string().min(20, { error: "form-broken" }).max(64, { error: "form-broken" });

/** Typed money, as whole rupiah of at least `from`. */
export function typedMoney({ from }: { from: 0 | 1 }) {
  return z
    .string()
    .max(30, { error: "not-money" })
    .default("")
    .transform((text, context): Rupiah => {
      const read = parseRupiah(text);
      if (read !== null && read >= from) return read;
      context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "not-money" });
      return z.NEVER;
    });
}

/** A typed day, as YYYY-MM-DD. */
export const typedDay = z.string({ error: "required" }).transform((text, context) => {
  const read = parseDay(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "date-invalid" });
  return z.NEVER;
});
