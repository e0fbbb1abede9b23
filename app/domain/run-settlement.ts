import { credit, creditBuyer, debit, entry } from "./entry-draft.ts";
import { NETWORK, NETWORK_BOOK, type NewEntry } from "./ledger.ts";
import { add, type Rupiah, rupiah, subtract, sum, ZERO } from "./money.ts";
import { settleRun } from "./pooling.ts";
import type { RunSettledInput } from "./postings.ts";
import { actualWeight, type Carried, loadOf } from "./run.ts";
import { type ShareRule, weightsBy } from "./share-rule.ts";
import { sendingCost, type Tariff } from "./tariff.ts";

export type SettledLine = {
  id: string;
  /** On the scale's weight, under the run's tariff. */
  alone: Rupiah;
  quote: Rupiah;
  share: Rupiah;
  /** Quote less share: what goes back to the buyer. */
  returned: Rupiah;
};

export type RunSettlement = {
  lines: SettledLine[];
  bill: Rupiah;
  quotes: Rupiah;
  shares: Rupiah;
  returned: Rupiah;
  /** What the shipping reserve carries of the bill: zero, or what the shares leave open. */
  carried: Rupiah;
};

export type Bill = { tariff: Tariff; rule: ShareRule; bill: Rupiah; consignments: readonly Carried[] };

/**
 * Divides the carrier's real bill over what travelled by the run's rule, on the scale's weights: nobody above the quote, and nobody above
 * the price alone, so a consignment that turned out lighter than ordered is capped by that price. Shares and `carried` sum to the bill.
 * @throws RangeError for a negative bill
 */
export function settleCarried({ tariff, rule, bill, consignments }: Bill): RunSettlement {
  const loads = consignments.map(loadOf);
  const { weights } = weightsBy(rule, tariff, loads);
  const caps = consignments.map((each, at) => {
    const alone = sendingCost(tariff, actualWeight(each));
    return { id: each.id, alone, quote: rupiah(Math.min(each.quote, alone)), weight: weights[at] ?? 0n };
  });
  const { shares } = settleRun({ bill, consignments: caps });
  const lines = consignments.map(({ id, quote }, at): SettledLine => {
    const share = shares.get(id) ?? ZERO;
    return { id, alone: caps[at]?.alone ?? ZERO, quote, share, returned: subtract(quote, share) };
  });
  const shared = sum(lines.map((line) => line.share));
  return {
    lines,
    bill,
    quotes: sum(lines.map((line) => line.quote)),
    shares: shared,
    returned: sum(lines.map((line) => line.returned)),
    carried: subtract(bill, shared),
  };
}

/** A consignment that travelled, with what its order says of money. */
export type Travelled = Carried & {
  orderId: string;
  buyerId: string | null;
  savingAs: "credit" | "refund";
  /** The order's, when the order belongs to this run; each order has it once. */
  doorFee: Rupiah;
};

/** What the ledger is told of a settlement, for the orders whose money is there: one saving for each. */
export function settledInput({
  runId,
  settlement,
  paid,
}: {
  runId: string;
  settlement: RunSettlement;
  paid: readonly Travelled[];
}): RunSettledInput {
  const returned = new Map(settlement.lines.map((line) => [line.id, line.returned]));
  const orders = new Map<
    string,
    { buyerId: string | null; as: "credit" | "refund"; doorFee: Rupiah; amount: Rupiah }
  >();
  for (const { id, orderId, buyerId, savingAs, doorFee } of paid) {
    const amount = add(orders.get(orderId)?.amount ?? ZERO, returned.get(id) ?? ZERO);
    orders.set(orderId, { buyerId, as: savingAs, doorFee, amount });
  }
  return {
    runId,
    held: sum([...paid.map((each) => each.quote), ...[...orders.values()].map((order) => order.doorFee)]),
    bill: settlement.bill,
    savings: [...orders].map(([orderId, { buyerId, as, amount }]) => ({ orderId, buyerId, as, amount })),
  };
}

export type LateCash = {
  runId: string;
  order: { id: string; buyerId: string | null; savingAs: "credit" | "refund"; doorFee: Rupiah };
  /** The order's consignments on that run. */
  consignments: readonly { quote: Rupiah; share: Rupiah }[];
};

/**
 * Cash taken at a door after the run was settled: the buyer gets the same saving as everybody, and the shipping reserve, which had
 * carried this order's share of the bill, gets it back, with the door fee.
 */
export function lateCashEntry({ runId, order, consignments }: LateCash): NewEntry {
  const quotes = sum(consignments.map((each) => each.quote));
  const shares = sum(consignments.map((each) => each.share));
  const buyerId = order.savingAs === "credit" ? order.buyerId : null;
  return entry({
    book: NETWORK_BOOK,
    kind: "run-settled",
    key: `settled:${runId}:${order.id}`,
    cause: ["run", runId],
    postings: [
      debit("shipping-held", NETWORK, add(quotes, order.doorFee)),
      creditBuyer({ orderId: order.id }, buyerId, subtract(quotes, shares)),
      credit("shipping-reserve", NETWORK, add(shares, order.doorFee)),
    ],
  });
}

/** What such a buyer gets back: the quotes less the shares. */
export function savingOf({ consignments }: Pick<LateCash, "consignments">): Rupiah {
  return subtract(sum(consignments.map((each) => each.quote)), sum(consignments.map((each) => each.share)));
}
