import { dayInWib } from "./calendar-day.ts";
import type { Rupiah } from "./money.ts";
import type { PaymentMethod } from "./order.ts";
import type { RefundCause } from "./refund.ts";

/** Papers about one group's part of an order. */
export const DOCUMENT_KINDS = ["order-confirmation", "invoice", "receipt", "credit-note"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Konfirmasi pesanan, faktur, kuitansi, nota kredit: a number reads the same in both languages. */
const PREFIXES: Record<DocumentKind, string> = {
  "order-confirmation": "PSN",
  invoice: "FKT",
  receipt: "KWT",
  "credit-note": "NKR",
};

export type DocumentLine = {
  name: string;
  unit: string;
  unitPrice: Rupiah;
  quantityMilli: number;
  goodsValue: Rupiah;
  /** Of the goods value, what was packed short. */
  missing: Rupiah;
};

/** Why a credit note gives back: somebody wanted it, less was packed, the run cost less, or the goods were never paid. */
export type CreditCause = RefundCause | "cancelled";

/**
 * What a document says, as it was when its number was given; nothing that changes later reaches it. Moments are ISO 8601. An
 * invoice has all that PMK 37/2025 asks of it: number, date, platform, seller's account, buyer with address, goods, quantity, price,
 * discount, PPh 22; what corrects it names its number.
 */
export type DocumentContent = {
  networkName: string;
  /** The account is the seller's name on the platform: the group's slug. */
  group: { name: string; villageCode: string; phone: string | null; account: string };
  /** The address stands on invoices alone, which the tax rules ask it of. */
  buyer: { name: string; lines: string[]; villageCode: string | null; postcode: string | null };
  orderNumber: string;
  placedAt: string;
  lines: DocumentLine[];
  goods: Rupiah;
  missing: Rupiah;
  /** What the seller gave off the price; nobody can yet, and the tax rules ask for the field. */
  discount: Rupiah;
  shipping: Rupiah;
  /** Whether the run is settled, so that the shipping cannot become less any more. */
  isShippingFinal: boolean;
  doorFee: Rupiah;
  /** Income tax withheld from the sale (PPh 22). */
  taxWithheld: Rupiah;
  total: Rupiah;
  payment: { method: PaymentMethod; paidAt: string; uniqueAddition: Rupiah } | null;
  /** Of a credit note: why, and the number of the paper that it takes from. */
  credit: { cause: CreditCause; reason: string; refersTo: string | null } | null;
};

/** "FKT/2026/0007". Counts from 1 for each group, kind and year. */
export function documentNumber({ kind, year, number }: { kind: DocumentKind; year: number; number: number }): string {
  return `${PREFIXES[kind]}/${year}/${String(number).padStart(4, "0")}`;
}

/** The year in which a number is counted: as the islands' calendar has it. */
export function documentYear(nowMs: number): number {
  return Number(dayInWib(nowMs).slice(0, 4));
}
