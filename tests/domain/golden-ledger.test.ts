import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { NewEntry } from "#app/domain/ledger.ts";
import { type Rupiah, rupiah, sum } from "#app/domain/money.ts";
import {
  cashDrawnEntry,
  deliveredEntry,
  paidEntry,
  paidOutEntry,
  providerFeeEntry,
  runSettledEntry,
} from "#app/domain/postings.ts";
import { refundedEntries, refundedInput, refundPaidEntry } from "#app/domain/postings-of-refunds.ts";
import { type HeldLine, planRefund, type RefundPlan } from "#app/domain/refund.ts";
import { splitSaleLine } from "#app/domain/sale-split.ts";
import { balancesAfter } from "#tests/world/balances.ts";

type Golden = {
  order: {
    shipping: number;
    coop_bp: number;
    platform_bp: number;
    lines: { line: number; group: string; qty: number; unit: number; members: [string, number][] }[];
  };
  split: { line: number; gross: number; coop: number; platform: number; members: Record<string, number> }[];
  provider_fee: number;
  refund: { gross: number; coop: number; platform: number; members: Record<string, number> };
  balances: Record<"after_payment" | "after_refund" | "before_dispute", Record<string, number>>;
};
const golden = JSON.parse(readFileSync("tests/domain/golden-ledger.json", "utf8")) as Golden;
const { order } = golden;

/** The order as it is sold here: the same rates, split by the same code as any sale. */
const lines = order.lines.map((line): HeldLine & { groupId: string } => {
  const value = rupiah(line.qty * line.unit);
  const shares = splitSaleLine({
    goodsValue: value,
    quantityMilli: line.qty * 1000,
    networkFeeBasisPoints: order.platform_bp,
    providerFeeBasisPoints: 0,
    rule: {
      ...{ method: "contribution", fundBasisPoints: order.coop_bp },
      ...{ fixedCosts: [], fixedShares: [], pieceRates: [] },
    },
    contributions: line.members.map(([memberId, weight]) => ({
      ...{ memberId, memberNumber: Number(memberId.slice(1)), step: "", weight },
    })),
  });
  const groupId = line.group.slice(0, 2);
  return {
    ...{ orderLineId: `L${line.line}`, consignmentId: `C-${groupId}`, groupId, isEarned: true, hasTravelled: true },
    ...{ value, quantityMilli: line.qty * 1000 },
    shares: shares.map(({ party, memberId, amount }, at) => ({
      shareId: `${line.line}.${at}`,
      party,
      memberId,
      amount,
    })),
  };
});
const groups = ["G1", "G2"];
const linesOf = (groupId: string) => lines.filter((line) => line.groupId === groupId);

const paid = paidEntry({
  ...{ paymentId: "P", orderId: "O", buyerId: null, into: "stripe" as const, uniqueAddition: rupiah(0) },
  consignments: groups.map((groupId) => ({ groupId, goodsValue: sum(linesOf(groupId).map((line) => line.value)) })),
  shipping: rupiah(order.shipping),
});
const delivered = groups.map((groupId) =>
  deliveredEntry({ consignmentId: `C-${groupId}`, groupId, lines: linesOf(groupId) }),
);
const fee = providerFeeEntry({ feeId: "F", paymentId: "P", amount: rupiah(golden.provider_fee) });

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

/** Our accounts under the golden file's names; several that are one there are summed. */
function goldenName(code: string): string {
  const [kind = "", , id = ""] = code.split(":");
  const names: Record<string, string> = {
    stripe: "A:psp_clearing:stripe",
    "provider-fees": "E:psp_fees",
    "network-fee": "I:platform_fee",
    "group-fund": "L:coop_fund",
    "shipping-held": "L:shipping_pool",
    "member-payable": `L:member_payable:${id}`,
  };
  return names[kind] ?? code;
}

function asGolden(entries: readonly NewEntry[]): Record<string, number> {
  const renamed: Record<string, number> = {};
  for (const [code, balance] of Object.entries(balancesAfter(entries)))
    renamed[goldenName(code)] = (renamed[goldenName(code)] ?? 0) + balance;
  return renamed;
}

describe("the golden order, through the real posting code", () => {
  it("is split as written down", () => {
    for (const { line, gross, coop, platform, members } of golden.split) {
      const own = lines.find((each) => each.orderLineId === `L${line}`);
      const of = (party: string): Rupiah =>
        sum((own?.shares ?? []).filter((share) => share.party === party).map((share) => share.amount));
      expect([own?.value, of("group-fund"), of("network-fee")]).toEqual([gross, coop, platform]);
      const parts = (own?.shares ?? []).flatMap(({ memberId, amount }) =>
        memberId ? [[memberId, amount] as const] : [],
      );
      expect(Object.fromEntries(parts)).toEqual(members);
    }
  });

  it("stands as written down after payment, delivery and the provider's fee", () => {
    expect(asGolden([paid, ...delivered, fee])).toEqual(golden.balances.after_payment);
  });

  it("takes one bag back from each party as written down", () => {
    const shares = planned().lines.flatMap((line) => line.shares);
    const of = (party: string) => shares.filter((share) => share.party === party).map((share) => share.amount);
    expect([planned().total, ...of("group-fund"), ...of("network-fee")]).toEqual([
      golden.refund.gross,
      golden.refund.coop,
      golden.refund.platform,
    ]);
    const parts = shares.flatMap(({ memberId, amount }) => (memberId ? [[memberId, amount] as const] : []));
    expect(Object.fromEntries(parts)).toEqual(golden.refund.members);
    expect(asGolden([paid, ...delivered, fee, ...refund])).toEqual(golden.balances.after_refund);
  });

  it("leaves members, fees and funds as written down after payouts and the carrier's bill", () => {
    const out = (memberId: string, groupId: string, amount: number, method: "cash" | "transfer") =>
      paidOutEntry({ payoutId: `${memberId}-1`, groupId, memberId, amount: rupiah(amount), method });
    const balances = asGolden([
      ...[paid, ...delivered, fee, ...refund],
      out("M4", "G2", 25_500, "transfer"),
      out("M5", "G2", 102_749, "transfer"),
      cashDrawnEntry({ drawId: "D", groupId: "G1", amount: rupiah(30_000) }),
      out("M1", "G1", 20_000, "cash"),
      runSettledEntry({ runId: "R", held: rupiah(27_000), bill: rupiah(25_500), savings: [] }),
    ]);
    const then = golden.balances.before_dispute;
    for (const member of ["M1", "M2", "M3", "M4", "M5"])
      expect(balances[`L:member_payable:${member}`] ?? 0).toBe(then[`L:member_payable:${member}`] ?? 0);
    expect(balances["I:platform_fee"]).toBe(then["I:platform_fee"]);
    expect(balances["E:psp_fees"]).toBe(then["E:psp_fees"]);
    // There the surplus of the carrier's bill goes to the fund, here to the shipping reserve.
    const surplus = balances["shipping-reserve:network:network"] ?? 0;
    expect(surplus).toBe(-1_500);
    expect((balances["L:coop_fund"] ?? 0) + surplus).toBe(then["L:coop_fund"]);
    expect(balances["cash-box:group:G1"]).toBe(then["A:cash"]);
    // There the provider's settlement and the bank's charge are posted too; together the money is the same.
    const money = (balances["A:psp_clearing:stripe"] ?? 0) + (balances["bank:network:network"] ?? 0);
    expect(money - (then["E:bank_charges"] ?? 0)).toBe((then["A:psp_clearing:stripe"] ?? 0) + (then["A:bank"] ?? 0));
  });
});
