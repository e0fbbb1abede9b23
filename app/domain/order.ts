import { z } from "zod";
import type { Delivery } from "./checkout.ts";
import { GiftFields } from "./gift.ts";
import { normalisePhone } from "./phone.ts";
import type { FieldErrors } from "./result.ts";

/** Cash is taken at a group's counter alone: what is paid in cash later is cash on delivery. Credit is what the network owes the buyer. */
export const PAYMENT_METHODS = ["transfer", "qris", "cash-on-delivery", "card", "cash", "credit"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const SAVING_AS = ["credit", "refund"] as const;

const short = (max: number) => z.string().trim().max(max, { error: "too-long" });

/** A phone number as people type it, brought to +62 and digits. */
export const PhoneField = z.string().transform((text, context) => {
  const phone = normalisePhone(text);
  if (phone) return phone;
  context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "phone" });
  return z.NEVER;
});

/** What a buyer fills in to place an order, beside the village. Which of the address is needed depends on the delivery. */
export const CheckoutForm = z.object({
  formKey: z.string().min(20).max(64),
  buyerName: short(80).min(2, { error: "required" }),
  buyerPhone: PhoneField,
  street: short(160).default(""),
  rt: z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, { error: "number-rt" })
    .default(""),
  rw: z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, { error: "number-rt" })
    .default(""),
  landmark: short(160).default(""),
  postal: z
    .string()
    .trim()
    .regex(/^(\d{5})?$/, { error: "postcode" })
    .default(""),
  note: short(500).default(""),
  ...GiftFields,
  /** See parseChoice in domain/checkout.ts. */
  delivery: z.string({ error: "choose-delivery" }).min(1, { error: "choose-delivery" }).max(200),
  method: z.enum(PAYMENT_METHODS, { error: "choose-method" }),
  /** The buyer's credit first, the rest by the method. */
  useCredit: z.enum(["yes", ""]).default(""),
  /** What the buyer's credit was on the page, in rupiah. */
  creditSeen: z
    .string()
    .regex(/^\d{0,13}$/)
    .default("")
    .transform(Number),
  savingAs: z.enum(SAVING_AS).default("credit"),
  /** What the buyer saw: "variant:quantity in thousandths:price" of each line. */
  seen: z.array(z.string().max(120)).max(60),
});
export type CheckoutForm = z.output<typeof CheckoutForm>;

/** What a way of delivery needs that was not filled in, by field. */
export function errorsForDelivery(
  wish: Pick<CheckoutForm, "street" | "method"> & { villageCode: string | null },
  delivery: Delivery,
): FieldErrors {
  const errors: FieldErrors = {};
  if (delivery !== "fetch" && !wish.villageCode) errors.village = "choose-village";
  if ((delivery === "run-door" || delivery === "courier") && wish.street === "") errors.street = "street-needed";
  // A courier brings no cash back to us.
  if (delivery === "courier" && wish.method === "cash-on-delivery") errors.method = "no-cash-by-courier";
  return errors;
}

/** How one basket line is written into the form, so that what is placed is what was seen. */
export function seenLine(line: { variantId: string; quantityMilli: number; price: number }): string {
  return `${line.variantId}:${line.quantityMilli}:${line.price}`;
}

/** The number a buyer reads out, "LB-261124-K7QF". */
export function orderNumber({ yymmdd, code }: { yymmdd: string; code: string }): string {
  return `LB-${yymmdd}-${code}`;
}

/** Reads an order number however it was typed: "lb 261124 k7qf". Null when it cannot be one. */
export function parseOrderNumber(text: string): string | null {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const match = /^(?:LB)?(\d{6})([A-Z0-9]{4})$/.exec(bare);
  return match?.[1] && match[2] ? orderNumber({ yymmdd: match[1], code: match[2] }) : null;
}

/** A line whose price or quantity is not what the form was shown with; `was` is null for one that was not there. */
export type LineChange = { variantId: string; was: { quantityMilli: number; price: number } | null };

/** Which lines changed since they were seen: see {@link seenLine}. */
export function changedSince(
  seen: readonly string[],
  lines: readonly { variantId: string; quantityMilli: number; price: number }[],
): LineChange[] {
  const before = new Map<string, { quantityMilli: number; price: number }>();
  for (const text of seen) {
    const match = /^([\w-]{1,64}):(\d{1,10}):(\d{1,13})$/.exec(text);
    if (match?.[1]) before.set(match[1], { quantityMilli: Number(match[2]), price: Number(match[3]) });
  }
  return lines
    .map(({ variantId, ...line }) => ({ variantId, line, was: before.get(variantId) ?? null }))
    .filter(({ was, line }) => was?.price !== line.price || was.quantityMilli !== line.quantityMilli)
    .map(({ variantId, was }) => ({ variantId, was }));
}
