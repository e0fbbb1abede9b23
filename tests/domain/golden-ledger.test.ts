import { describe, expect, it } from "vitest";
import type { NewEntry } from "#app/domain/ledger.ts";
import { type Rupiah, rupiah, sum } from "#app/domain/money.ts";
import { cashDrawnEntry, deliveredEntry, paidEntry, providerFeeEntry, runSettledEntry } from "#app/domain/postings.ts";
import { paidOutEntry } from "#app/domain/postings-of-payouts.ts";
import { refundedEntries, refundedInput, refundPaidEntry } from "#app/domain/postings-of-refunds.ts";
import { type HeldLine, planRefund, type RefundPlan } from "#app/domain/refund.ts";
import { splitSaleLine } from "#app/domain/sale-split.ts";
import { balancesAfter } from "#tests/world/balances.ts";
import { GOLDEN_ORDER } from "./golden-order.ts";

/** The order as it is sold here: the same rates, split by the same code as any sale. */
const lines = GOLDEN_ORDER.lines.map((line): HeldLine => {
  const value = rupiah(line.pieces * line.price);
  const shares = splitSaleLine({
    goodsValue: value,
    quantityMilli: line.pieces * 1000,
    networkFeeBasisPoints: GOLDEN_ORDER.networkFeeBasisPoints,
    providerFeeBasisPoints: 0,
    rule: {
      ...{ method: "contribution", fundBasisPoints: GOLDEN_ORDER.fundBasisPoints },
      ...{ fixedCosts: [], fixedShares: [], pieceRates: [] },
    },
    contributions: Object.entries(line.weights).map(([memberId, weight]) => ({
      ...{ memberId, memberNumber: Number(memberId.slice(1)), step: "", weight },
    })),
  });
  const { id, group } = line;
  return {
    ...{ orderLineId: id, consignmentId: `C-${group}`, groupId: group, isEarned: true, hasTravelled: true },
    ...{ value, quantityMilli: line.pieces * 1000 },
    shares: shares.map(({ party, memberId, amount }, at) => ({ shareId: `${id}.${at}`, party, memberId, amount })),
  };
});
const groups = ["G1", "G2"];
const linesOf = (groupId: string) => lines.filter((line) => line.groupId === groupId);

const paid = paidEntry({
  ...{ paymentId: "P", orderId: "O", buyerId: null, into: { kind: "stripe" } as const, uniqueAddition: rupiah(0) },
  consignments: groups.map((groupId) => ({ groupId, goodsValue: sum(linesOf(groupId).map((line) => line.value)) })),
  shipping: rupiah(GOLDEN_ORDER.shipping),
});
const delivered = groups.map((groupId) =>
  deliveredEntry({ consignmentId: `C-${groupId}`, groupId, lines: linesOf(groupId) }),
);
const fee = providerFeeEntry({ feeId: "F", paymentId: "P", amount: rupiah(GOLDEN_ORDER.providerFee) });

function planned(): RefundPlan {
  const plan = planRefund(
    { lines, shipping: [], isWhole: true },
    { kind: "parts", lines: [{ orderLineId: "L1", quantityMilli: 1000 }], shipping: rupiah(0) },
  );
  if (typeof plan === "string") throw new Error(plan);
  return plan;
}
const refund = [
  ...refundedEntries({ refundId: "R", orderId: "O", ...refundedInput(planned()), buyerCredit: null }),
  refundPaidEntry({ refundId: "R", orderId: "O", amount: planned().total, from: { kind: "stripe" } }),
];

/** Balances by kind of account, a member's by the member: those of several groups are summed. */
function balancesByKind(entries: readonly NewEntry[]): Record<string, number> {
  const summed: Record<string, number> = {};
  for (const [code, balance] of Object.entries(balancesAfter(entries))) {
    const [kind = "", , id = ""] = code.split(":");
    const name = kind === "member-payable" ? id : kind;
    summed[name] = (summed[name] ?? 0) + balance;
  }
  return summed;
}

/** Who has what of these shares. */
function partsOf(shares: HeldLine["shares"]) {
  const of = (party: string): Rupiah =>
    sum(shares.filter((share) => share.party === party).map((share) => share.amount));
  const members = shares.flatMap(({ memberId, amount }) => (memberId ? [[memberId, amount] as const] : []));
  return { fund: of("group-fund"), network: of("network-fee"), members: Object.fromEntries(members) };
}

describe("the golden order, through the real posting code", () => {
  it("is split as written down", () => {
    for (const { id, split } of GOLDEN_ORDER.lines) {
      const own = lines.find((line) => line.orderLineId === id);
      expect({ goods: own?.value, ...partsOf(own?.shares ?? []) }).toEqual(split);
    }
  });

  it("stands as written down after payment, delivery and the provider's fee", () => {
    expect(balancesByKind([paid, ...delivered, fee])).toEqual(GOLDEN_ORDER.afterPayment);
  });

  it("takes one bag back from each party as written down", () => {
    const shares = planned().lines.flatMap((line) => line.shares);
    expect({ goods: planned().total, ...partsOf(shares) }).toEqual(GOLDEN_ORDER.oneBagBack);
    expect(balancesByKind([paid, ...delivered, fee, ...refund])).toEqual(GOLDEN_ORDER.afterRefund);
  });

  it("leaves members, fees and funds as written down after payouts and the carrier's bill", () => {
    const out = (memberId: string, groupId: string, amount: number, method: "cash" | "transfer") =>
      paidOutEntry({ payoutId: `${memberId}-1`, groupId, memberId, amount: rupiah(amount), method });
    const balances = balancesByKind([
      ...[paid, ...delivered, fee, ...refund],
      out("M4", "G2", 25_500, "transfer"),
      out("M5", "G2", 102_749, "transfer"),
      cashDrawnEntry({ drawId: "D", groupId: "G1", amount: rupiah(30_000) }),
      out("M1", "G1", 20_000, "cash"),
      runSettledEntry({ runId: "R", held: rupiah(27_000), bill: rupiah(25_500), savings: [] }),
    ]);
    const { money, bankCharges, cashBox, surplus, members, ...accounts } = GOLDEN_ORDER.afterPayouts;
    for (const [member, owed] of Object.entries(members)) expect(balances[member] ?? 0).toBe(owed);
    expect(balances).toMatchObject(accounts);
    expect(balances["shipping-reserve"]).toBe(-surplus);
    expect(balances["cash-box"]).toBe(cashBox);
    // A bank's charge is not posted here: the money is more by that.
    expect((balances.stripe ?? 0) + (balances.bank ?? 0)).toBe(money + bankCharges);
  });
});
