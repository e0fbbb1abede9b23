import { z } from "zod";
import { normalisePhone } from "./phone.ts";
import type { FieldErrors } from "./result.ts";

export const CARD_NOTE_MAX = 300;

const short = (max: number) => z.string().trim().max(max, { error: "too-long" });

/** What the checkout form says about a gift; all of it counts for nothing unless the box is ticked. */
export const GiftFields = {
  isGift: z.enum(["yes", ""]).default(""),
  recipientName: short(80).default(""),
  recipientPhone: short(40).default(""),
  cardNote: short(CARD_NOTE_MAX).default(""),
};

/** A form in which the box stays unticked. */
export const NO_GIFT = { isGift: "", recipientName: "", recipientPhone: "", cardNote: "" } as const;

type Filled = { isGift: "yes" | ""; recipientName: string; recipientPhone: string; cardNote: string };

/** Who gets the goods in the buyer's stead: the phone as +62 and digits; an empty note is no card. */
export type Gift = { name: string; phone: string; note: string };

/** The gift that was filled in, null where the box is not ticked, or what is wrong by field. A gift is paid ahead: nobody asks its recipient for money. */
export function readGift(
  filled: Filled & { method: string },
): { ok: true; gift: Gift | null } | { ok: false; fields: FieldErrors } {
  if (filled.isGift !== "yes") return { ok: true, gift: null };
  const fields: FieldErrors = {};
  const phone = normalisePhone(filled.recipientPhone);
  if (filled.recipientName.length < 2) fields.recipientName = "required";
  if (!phone) fields.recipientPhone = filled.recipientPhone === "" ? "required" : "phone";
  if (filled.method === "cash-on-delivery") fields.method = "gift-paid-ahead";
  if (!phone || Object.keys(fields).length > 0) return { ok: false, fields };
  return { ok: true, gift: { name: filled.recipientName, phone, note: filled.cardNote } };
}
