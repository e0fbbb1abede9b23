import type { VariantEdit } from "./listing.ts";
import { GRADES, type VariantFacts, variantName } from "./listing-facts.ts";
import { type ReadNumber, readCentimetres, readPrice, readStock, readWeight } from "./listing-numbers.ts";
import { BOXES, isBox, type Measures, usualPackedGrams } from "./parcel-box.ts";
import { lineOfText } from "./plain-text.ts";
import type { FieldErrors } from "./result.ts";
import type { Unit } from "./unit.ts";

/** What a form sends, by field name. */
export type FormTexts = Record<string, string[]>;

const VariantName = lineOfText({ max: 60, min: 0 });

/** The fields of one variant; in a form each is followed by its row: "price-0". */
export const VARIANT_FIELDS = [
  "variant-id",
  "variant-name",
  "value1",
  "value2",
  "value3",
  "sku",
  "net",
  "grade",
  "grade-text",
  "rule",
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
    const isBlank = ["variant-id", "variant-name", "value1", "price", "stock"].every(
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
  const facts = readVariantFacts(said);
  if ("fields" in facts) Object.assign(fields, facts.fields);
  if (price === null || stockMilli === null || packedGrams === null || "fields" in measures || "fields" in facts)
    return { ok: false, fields };
  const id = said("variant-id") || null;
  const was = /^\d{1,10}$/.test(said("stock-was")) ? Number(said("stock-was")) : 0;
  const isRetired = said("retire") === "yes";
  const variant = {
    ...facts,
    id,
    name: variantName(facts),
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

type NamedFacts = VariantFacts & { name: string };

/** The words of a row, and what one unit holds. */
function readVariantFacts(said: Row["said"]): NamedFacts | { fields: FieldErrors } {
  const fields: FieldErrors = {};
  const line = (field: VariantField): string => {
    const read = VariantName.safeParse(said(field));
    if (!read.success) fields[field] = read.error.issues[0]?.message ?? "invalid";
    return read.success ? read.data : "";
  };
  const net = said("net") === "" ? null : readWeight(said("net"));
  if (net && !net.ok) fields.net = net.reason;
  const facts = {
    ...{ name: line("variant-name"), value1: line("value1"), value2: line("value2"), value3: line("value3") },
    ...{ sku: line("sku"), gradeText: line("grade-text"), netGrams: net?.ok ? net.value : null },
    grade: GRADES.find((grade) => grade === said("grade")) ?? null,
    splitRuleName: line("rule"),
  };
  return Object.keys(fields).length > 0 ? { fields } : facts;
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
