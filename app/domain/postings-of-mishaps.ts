import { credit, creditBuyer, debit, entry, group } from "./entry-draft.ts";
import { mirrorOf, NETWORK_BOOK, type NewEntry, type NewPosting } from "./ledger.ts";
import { type Rupiah, sum } from "./money.ts";
import { type Arrival, arrived } from "./postings.ts";

// As postings.ts, for what should not happen and does.

export type LatePaidInput = { paymentId: string; orderId: string; into: Arrival; amount: Rupiah };

/** Money came for an order that does not wait for it (any more): it is the buyer's, and owed back until somebody has sent it. */
export function latePaidEntry({ paymentId, orderId, into, amount }: LatePaidInput): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "paid",
    key: `paid:${paymentId}`,
    cause: ["payment", paymentId],
    postings: [arrived(into, amount), credit("refunds-payable", { kind: "order", id: orderId }, amount)],
  });
}

/** The provider sent a refund that came back: the money is with us again, and owed again. The mirror of what refundPaidEntry posted. */
export function refundReturnedEntry(input: { refundId: string; paid: readonly NewPosting[] }): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "refund-paid",
    key: `refund-returned:${input.refundId}`,
    cause: ["refund", input.refundId],
    postings: mirrorOf(input.paid),
  });
}

export type PackedShortInput = {
  orderId: string;
  consignmentId: string;
  groupId: string;
  /** Null for a guest, or for a buyer who wants money back rather than credit: then it waits as a refund of the order. */
  creditTo: string | null;
  /** What is missing from the whole consignment so far: it names the fact, since it only grows. */
  missing: Rupiah;
  /** What became known to be missing now, line by line. */
  lines: readonly { orderLineId: string; missing: Rupiah }[];
};

/** Less was packed than was paid for: the difference is no longer held for the group, but the buyer's. */
export function packedShortEntry(input: PackedShortInput): NewEntry {
  const { orderId, consignmentId, groupId, creditTo, missing, lines } = input;
  return entry({
    book: NETWORK_BOOK,
    kind: "packed-short",
    key: `packed-short:${consignmentId}:${missing}`,
    cause: ["consignment", consignmentId],
    postings: [
      ...lines.map((line) => ({
        ...debit("deposits-held", group(groupId), line.missing),
        orderLineId: line.orderLineId,
      })),
      creditBuyer({ orderId }, creditTo, sum(lines.map((line) => line.missing))),
    ],
  });
}
