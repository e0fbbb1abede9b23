import { z } from "zod";
import { parseDay } from "./calendar-day.ts";
import { MAX_ALT, MAX_DESCRIPTION, MAX_NAME, MAX_VARIANTS, type VariantEdit } from "./listing.ts";
import { type ReadNumber, readCentimetres, readCount, readPrice, readStock, readWeight } from "./listing-numbers.ts";
import { BOXES, isBox, type Measures, usualPackedGrams } from "./parcel-box.ts";
import { lineOfText, someText } from "./plain-text.ts";
import type { FieldErrors } from "./result.ts";
import { UNIT_NAMES, type Unit } from "./unit.ts";

/** What a form sends, by field name. */
export type FormTexts = Record<string, string[]>;

const VariantName = lineOfText({ max: 60, min: 0 });

/** The fields of one variant; in a form each is followed by its row: "price-0". */
export const VARIANT_FIELDS = [
  "variant-id",
  "variant-name",
  "price",
  "stock",
  "stock-was",
  "weight",
  "box",
  "length",
  "width",
  "height",
  "retire",
] as const;
export type VariantField = (typeof VARIANT_FIELDS)[number];

export function rowField(field: VariantField, row: number): string {
  return `${field}-${row}`;
}

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

const shared = {
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
  formKey: z.string().min(20, { error: "form-broken" }).max(100, { error: "form-broken" }),
  alt: lineOfText({ max: MAX_ALT, min: 0 }).default(""),
  do: z.enum(["publish", "keep"]).default("keep"),
});

/** All that can be said about a listing. */
export const EditListingForm = z.object({
  ...rowShape(MAX_VARIANTS),
  ...shared,
  description: someText({ max: MAX_DESCRIPTION, min: 0 }).default(""),
  madeToOrderDays: days,
  shelfDays: days,
  fragile: z.string().default(""),
  splitRuleId: z.string().max(100).default("").transform(emptyToNull),
  rows: z.coerce.number().int().min(1).max(MAX_VARIANTS).catch(1),
  version: z.coerce.number().int().min(1).max(2_000_000_000).catch(1),
  do: z.enum(["save", "add-row"]).default("save"),
});

function emptyToNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

function isDayOrNull(text: string | null): boolean {
  return text === null || parseDay(text) !== null;
}

/** A harvest ends on the day it begins or later. */
export function harvestErrors(from: string | null, until: string | null): FieldErrors {
  return from !== null && until !== null && until < from ? { harvestUntil: "harvest-order" } : {};
}

export type ReadVariants = { ok: true; variants: VariantEdit[] } | { ok: false; fields: FieldErrors };

/** Reads the rows of a form. A row in which nothing is written is passed over; each error stands at its own field. */
export function readVariants({
  texts,
  rows,
  unit,
  mayBeNone = false,
}: {
  texts: FormTexts;
  rows: number;
  unit: Unit;
  mayBeNone?: boolean;
}): ReadVariants {
  const fields: FieldErrors = {};
  const variants: VariantEdit[] = [];
  for (let row = 0; row < rows; row += 1) {
    const said = (field: VariantField): string => texts[rowField(field, row)]?.[0]?.trim() ?? "";
    const isBlank = ["variant-id", "variant-name", "price", "stock"].every(
      (field) => said(field as VariantField) === "",
    );
    if (isBlank && (row > 0 || mayBeNone)) continue;
    const read = readVariant({ said, unit, row });
    if (read.ok) variants.push(read.variant);
    else for (const [field, reason] of Object.entries(read.fields)) fields[`${field}-${row}`] = reason;
  }
  for (const [variant, reason] of nameProblems(variants)) fields[rowField("variant-name", variant.row)] = reason;
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, variants };
}

/** Where there is a choice, each variant on sale needs a name of its own. */
function nameProblems(variants: VariantEdit[]): [VariantEdit, string][] {
  const onSale = variants.filter((variant) => !variant.isRetired);
  if (onSale.length < 2) return [];
  const seen = new Set<string>();
  return onSale.flatMap((variant): [VariantEdit, string][] => {
    const name = variant.name.toLowerCase();
    const reason = name === "" ? "variant-name-missing" : seen.has(name) ? "variant-name-twice" : null;
    seen.add(name);
    return reason ? [[variant, reason]] : [];
  });
}

type Row = { said: (field: VariantField) => string; unit: Unit; row: number };

function readVariant({
  said,
  unit,
  row,
}: Row): { ok: true; variant: VariantEdit } | { ok: false; fields: FieldErrors } {
  const fields: FieldErrors = {};
  const keep = <N extends number>(field: VariantField, read: ReadNumber<N>): N | null => {
    if (!read.ok) fields[field] = read.reason;
    return read.ok ? read.value : null;
  };
  const price = keep("price", readPrice(said("price")));
  const stockMilli = keep("stock", readStock(said("stock"), unit));
  const usual = usualPackedGrams(unit);
  const packedGrams = said("weight") === "" && usual !== null ? usual : keep("weight", readWeight(said("weight")));
  const measures = readMeasures(said);
  if ("fields" in measures) Object.assign(fields, measures.fields);
  const named = VariantName.safeParse(said("variant-name"));
  if (!named.success) fields["variant-name"] = named.error.issues[0]?.message ?? "invalid";
  if (price === null || stockMilli === null || packedGrams === null || "fields" in measures || !named.success)
    return { ok: false, fields };
  const name = named.data;
  const id = said("variant-id") || null;
  const was = /^\d{1,10}$/.test(said("stock-was")) ? Number(said("stock-was")) : 0;
  const isRetired = said("retire") === "yes";
  const variant = {
    id,
    name,
    price,
    stockMilli,
    packedGrams,
    ...measures,
    stockWasMilli: id ? was : 0,
    isRetired,
    row,
  };
  return { ok: true, variant };
}

/** Centimetres win over the named box as soon as one is written; the small box is meant when nothing is said. */
function readMeasures(said: (field: VariantField) => string): Measures | { fields: FieldErrors } {
  const sides = (["length", "width", "height"] as const).map((field) => ({ field, text: said(field) }));
  const box = said("box") || "small";
  if (isBox(box) && sides.every((side) => side.text === "")) return BOXES[box];
  const fields: FieldErrors = {};
  const [lengthMm = 0, widthMm = 0, heightMm = 0] = sides.map(({ field, text }) => {
    const read = readCentimetres(text);
    if (!read.ok) fields[field] = text === "" ? "size-missing" : read.reason;
    return read.ok ? read.value : 0;
  });
  return Object.keys(fields).length > 0 ? { fields } : { lengthMm, widthMm, heightMm };
}
