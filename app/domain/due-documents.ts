import type { ConsignmentState } from "./consignment.ts";
import type { CreditCause, DocumentContent, DocumentKind, DocumentLine } from "./document.ts";
import { add, type Rupiah, rupiah, subtract, sum, ZERO } from "./money.ts";
import type { PaymentMethod } from "./order.ts";
import type { RefundCause } from "./refund.ts";
import { allocate } from "./split.ts";

export type DocumentPart = {
  consignmentId: string;
  groupId: string;
  group: DocumentContent["group"];
  state: ConsignmentState;
  wasHandedOver: boolean;
  goodsValue: Rupiah;
  missing: Rupiah;
  quote: Rupiah;
  share: Rupiah | null;
  lines: DocumentLine[];
};

/** All that the papers of an order are made of; moments are ISO 8601. */
export type DocumentBasis = {
  networkName: string;
  order: { number: string; state: string; placedAt: string; doorFee: Rupiah };
  buyer: DocumentContent["buyer"];
  parts: DocumentPart[];
  payments: { id: string; amount: Rupiah; uniqueAddition: Rupiah; method: PaymentMethod; paidAt: string }[];
  refunds: {
    id: string;
    amount: Rupiah;
    cause: RefundCause;
    /** Where all of it is one group's. */
    consignmentId: string | null;
    /** What of the amount is for lines, group by group. */
    goods: { consignmentId: string; amount: Rupiah }[];
    reason: string;
  }[];
  /** The causes that a paper stands for already. */
  issued: ReadonlySet<string>;
};

export type DueDocument = {
  /** The fact that it documents, once: "invoice:CONSIGNMENT". */
  cause: string;
  kind: DocumentKind;
  consignmentId: string;
  groupId: string;
  content: DocumentContent;
  /** Causes of the papers that it may refer to, the best first. */
  refersTo: string[];
};

const NEVER_SOLD = ["expired", "cancelled"];
/** Out of the group's hands: the scale has had its last word. */
const OUT: readonly ConsignmentState[] = ["handed-over", "departed", "arrived", "delivered"];

/**
 * The papers that an order's facts call for and that are not issued yet, in the order in which they take their numbers. What belongs to
 * the order as a whole (the fee for the door, a payment, a refund) is divided among its groups by largest remainder, so that the papers of
 * all groups add up to it.
 */
export function dueDocuments(basis: DocumentBasis): DueDocument[] {
  const doors = allocate(
    basis.order.doorFee,
    basis.parts.map(() => 1),
  );
  const parts = basis.parts.map((part, at) => ({ ...part, door: doors[at] ?? ZERO }));
  return [
    ...confirmations(basis, parts),
    ...invoices(basis, parts),
    ...receipts(basis, parts),
    ...creditNotes(basis, parts),
  ].filter((due) => due.content.total > 0 && !basis.issued.has(due.cause));
}

type Part = DocumentPart & { door: Rupiah };

function confirmations(basis: DocumentBasis, parts: Part[]): DueDocument[] {
  if (NEVER_SOLD.includes(basis.order.state)) return [];
  return parts.map((part) => ({
    ...headOf("order-confirmation", part, part.consignmentId),
    content: {
      ...contentOf(basis, part),
      lines: part.lines.map((line) => ({ ...line, missing: ZERO })),
      missing: ZERO,
      shipping: part.quote,
      isShippingFinal: false,
      total: asOrdered(part),
    },
  }));
}

function invoices(basis: DocumentBasis, parts: Part[]): DueDocument[] {
  if (basis.order.state === "awaiting-payment") return [];
  return parts
    .filter((part) => OUT.includes(part.state) || (part.wasHandedOver && part.state === "refunded"))
    .map((part) => ({
      ...headOf("invoice", part, part.consignmentId),
      content: { ...contentOf(basis, part), buyer: basis.buyer, total: asPacked(part) },
    }));
}

function receipts(basis: DocumentBasis, parts: Part[]): DueDocument[] {
  return basis.payments.flatMap(({ id, amount, uniqueAddition, method, paidAt }) => {
    const full = parts.map(asOrdered);
    // Paid at the door is paid as packed.
    const amounts = allocate(amount, sum(full) === amount ? full : weights(parts.map(keptOf), full));
    return parts.map((part, at) => ({
      ...headOf("receipt", part, `${id}:${part.consignmentId}`),
      content: {
        ...contentOf(basis, part),
        total: amounts[at] ?? ZERO,
        payment: { method, paidAt, uniqueAddition },
      },
    }));
  });
}

