import { z } from "zod";
import { readQuantity } from "./listing-numbers.ts";
import { parseRupiah, type Rupiah, rupiah, ZERO } from "./money.ts";
import { REFUND_WAYS, type RefundWay, type RefundWish } from "./refund.ts";
import type { FieldErrors } from "./result.ts";
import { isUnit } from "./unit.ts";

const text = z.string().max(40).default("");
const texts = z.array(z.string().max(64)).max(60).default([]);

/** What of an order should go back, and how: asked first, to see who would give what. Lines, quantities and amounts stand in one order. */
export const RefundAsk = z.object({
  what: z.enum(["everything", "parts", "amount"]).default("everything"),
  line: texts,
  quantity: texts,
  value: texts,
  shipping: text,
  amount: text,
  /** "transfer", or "cash:" with the group whose box pays; empty for the way the money came. */
  way: z.string().max(100).default(""),
  back: text,
});
export type RefundAsk = z.output<typeof RefundAsk>;

/** The same, meant; `seen` is the amount that the preview said. */
export const RefundForm = RefundAsk.extend({
  formKey: z.string().min(20).max(64),
  reason: z.string().trim().min(1, { error: "required" }).max(200, { error: "too-long" }),
  seen: z.coerce.number().int().nonnegative().optional(),
});

type AskedLine = { orderLineId: string; unit: string };

/** Where a problem with one line's quantity stands. */
export function refundQuantityField(orderLineId: string): string {
  return `quantity-${orderLineId}`;
}

/** Where a problem with one line's amount stands. */
export function refundValueField(orderLineId: string): string {
  return `value-${orderLineId}`;
}

/** Reads what is asked for; an empty field asks for nothing. */
export function readRefundWish(
  lines: readonly AskedLine[],
  ask: RefundAsk,
): { ok: true; wish: RefundWish } | { ok: false; fields: FieldErrors } {
  const fields: FieldErrors = {};
  // Filled in for another choice: whoever typed "1" must not find that all went back.
  if (isFilledForOther(ask)) return { ok: false, fields: { what: "refund-other-choice" } };
  if (ask.what === "everything") return { ok: true, wish: { kind: "everything" } };
  if (ask.what === "amount") {
    const amount = parseRupiah(ask.amount);
    if (amount === null) fields.amount = ask.amount.trim() === "" ? "required" : "not-money";
    return amount === null ? { ok: false, fields } : { ok: true, wish: { kind: "amount", amount } };
  }
  const wanted: { orderLineId: string; quantityMilli?: number; amount?: Rupiah }[] = [];
  for (const line of lines) {
    const read = readLine(line, ask, fields);
    if (read) wanted.push(read);
  }
  const shipping = ask.shipping.trim() === "" ? ZERO : parseRupiah(ask.shipping);
  if (shipping === null) fields.shipping = "not-money";
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return { ok: true, wish: { kind: "parts", lines: wanted, shipping: shipping ?? ZERO } };
}

function isFilledForOther({ what, quantity, value, shipping, amount }: RefundAsk): boolean {
  const isFilled = (texts: readonly string[]): boolean => texts.some((each) => each.trim() !== "");
  const isForParts = isFilled([...quantity, ...value, shipping]);
  return (what !== "parts" && isForParts) || (what !== "amount" && isFilled([amount]));
}

function readLine({ orderLineId, unit }: AskedLine, ask: RefundAsk, fields: FieldErrors) {
  const at = ask.line.indexOf(orderLineId);
  const quantity = ask.quantity[at]?.trim() ?? "";
  const value = ask.value[at]?.trim() ?? "";
  if (at < 0 || (quantity === "" && value === "")) return null;
  const wanted: { orderLineId: string; quantityMilli?: number; amount?: Rupiah } = { orderLineId };
  if (quantity !== "" && isUnit(unit)) {
    const read = readQuantity(quantity, unit);
    if (read.ok) wanted.quantityMilli = read.value;
    else fields[refundQuantityField(orderLineId)] = read.reason;
  }
  if (value !== "") {
    const amount = parseRupiah(value);
    if (amount === null) fields[refundValueField(orderLineId)] = "not-money";
    else wanted.amount = amount;
  }
  return wanted;
}

/** Reads a way with its box; null when it is none. Empty is the way the money came. */
export function readRefundWay(text: string): { way?: RefundWay; boxGroupId: string | null } | null {
  if (text === "") return { boxGroupId: null };
  const [name = "", box = ""] = text.split(":");
  const way = REFUND_WAYS.find((known) => known === name);
  if (!way) return null;
  return { way, boxGroupId: way === "cash" ? box : null };
}

/** What the preview said, as the use case compares it. */
export function seenAmount(seen: number | undefined): Rupiah | null {
  return seen === undefined ? null : rupiah(seen);
}
