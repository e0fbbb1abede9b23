import { z } from "zod";
import type { Delivery } from "./checkout.ts";
import { formKey } from "./form-fields.ts";
import { lineOfText, someText } from "./plain-text.ts";
import type { FieldErrors } from "./result.ts";
import { parseWeight } from "./weight.ts";

/** What can be wrong with goods at a hub or when a box arrives. */
export const REPORT_KINDS = ["missing", "damaged"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** How a box was found when the boat came in. */
export const FOUND = ["arrived", "missing", "damaged"] as const;
export type Found = (typeof FOUND)[number];

/** More packages of one consignment than that is a slip of the finger. */
export const MAX_PACKAGES = 500;

/** What comes from a hub's scale may be left empty: then the group's own weight stands. @returns grams, or a reason */
export function readHubWeight(text: string): { ok: true; grams: number | null } | { ok: false; reason: string } {
  if (text.trim() === "") return { ok: true, grams: null };
  const grams = parseWeight(text);
  return grams === null ? { ok: false, reason: "not-weight" } : { ok: true, grams };
}

/** How many packages were counted. @returns the number, or null when it is none that can be */
export function readPackages(text: string): number | null {
  const bare = text.trim();
  const count = /^\d{1,4}$/.test(bare) ? Number(bare) : 0;
  return count >= 1 && count <= MAX_PACKAGES ? count : null;
}

const packages = z
  .string()
  .default("")
  .transform((text, context): number => {
    const count = readPackages(text);
    if (count !== null) return count;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "packages-wrong" });
    return z.NEVER;
  });

const hubWeight = z
  .string()
  .max(30)
  .default("")
  .transform((text, context): number | null => {
    const read = readHubWeight(text);
    if (read.ok) return read.grams;
    context.addIssue({ code: "custom", message: read.reason });
    return z.NEVER;
  });

export const HubIntent = z.object({ intent: z.string().max(20).default("") });
export const ReceiveForm = z.object({ formKey, packages, grams: hubWeight });

export const ReportForm = z.object({
  formKey,
  /** Empty: the whole consignment. */
  lineId: z.string().max(64).default(""),
  kind: z.enum(REPORT_KINDS, { error: "choose-one" }),
  howMuch: lineOfText({ max: 40, min: 0 }),
  words: someText({ max: 300 }),
});

export const WeighForm = z.object({
  formKey,
  grams: z
    .string()
    .default("")
    .transform((text, context): number => {
      const grams = parseWeight(text);
      if (grams !== null) return grams;
      context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "not-weight" });
      return z.NEVER;
    }),
});
/** A press that needs to know no more than which box. */
export const ParcelForm = z.object({ formKey, parcelId: z.string().min(1).max(64) });
export const FoundForm = ParcelForm.extend({
  found: z.enum(FOUND, { error: "choose-one" }),
  /** Not on the form of a box that is as it should be. */
  words: z
    .string()
    .default("")
    .pipe(lineOfText({ max: 200, min: 0 })),
});

export const OUTCOMES_OF_UNCOLLECTED = ["back", "sell-here"] as const;
export type UncollectedOutcome = (typeof OUTCOMES_OF_UNCOLLECTED)[number];
export const UncollectedForm = z.object({
  consignmentId: z.string().min(1).max(64),
  outcome: z.enum(OUTCOMES_OF_UNCOLLECTED, { error: "choose-one" }),
});

/** A list that was filled in on paper: the rows as they stand in it, and who held the pen. */
export const TypeInForm = z.object({
  formKey,
  doneBy: lineOfText({ max: 60, min: 0 }),
  rowId: z.array(z.string().max(64)).max(300).default([]),
  count: z.array(z.string().max(10)).max(300).default([]),
  weight: z.array(z.string().max(30)).max(300).default([]),
  /** The ids of the rows that were ticked. */
  tick: z.array(z.string().max(64)).max(300).default([]),
});

export type TypedRow = { id: string; packages: number | null; grams: number | null; isTicked: boolean };

/** Reads a paper list; a row without anything in it was left out. Problems stand at `count-ID` and `weight-ID`. */
export function readTypedRows(
  form: Pick<z.output<typeof TypeInForm>, "rowId" | "count" | "weight" | "tick">,
): { ok: true; rows: TypedRow[] } | { ok: false; fields: FieldErrors } {
  const fields: FieldErrors = {};
  const rows: TypedRow[] = [];
  for (const [at, id] of form.rowId.entries()) {
    const [count = "", weight = ""] = [form.count[at], form.weight[at]];
    const isTicked = form.tick.includes(id);
    const packages = count.trim() === "" ? null : readPackages(count);
    const read = readHubWeight(weight);
    if (count.trim() !== "" && packages === null) fields[`count-${id}`] = "packages-wrong";
    if (!read.ok) fields[`weight-${id}`] = read.reason;
    if (read.ok && (packages !== null || read.grams !== null || isTicked))
      rows.push({ id, packages, grams: read.grams, isTicked });
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, rows };
}

/** How many wrong pick-up codes for one order in a quarter of an hour; then a name must do, or a wait. */
export const CODE_TRIES = { hits: 5, windowMinutes: 15 } as const;

/** Whether somebody comes for these goods, and has to show that they may have them. */
export function isFetched(delivery: Delivery): boolean {
  return delivery === "run-pickup" || delivery === "fetch";
}

/** Six digits out of a keyed hash (base64url): what a buyer says at the pick-up point. Never begins from the order's own number. */
export function pickUpCode(hash: string): string {
  let number = 0;
  for (const sign of hash) number = (number * 31 + sign.charCodeAt(0)) % 1_000_000;
  return String(number).padStart(6, "0");
}

const DAY_MS = 24 * 3_600_000;
/** Goods that are good for no more days than this do not wait long. */
export const FRESH_DAYS = 7;

/** Until when goods wait at a pick-up point. Milliseconds since 1970, UTC. */
export function waitsUntil(input: {
  arrivedMs: number;
  isFresh: boolean;
  fetchWithinDays: number;
  fetchFreshWithinDays: number;
}): number {
  return input.arrivedMs + (input.isFresh ? input.fetchFreshWithinDays : input.fetchWithinDays) * DAY_MS;
}

/** How many reminders are due by now: one at half of the time, one on the last day, and the word that the time is over. */
export function remindersDue({
  arrivedMs,
  untilMs,
  nowMs,
}: {
  arrivedMs: number;
  untilMs: number;
  nowMs: number;
}): number {
  const times = [arrivedMs + (untilMs - arrivedMs) / 2, untilMs - (untilMs - arrivedMs) / 7, untilMs];
  return times.filter((time) => nowMs >= time).length;
}
export const LAST_REMINDER = 3;
