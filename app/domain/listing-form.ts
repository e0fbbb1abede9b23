import { z } from "zod";
import { parseDay } from "./calendar-day.ts";
import { formKey } from "./form-fields.ts";
import { MAX_ALT, MAX_DESCRIPTION, MAX_NAME, MAX_VARIANTS } from "./listing.ts";
import { HALAL, PERMIT_KINDS } from "./listing-facts.ts";
import { readCount } from "./listing-numbers.ts";
import { rowField, VARIANT_FIELDS } from "./listing-rows.ts";
import { lineOfText, someText } from "./plain-text.ts";
import { TRAVELS } from "./travel.ts";
import { UNIT_NAMES } from "./unit.ts";

const bare = z.string().max(200, { error: "too-long" }).default("");

/** The fields of so many variants, as a zod shape. */
function rowShape(rows: number): Record<string, typeof bare> {
  const names = Array.from({ length: rows }, (_, row) => VARIANT_FIELDS.map((field) => rowField(field, row)));
  return Object.fromEntries(names.flat().map((name) => [name, bare]));
}

const day = z.string().default("").transform(emptyToNull).refine(isDayOrNull, { error: "date-invalid" });
const days = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const read = readCount(text, 3650);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: "count-invalid" });
    return z.NEVER;
  });

const listed = (max: number) => lineOfText({ max, min: 0 }).default("");
const tick = z
  .string()
  .default("")
  .transform((text) => text === "yes");

/** An empty choice means that nothing is said. */
function maybeOneOf<Choice extends string>(choices: readonly Choice[], reason: string) {
  return z
    .string()
    .default("")
    .transform((text, context): Choice | null => {
      if (text === "") return null;
      const found = choices.find((choice) => choice === text);
      if (found) return found;
      context.addIssue({ code: "custom", message: reason });
      return z.NEVER;
    });
}

/** What a label says, asked of food at once where the network wants it. */
const label = {
  permitKind: maybeOneOf(PERMIT_KINDS, "invalid"),
  permitNumber: listed(40),
  halal: maybeOneOf(HALAL, "invalid"),
  halalNumber: listed(40),
};

const shared = {
  ...label,
  shelfDays: days,
  travels: z.enum(TRAVELS).catch("anywhere"),
  name: lineOfText({ max: MAX_NAME }),
  unit: z.enum(UNIT_NAMES, { error: "unit-unknown" }),
  harvestFrom: day,
  harvestUntil: day,
  maker: z.array(z.string().max(100)).max(400).default([]),
  amountOf: z.array(z.string().max(100)).max(4800).default([]),
  amount: z.array(z.string().max(30)).max(4800).default([]),
};

/** What is asked to list something: one variant, and no more fields than it takes. */
export const NewListingForm = z.object({
  ...rowShape(1),
  ...shared,
  formKey,
  alt: lineOfText({ max: MAX_ALT, min: 0 }).default(""),
  do: z.enum(["publish", "keep"]).default("keep"),
});

/** All that can be said about a listing. */
export const EditListingForm = z.object({
  ...rowShape(MAX_VARIANTS),
  ...shared,
  description: someText({ max: MAX_DESCRIPTION, min: 0 }).default(""),
  madeToOrderDays: days,
  openPiecesPerMaker: days,
  fragile: tick,
  bulky: tick,
  catchWeight: tick,
  option1: listed(30),
  option2: listed(30),
  option3: listed(30),
  halalUntil: day,
  ingredients: someText({ max: 1000, min: 0 }).default(""),
  allergens: listed(200),
  batch: listed(60),
  storage: listed(200),
  restore: z.array(z.string().max(100)).max(200).default([]),
  splitRuleId: z.string().max(100).default("").transform(emptyToNull),
  rows: z.coerce.number().int().min(1).max(MAX_VARIANTS).catch(1),
  version: z.coerce.number().int().min(1).max(2_000_000_000).catch(1),
  do: z.enum(["save", "add-row", "options"]).default("save"),
});

function emptyToNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

function isDayOrNull(text: string | null): boolean {
  return text === null || parseDay(text) !== null;
}
