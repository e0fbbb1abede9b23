import { credit, debit, entry } from "./entry-draft.ts";
import { mirrorOf, NETWORK, NETWORK_BOOK, type NewEntry, type NewPosting } from "./ledger.ts";
import type { Rupiah } from "./money.ts";
import type { Arrival } from "./postings.ts";

// As postings.ts, for what should not happen and does.

export type LatePaidInput = { paymentId: string; orderId: string; into: Arrival; amount: Rupiah };

/** Money came for an order that does not wait for it (any more): it is the buyer's, and owed back until somebody has sent it. */
export function latePaidEntry({ paymentId, orderId, into, amount }: LatePaidInput): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "paid",
    key: `paid:${paymentId}`,
    cause: ["payment", paymentId],
    postings: [debit(into, NETWORK, amount), credit("refunds-payable", { kind: "order", id: orderId }, amount)],
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
