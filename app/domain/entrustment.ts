import { z } from "zod";
import { formKey, typedDay } from "./form-fields.ts";
import { readBrought } from "./harvest-delivery.ts";
import { readPrice } from "./listing-numbers.ts";
import type { Rupiah } from "./money.ts";
import { lineOfText } from "./plain-text.ts";
import type { FieldErrors } from "./result.ts";
import type { Unit } from "./unit.ts";

export const PLACE_KINDS = ["hub", "shop", "other"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Rows on the form; more goods need a second note. */
export const NOTE_ROWS = 6;
const MOST_LINES = 200;

const text = (max: number) => z.array(z.string().max(max)).max(MOST_LINES).default([]);

/** A note: whose goods, where they lie, and up to six rows of goods, quantity and agreed price. */
export const EntrustForm = z.object({
  memberId: z.string({ error: "required" }).min(1, { error: "required" }).max(100),
  placeKind: z.enum(PLACE_KINDS, { error: "choose-one" }),
  placeName: lineOfText({ max: 60, min: 0 }).default(""),
  day: typedDay,
  variantId: text(100),
  quantity: text(40),
  price: text(40),
  note: lineOfText({ max: 200, min: 0 }).default(""),
  formKey,
});

/** What goes back, line by line; an empty field is nothing. */
export const ReturnForm = z.object({ line: text(100), quantity: text(40), day: typedDay, formKey });

/** What was found, line by line; an empty field was not counted. Of what is gone, `lost` was not sold. */
export const CountForm = z.object({ line: text(100), counted: text(40), lost: text(40), day: typedDay, formKey });

/** Where a problem with one row stands. */
export function rowField(name: string, row: string | number): string {
  return `${name}-${row}`;
}

/** What has become of a line so far, in thousandths of its unit. */
export type LineFate = { quantityMilli: number; soldMilli: number; lostMilli: number; returnedMilli: number };

/** What of it must still lie at the place. */
export function stillThere({ quantityMilli, soldMilli, lostMilli, returnedMilli }: LineFate): number {
  return quantityMilli - soldMilli - lostMilli - returnedMilli;
}

/** One place: the same kind and, whatever its capital letters, the same name. */
export function placeKey({ placeKind, placeName }: { placeKind: PlaceKind; placeName: string }): string {
  return `${placeKind}:${placeName.trim().toLowerCase()}`;
}

type Goods = { id: string; listingName: string; variantName: string; unit: Unit };
export type NoteLine = Goods & { quantityMilli: number; agreedPrice: Rupiah };
type Rows = { variantId: readonly string[]; quantity: readonly string[]; price: readonly string[] };

/** Reads a note's rows; rows without anything in them are left out, a note without any is refused at its first row. */
export function readNoteRows(
  rows: Rows,
  goods: readonly Goods[],
): { ok: true; lines: NoteLine[] } | { ok: false; fields: FieldErrors } {
  const fields: FieldErrors = {};
  const lines: NoteLine[] = [];
  const length = Math.max(rows.variantId.length, rows.quantity.length, rows.price.length);
  for (let at = 0; at < length; at++) {
    const [variantId = "", quantity = "", price = ""] = [rows.variantId[at], rows.quantity[at], rows.price[at]];
    if ([variantId, quantity, price].every((typed) => typed.trim() === "")) continue;
    const known = goods.find((each) => each.id === variantId);
    if (!known) fields[rowField("variantId", at)] = variantId === "" ? "required" : "variant-unknown";
    const milli = readBrought(quantity, known?.unit ?? "buah");
    if (!milli.ok) fields[rowField("quantity", at)] = milli.reason;
    const agreed = readPrice(price);
    if (!agreed.ok) fields[rowField("price", at)] = agreed.reason;
    if (known && milli.ok && agreed.ok) lines.push({ ...known, quantityMilli: milli.value, agreedPrice: agreed.value });
  }
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return lines.length > 0 ? { ok: true, lines } : { ok: false, fields: { [rowField("variantId", 0)]: "required" } };
}

type There = { id: string; unit: Unit; leftMilli: number };
export type LineChange = {
  entrustedLineId: string;
  expectedMilli: number;
  soldMilli: number;
  lostMilli: number;
  returnedMilli: number;
};
/** A mistake is taken back by a change of its own: what it undoes counts no more. */
export const CHANGE_KINDS = ["counted", "returned", "voided", "undone"] as const;
type Changes = { ok: true; changes: LineChange[] } | { ok: false; fields: FieldErrors };

/** What goes back to the member: of each line at most what is still there. Quantities as they were typed, by line. */
export function readReturns(lines: readonly There[], typed: ReadonlyMap<string, string>): Changes {
  const fields: FieldErrors = {};
  const changes: LineChange[] = [];
  for (const { id, unit, leftMilli } of lines) {
    const read = amountOf(typed.get(id), unit);
    if (read === null) continue;
    if (!read.ok) fields[rowField("quantity", id)] = read.reason;
    else if (read.value > leftMilli) fields[rowField("quantity", id)] = "more-than-entrusted";
    else if (read.value > 0) changes.push(changeOf({ id, leftMilli }, { returnedMilli: read.value }));
  }
  return answerOf(changes, fields);
}

type Found = { counted: ReadonlyMap<string, string>; lost: ReadonlyMap<string, string> };

/** What a count means: what is gone was sold, but for what the count says is lost. More than had to be there cannot be. */
export function readCount(lines: readonly There[], found: Found): Changes {
  const fields: FieldErrors = {};
  const changes: LineChange[] = [];
  for (const { id, unit, leftMilli } of lines) {
    const counted = amountOf(found.counted.get(id), unit);
    const lost = amountOf(found.lost.get(id), unit) ?? { ok: true, value: 0 };
    if (counted === null && (!lost.ok || lost.value > 0)) fields[rowField("counted", id)] = "required";
    if (counted === null) continue;
    if (!counted.ok) fields[rowField("counted", id)] = counted.reason;
    else if (counted.value > leftMilli) fields[rowField("counted", id)] = "more-than-entrusted";
    else if (!lost.ok) fields[rowField("lost", id)] = lost.reason;
    else if (lost.value > leftMilli - counted.value) fields[rowField("lost", id)] = "more-than-gone";
    else {
      const soldMilli = leftMilli - counted.value - lost.value;
      changes.push(changeOf({ id, leftMilli }, { soldMilli, lostMilli: lost.value }));
    }
  }
  return answerOf(changes, fields);
}

/** As typed, where nothing at all (0) is an answer too; null when nothing was typed. */
function amountOf(typed: string | undefined, unit: Unit): ReturnType<typeof readBrought> | null {
  const bare = (typed ?? "").trim();
  if (bare === "") return null;
  return /^0+([.,]0+)?$/.test(bare) ? { ok: true, value: 0 } : readBrought(bare, unit);
}

type Part = Partial<Pick<LineChange, "soldMilli" | "lostMilli" | "returnedMilli">>;

function changeOf({ id, leftMilli }: { id: string; leftMilli: number }, part: Part): LineChange {
  return { entrustedLineId: id, expectedMilli: leftMilli, soldMilli: 0, lostMilli: 0, returnedMilli: 0, ...part };
}

function answerOf(changes: LineChange[], fields: FieldErrors): Changes {
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return changes.length > 0 ? { ok: true, changes } : { ok: false, fields: { form: "nothing-written" } };
}
