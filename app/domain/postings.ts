import { credit, creditBuyer, debit, entry, group } from "./entry-draft.ts";
import { NETWORK, NETWORK_BOOK, type NewEntry, type NewPosting } from "./ledger.ts";
import { add, type Rupiah, subtract, sum, ZERO } from "./money.ts";
import type { DrawSource } from "./payout.ts";
import type { LineShare } from "./sale-split.ts";

// One function for each thing that happens to money. Debits are written as they are, credits negated; docs/money.md shows each with figures.

/** Where a buyer's money arrives: in the network's bank, with the provider, in the hands of whoever took cash at a door, or in a group's box. */
export type Arrival =
  | { kind: "bank" | "stripe" }
  | { kind: "cod-in-transit"; holderId: string }
  | { kind: "cash-box"; groupId: string };

/** What the arrival debits. */
export function arrived(into: Arrival, amount: Rupiah): NewPosting {
  if (into.kind === "cod-in-transit") return debit(into.kind, { kind: "holder", id: into.holderId }, amount);
  if (into.kind === "cash-box") return debit(into.kind, group(into.groupId), amount);
  return debit(into.kind, NETWORK, amount);
}

export type PaidInput = {
  paymentId: string;
  orderId: string;
  /** Null for a guest: what is over then waits as a refund of the order. */
  buyerId: string | null;
  into: Arrival;
  consignments: readonly { groupId: string; goodsValue: Rupiah }[];
  /** Quotes and door fee together. */
  shipping: Rupiah;
  /** What of it the buyer's credit pays, set aside when it was ordered; none where nothing is said. */
  creditUsed?: Rupiah;
  /** What a transfer carried on top, so that the treasurer could tell it apart; it is the buyer's. */
  uniqueAddition: Rupiah;
};

/**
 * The buyer has paid: goods are held for the groups and shipping for the carrier; nothing is anybody's income yet. Money in a group's own box
 * stands in that group's book, all other money in the network's.
 */
export function paidEntry(input: PaidInput): NewEntry {
  const { creditUsed = ZERO } = input;
  const total = sum([...input.consignments.map((each) => each.goodsValue), input.shipping, input.uniqueAddition]);
  return entry({
    book: input.into.kind === "cash-box" ? input.into.groupId : NETWORK_BOOK,
    kind: "paid",
    key: `paid:${input.paymentId}`,
    cause: ["payment", input.paymentId],
    postings: [
      arrived(input.into, subtract(total, creditUsed)),
      debit("credit-set-aside", { kind: "order", id: input.orderId }, creditUsed),
      ...input.consignments.map((each) => credit("deposits-held", group(each.groupId), each.goodsValue)),
      credit("shipping-held", NETWORK, input.shipping),
      creditBuyer(input, input.buyerId, input.uniqueAddition),
    ],
  });
}

export type OrderCreditInput = { orderId: string; buyerId: string; amount: Rupiah };

/** An order is to be paid by the buyer's credit, whole or in part: nobody can spend that credit on anything else meanwhile. */
export function creditSetAsideEntry({ orderId, buyerId, amount }: OrderCreditInput): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "credit-set-aside",
    key: `credit-set-aside:${orderId}`,
    cause: ["order", orderId],
    postings: [
      debit("buyer-credit", { kind: "buyer", id: buyerId }, amount),
      credit("credit-set-aside", { kind: "order", id: orderId }, amount),
    ],
  });
}

/** The order ended before it was paid: its buyer has the credit again. The mirror of what was set aside. */
export function creditReleasedEntry({ orderId, buyerId, amount }: OrderCreditInput): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "credit-released",
    key: `credit-released:${orderId}`,
    cause: ["order", orderId],
    postings: [
      debit("credit-set-aside", { kind: "order", id: orderId }, amount),
      credit("buyer-credit", { kind: "buyer", id: buyerId }, amount),
    ],
  });
}

export type DeliveredInput = {
  consignmentId: string;
  groupId: string;
  lines: readonly {
    orderLineId: string;
    shares: readonly Pick<LineShare, "party" | "memberId" | "amount">[];
  }[];
};

