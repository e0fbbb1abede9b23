import { z } from "zod";
import { formKey } from "./form-fields.ts";
import { readPacked } from "./listing-numbers.ts";
import { parseRupiah, type Rupiah, subtract } from "./money.ts";
import { PhoneField } from "./order.ts";
import { lineOfText } from "./plain-text.ts";
import type { FieldErrors } from "./result.ts";
import { MAX_BASKET_LINES } from "./sale-line.ts";
import type { Unit } from "./unit.ts";

/** How a buyer pays at a group's counter. */
export const COUNTER_METHODS = ["cash", "qris"] as const;
export type CounterMethod = (typeof COUNTER_METHODS)[number];

/** How long goods are kept for a buyer who stands there with the phone in hand. */
export const COUNTER_WINDOW_MS = 30 * 60_000;

/** Rows of one group's goods on one page. */
const MOST_ROWS = 500;
const rows = z.array(z.string().max(120)).max(MOST_ROWS).default([]);

/** Whole rupiah that a buyer gave; nothing typed means the exact sum. */
const cashGiven = z
  .string()
  .max(30, { error: "not-money" })
  .default("")
  .transform((text, context): Rupiah | null => {
    if (text.trim() === "") return null;
    const amount = parseRupiah(text);
    if (amount === null) context.addIssue({ code: "custom", message: "not-money" });
    return amount;
  });

/** The goods with a number box each: looking for goods, and going on to the sum. */
export const CounterGoodsForm = z.object({
  intent: z.enum(["find", "review", "change"]),
  q: z.string().trim().max(80, { error: "too-long" }).default(""),
  variantId: rows,
  quantity: rows,
});

/** The sum: how it is paid, and who buys, where somebody says so. */
export const CounterSaleForm = z.object({
  intent: z.literal("sell"),
  formKey,
  variantId: rows,
  quantity: rows,
  /** What the seller saw: see seenLine in order.ts. */
  seen: rows,
  method: z.enum(COUNTER_METHODS, { error: "choose-method" }),
  cashGiven,
  buyerName: lineOfText({ max: 80, min: 0 }).default(""),
  buyerPhone: z.union([z.literal(""), PhoneField]).default(""),
});

/** Which of the page's forms was sent. */
export const CounterIntent = z.object({
  intent: z.enum(["find", "review", "change", "sell", "qris", "cash", "cancel"]),
});

/** A sale that waits for its QRIS payment: it came, it is paid in cash instead, or it comes to nothing. */
export const CounterPayForm = z.object({ intent: z.enum(["qris", "cash", "cancel"]), cashGiven });

/** Where a problem with one of the goods stands. */
export function counterField(variantId: string): string {
  return `quantity-${variantId}`;
}

/** The lines that a seller saw, out of what the form carried: see seenLine in order.ts. Null when it is not that. */
export function linesOfSeen(seen: readonly string[]): { variantId: string; quantityMilli: number }[] | null {
  const lines = seen.flatMap((text) => {
    const [, variantId, quantity] = /^(.{1,64}):(\d{1,12}):\d{1,15}$/.exec(text) ?? [];
    return variantId && Number(quantity) > 0 ? [{ variantId, quantityMilli: Number(quantity) }] : [];
  });
  const isOnceEach = new Set(lines.map((line) => line.variantId)).size === seen.length;
  return isOnceEach && lines.length > 0 && lines.length <= MAX_BASKET_LINES ? lines : null;
}

export type CounterGoods = { variantId: string; unit: Unit; stockMilli: number };
type Rows = { variantId: readonly string[]; quantity: readonly string[] };
export type CounterRows =
  | { ok: true; lines: { variantId: string; quantityMilli: number }[] }
  | { ok: false; fields: FieldErrors };

/**
 * Reads what was typed beside the goods, in the goods' order; empty boxes and zeros are goods that nobody wants. Quantities as a scale shows
 * them (to the gram), never more than there is.
 */
export function readCounterRows(typed: Rows, goods: readonly CounterGoods[]): CounterRows {
  const fields: FieldErrors = {};
  const lines: { variantId: string; quantityMilli: number }[] = [];
  for (const { variantId, unit, stockMilli } of goods) {
    const text = typed.quantity[typed.variantId.indexOf(variantId)]?.trim() ?? "";
    if (/^0*$/.test(text)) continue;
    const read = readPacked(text, unit);
    if (!read.ok) fields[counterField(variantId)] = read.reason;
    else if (read.value > stockMilli) fields[counterField(variantId)] = "not-enough-stock";
    else lines.push({ variantId, quantityMilli: read.value });
  }
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  if (lines.length === 0) return { ok: false, fields: { form: "counter-empty" } };
  return lines.length > MAX_BASKET_LINES ? { ok: false, fields: { form: "basket-full" } } : { ok: true, lines };
}

/**
 * What goes back from hand to hand, in whole rupiah. `given` null is the exact sum.
 * @returns null when less was given than is due
 */
export function changeOf({ due, given }: { due: Rupiah; given: Rupiah | null }): Rupiah | null {
  const change = subtract(given ?? due, due);
  return change < 0 ? null : change;
}
