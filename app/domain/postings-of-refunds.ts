import { credit, debit, entry, group } from "./entry-draft.ts";
import { mirrorOf, NETWORK, NETWORK_BOOK, type NewEntry, type NewPosting } from "./ledger.ts";
import { type Rupiah, sum, ZERO } from "./money.ts";
import { deliveredEntry } from "./postings.ts";
import type { FeeBearer, PlannedLine, RefundPlan } from "./refund.ts";
import { takeBack } from "./split.ts";

// As postings.ts, for money that goes back.

export type RefundedInput = {
  refundId: string;
  orderId: string;
  consignments: readonly {
    consignmentId: string;
    groupId: string;
    /** What goes back of its goods. */
    goodsValue: Rupiah;
    /** What its delivery had posted of that, exactly as it stands; null when it is still held. */
    delivered: readonly NewPosting[] | null;
  }[];
  /** What goes back of the shipping that is still held: nothing once its run is settled. */
  shippingHeld: Rupiah;
  /** What the reserve gives back of shipping that a settled run has charged. */
  shippingReserve?: Rupiah;
  /** What of the payment became a signed-in buyer's credit (the unique addition) and has not been used. */
  buyerCredit: { buyerId: string; amount: Rupiah } | null;
};

/**
 * An order goes back, whole or in part. In the book of each group that had delivered, the exact mirror of what its delivery had posted of
 * it; then, in the network's, all that is held again is released to the buyer. To be posted in this order.
 */
export function refundedEntries(input: RefundedInput): NewEntry[] {
  const { refundId, orderId, consignments, shippingHeld, shippingReserve = ZERO, buyerCredit } = input;
  const returns = consignments.flatMap(({ consignmentId, groupId, delivered }) =>
    delivered === null
      ? []
      : entry({
          book: groupId,
          kind: "returned",
          key: `returned:${refundId}:${consignmentId}`,
          cause: ["consignment", consignmentId],
          postings: mirrorOf(delivered),
        }),
  );
  const credited = buyerCredit?.amount ?? ZERO;
  const total = sum([...consignments.map((each) => each.goodsValue), shippingHeld, shippingReserve, credited]);
  const release = entry({
    book: NETWORK_BOOK,
    kind: "refunded",
    key: `refunded:${refundId}`,
    cause: ["order", orderId],
    postings: [
      ...consignments.map((each) => debit("deposits-held", group(each.groupId), each.goodsValue)),
      debit("shipping-held", NETWORK, shippingHeld),
      debit("shipping-reserve", NETWORK, shippingReserve),
      ...(buyerCredit ? [debit("buyer-credit", { kind: "buyer", id: buyerCredit.buyerId }, credited)] : []),
      credit("refunds-payable", { kind: "order", id: orderId }, total),
    ],
  });
  return [...returns, release];
}

/** What {@link refundedEntries} needs of a plan: each consignment with what its delivery had posted of what goes back. */
export function refundedInput(
  plan: Pick<RefundPlan, "lines" | "shipping">,
): Pick<RefundedInput, "consignments" | "shippingHeld"> & { shippingReserve: Rupiah } {
  const ids = [...new Set(plan.lines.map((line) => line.consignmentId))];
  const from = (source: "shipping-held" | "shipping-reserve"): Rupiah =>
    sum(plan.shipping.filter((part) => part.from === source).map((part) => part.amount));
  return {
    consignments: ids.flatMap((consignmentId) => {
      const lines = plan.lines.filter((line) => line.consignmentId === consignmentId && line.amount > 0);
      const [first] = lines;
      if (!first) return [];
      const { groupId, isEarned } = first;
      return {
        consignmentId,
        groupId,
        goodsValue: sum(lines.map((line) => line.amount)),
        delivered: isEarned ? deliveredEntry({ consignmentId, groupId, lines }).postings : null,
      };
    }),
    shippingHeld: from("shipping-held"),
    shippingReserve: from("shipping-reserve"),
  };
}

export type RefundPaidInput = {
  refundId: string;
  orderId: string;
  amount: Rupiah;
  from:
    | { kind: "bank" | "stripe" }
    /** The buyer's bank took it: a dispute was lost. */
    | { kind: "disputed-funds" }
    | { kind: "cash-box"; groupId: string }
    /** Not paid at all: it is the buyer's for the next order. */
    | { kind: "buyer-credit"; buyerId: string };
};

/** The buyer has the money back. */
export function refundPaidEntry({ refundId, orderId, amount, from }: RefundPaidInput): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "refund-paid",
    key: `refund:${refundId}`,
    cause: ["refund", refundId],
    postings: [debit("refunds-payable", { kind: "order", id: orderId }, amount), paidFrom(from, amount)],
  });
}

function paidFrom(from: RefundPaidInput["from"], amount: Rupiah): NewPosting {
  if (from.kind === "cash-box") return credit("cash-box", group(from.groupId), amount);
  if (from.kind === "buyer-credit") return credit("buyer-credit", { kind: "buyer", id: from.buyerId }, amount);
  return credit(from.kind, NETWORK, amount);
}

export type LostFeeInput = {
  refundId: string;
  groupId: string;
  bearer: Exclude<FeeBearer, "network">;
  fee: Rupiah;
  lines: readonly Pick<PlannedLine, "shares">[];
};

/**
 * The provider does not give its fee back. Where the group's rule says so, its fund makes it good to the network, or its members by what
 * each had of the sale (largest remainder); a sale of which no member had anything falls to the fund.
 */
export function lostFeeEntry({ refundId, groupId, bearer, fee, lines }: LostFeeInput): NewEntry {
  const members = lines.flatMap((line) => line.shares).filter((share) => share.party === "member");
  const amounts = members.map((share) => share.amount);
  const parts = bearer === "members" && sum(amounts) >= fee ? takeBack(fee, amounts) : null;
  return entry({
    book: groupId,
    kind: "fee-borne",
    key: `fee-borne:${refundId}:${groupId}`,
    cause: ["refund", refundId],
    postings: [
      ...(parts
        ? members.map((share, at) =>
            debit("member-payable", { kind: "member", id: share.memberId ?? "" }, parts[at] ?? ZERO),
          )
        : [debit("group-fund", group(groupId), fee)]),
      credit("provider-fees", NETWORK, fee),
    ],
  });
}