/** The consignment has arrived: what was held becomes the members', line by line as it was divided when it was sold. */
export function deliveredEntry({ consignmentId, groupId, lines }: DeliveredInput): NewEntry {
  return entry({
    book: groupId,
    kind: "delivered",
    key: `delivered:${consignmentId}`,
    cause: ["consignment", consignmentId],
    postings: lines.flatMap(({ orderLineId, shares }) =>
      [
        debit("deposits-held", group(groupId), sum(shares.map((share) => share.amount))),
        ...shares.map((share) => creditParty(groupId, share)),
      ].map((posting) => ({ ...posting, orderLineId })),
    ),
  });
}

function creditParty(groupId: string, share: DeliveredInput["lines"][number]["shares"][number]): NewPosting {
  switch (share.party) {
    case "network-fee":
      return credit("network-fee", NETWORK, share.amount);
    case "provider-fee":
      return credit("provider-fees", NETWORK, share.amount);
    case "group-fund":
      return credit("group-fund", group(groupId), share.amount);
    case "fixed-cost":
      return credit("fixed-costs", group(groupId), share.amount);
    case "member":
      if (share.memberId === null) throw new RangeError("a member's share names no member");
      return credit("member-payable", { kind: "member", id: share.memberId }, share.amount);
  }
}

export type HandedInput = { handInId: string; holderId: string; amount: Rupiah; note: string };

/** Cash that somebody took at the doors is at the bank now. */
export function cashHandedInEntry({ handInId, holderId, amount, note }: HandedInput): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "cash-handed-in",
    key: `handed-in:${handInId}`,
    cause: ["hand-in", handInId],
    memo: note,
    postings: [debit("bank", NETWORK, amount), credit("cod-in-transit", { kind: "holder", id: holderId }, amount)],
  });
}

export type RunSettledInput = {
  runId: string;
  /** All that its buyers paid for shipping: quotes and door fees. */
  held: Rupiah;
  /** What the carrier charged, paid from the bank. */
  bill: Rupiah;
  /** What each buyer's quotes were above the final shares. A guest has no credit: it waits as a refund of the order. */
  savings: readonly { orderId: string; buyerId: string | null; as: "credit" | "refund"; amount: Rupiah }[];
};

/** The run is paid for: savings go to the buyers; the shipping reserve takes what is over (door fees) and carries what lacks. */
export function runSettledEntry({ runId, held, bill, savings }: RunSettledInput): NewEntry {
  const returned = sum(savings.map((saving) => saving.amount));
  return entry({
    book: NETWORK_BOOK,
    kind: "run-settled",
    key: `settled:${runId}`,
    cause: ["run", runId],
    postings: [
      debit("shipping-held", NETWORK, held),
      credit("bank", NETWORK, bill),
      ...savings.map((saving) => creditBuyer(saving, saving.as === "credit" ? saving.buyerId : null, saving.amount)),
      credit("shipping-reserve", NETWORK, subtract(held, add(bill, returned))),
    ],
  });
}

export type CashDrawnInput = { drawId: string; groupId: string; amount: Rupiah; from?: DrawSource };

/** A group has drawn cash for its box, from the network's bank unless it is said to be from its own account. */
export function cashDrawnEntry(input: CashDrawnInput): NewEntry {
  return entry({
    book: input.groupId,
    kind: "cash-drawn",
    key: `drawn:${input.drawId}`,
    cause: ["draw", input.drawId],
    postings: [
      debit("cash-box", group(input.groupId), input.amount),
      input.from === "own-account"
        ? credit("own-account", group(input.groupId), input.amount)
        : credit("bank", NETWORK, input.amount),
    ],
  });
}

/** The payment provider has kept its fee; what the sales' splits set aside for it stands on the other side of the same account. */
export function providerFeeEntry(input: { feeId: string; paymentId: string; amount: Rupiah }): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "provider-fee",
    key: `fee:${input.feeId}`,
    cause: ["payment", input.paymentId],
    postings: [debit("provider-fees", NETWORK, input.amount), credit("stripe", NETWORK, input.amount)],
  });
}