function creditNotes(basis: DocumentBasis, parts: Part[]): DueDocument[] {
  const note = (part: Part, { id, total, ...credit }: Credit): DueDocument => ({
    ...headOf("credit-note", part, `${id}:${part.consignmentId}`),
    content: { ...contentOf(basis, part), total, credit: { ...credit, refersTo: null } },
    refersTo: [
      `invoice:${part.consignmentId}`,
      ...basis.payments.map((payment) => `receipt:${payment.id}:${part.consignmentId}`),
      `order-confirmation:${part.consignmentId}`,
    ],
  });
  const refunded = basis.refunds.flatMap((refund) => {
    const { id, cause, reason } = refund;
    return partsOfRefund(refund, parts).map(({ part, total }) => note(part, { id, total, cause, reason }));
  });
  // Goods that left the group and were never paid: the invoice is taken back whole.
  const cancelled = parts
    .filter((part) => part.state === "cancelled" && basis.issued.has(`invoice:${part.consignmentId}`))
    .map((part) => note(part, { id: "cancelled", total: asPacked(part), cause: "cancelled", reason: "" }));
  return [...refunded, ...cancelled];
}

type Credit = { id: string; total: Rupiah; cause: CreditCause; reason: string };

/**
 * Each group's part of a refund. What is for lines belongs to the groups of those lines; the rest (shipping) is divided among them by what
 * each was asked for shipping. A saving is divided by what each group's shipping cost less; a refund that names no lines, by what each sold.
 */
function partsOfRefund(refund: DocumentBasis["refunds"][number], parts: Part[]): { part: Part; total: Rupiah }[] {
  const goodsOf = (part: Part): Rupiah =>
    sum(refund.goods.filter((each) => each.consignmentId === part.consignmentId).map((each) => each.amount));
  const own = parts.filter((part) => part.consignmentId === refund.consignmentId);
  const named = parts.filter((part) => goodsOf(part) > 0);
  const theirs = [own, named, parts].find((some) => some.length > 0) ?? [];
  if (theirs.length === 0) return [];
  const rest = subtract(refund.amount, sum(theirs.map(goodsOf)));
  const shippings = theirs.map((part) => add(part.quote, part.door));
  const rests = allocate(rest, weights(restWeights(refund, theirs), weights(shippings, theirs.map(asOrdered))));
  return theirs.map((part, at) => ({ part, total: add(goodsOf(part), rests[at] ?? ZERO) }));
}

function restWeights({ cause, goods }: DocumentBasis["refunds"][number], parts: Part[]): Rupiah[] {
  if (cause === "saving") return parts.map((part) => rupiah(Math.max(0, part.quote - (part.share ?? part.quote))));
  return goods.length > 0 ? parts.map((part) => add(part.quote, part.door)) : parts.map(keptOf);
}

const headOf = (kind: DocumentKind, part: Part, fact: string) => ({
  ...{ kind, cause: `${kind}:${fact}`, consignmentId: part.consignmentId, groupId: part.groupId },
  refersTo: [] as string[],
});

function contentOf({ networkName, order, buyer }: DocumentBasis, part: Part): DocumentContent {
  return {
    ...{ networkName, group: part.group, lines: part.lines },
    buyer: { name: buyer.name, lines: [], villageCode: null, postcode: null },
    ...{ orderNumber: order.number, placedAt: order.placedAt },
    ...{ goods: part.goodsValue, missing: part.missing, doorFee: part.door, total: ZERO },
    ...{ discount: ZERO, taxWithheld: ZERO },
    ...{ shipping: part.share ?? part.quote, isShippingFinal: part.share !== null },
    ...{ payment: null, credit: null },
  };
}

const asOrdered = (part: Part): Rupiah => sum([part.goodsValue, part.quote, part.door]);
const keptOf = (part: Part): Rupiah => subtract(asOrdered(part), part.missing);
const asPacked = (part: Part): Rupiah =>
  add(subtract(part.goodsValue, part.missing), add(part.share ?? part.quote, part.door));

/** Something must weigh: where nothing was kept, all counts as it was ordered. */
const weights = (kept: Rupiah[], full: Rupiah[]): Rupiah[] => (kept.some((amount) => amount > 0) ? kept : full);
