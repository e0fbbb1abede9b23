import { credit, creditBuyer, debit, entry, group } from "./entry-draft.ts";
import { mirrorOf, NETWORK, NETWORK_BOOK, type NewEntry, type NewPosting } from "./ledger.ts";
import { add, type Rupiah, sum } from "./money.ts";
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

export type DisputedInput = { disputeRef: string; orderId: string; taken: Rupiah; fee: Rupiah };

/** The buyer's bank has the money back until it decides: it is held apart. The provider keeps its fee for the work whoever wins. */
export function disputedEntry({ disputeRef, orderId, taken, fee }: DisputedInput): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "disputed",
    key: `disputed:${disputeRef}`,
    cause: ["order", orderId],
    postings: [
      debit("disputed-funds", NETWORK, taken),
      debit("provider-fees", NETWORK, fee),
      credit("stripe", NETWORK, add(taken, fee)),
    ],
  });
}

/** The bank decided for us: the money is with the provider again, and the fee where the provider gives it back. */
export function disputeWonEntry(input: {
  disputeRef: string;
  orderId: string;
  returned: Rupiah;
  fee: Rupiah;
}): NewEntry {
  const { disputeRef, orderId, returned, fee } = input;
  return entry({
    book: NETWORK_BOOK,
    kind: "dispute-won",
    key: `dispute-won:${disputeRef}`,
    cause: ["order", orderId],
    postings: [
      debit("stripe", NETWORK, add(returned, fee)),
      credit("disputed-funds", NETWORK, returned),
      credit("provider-fees", NETWORK, fee),
    ],
  });
}

/** What went to a buyer beyond all that the parties of the order still held: nobody else can bear it. */
export function lossBorneEntry({
  refundId,
  orderId,
  amount,
}: {
  refundId: string;
  orderId: string;
  amount: Rupiah;
}): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "loss-borne",
    key: `loss-borne:${refundId}`,
    cause: ["refund", refundId],
    postings: [debit("losses", NETWORK, amount), credit("refunds-payable", { kind: "order", id: orderId }, amount)],
  });
}

/** The provider sent what it held to our bank; below zero, the bank sent it back. In whole rupiah. */
export function providerSettledEntry({ movementRef, amount }: { movementRef: string; amount: Rupiah }): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "provider-settled",
    key: `provider-settled:${movementRef}`,
    cause: ["movement", movementRef],
    postings: [debit("bank", NETWORK, amount), credit("stripe", NETWORK, amount)],
  });
}
