import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mirrorOf } from "#app/domain/ledger.ts";
import { type Rupiah, rupiah, sum } from "#app/domain/money.ts";
import { deliveredEntry, paidEntry } from "#app/domain/postings.ts";
import { refundedEntries, refundPaidEntry } from "#app/domain/postings-of-refunds.ts";
import { type LineShare, splitSaleLine } from "#app/domain/sale-split.ts";
import type { SplitMethod } from "#app/domain/split-rule.ts";
import { balancesAfter } from "#tests/world/balances.ts";

type Line = { value: number; method: SplitMethod; members: [number: number, weight: number][] };

const sharesOf = ({ value, method, members }: Line): LineShare[] =>
  splitSaleLine({
    goodsValue: rupiah(value),
    quantityMilli: 1000,
    networkFeeBasisPoints: 300,
    providerFeeBasisPoints: 0,
    rule: { method, fundBasisPoints: 700, fixedCosts: [], fixedShares: [], pieceRates: [] },
    contributions: members.map(([memberNumber, weight]) => ({
      memberId: `m${memberNumber}`,
      memberNumber,
      step: "",
      weight,
    })),
  });

// The worked order of docs/money.md: two bags by three members, coffee by two, sambal by one.
const bags = sharesOf({
  value: 169_998,
  method: "equal",
  members: [
    [1, 1],
    [2, 1],
    [3, 1],
  ],
});
const coffee = sharesOf({
  value: 42_500,
  method: "contribution",
  members: [
    [4, 2],
    [5, 1],
  ],
});
const sambal = sharesOf({ value: 99_999, method: "sole", members: [[5, 1]] });
const paid = paidEntry({
  paymentId: "p1",
  orderId: "o1",
  buyerId: "b1",
  into: { kind: "stripe" },
  consignments: [
    { groupId: "g1", goodsValue: rupiah(169_998) },
    { groupId: "g2", goodsValue: rupiah(142_499) },
  ],
  shipping: rupiah(27_000),
  uniqueAddition: rupiah(0),
});
const delivered1 = deliveredEntry({ consignmentId: "c1", groupId: "g1", lines: [{ orderLineId: "l1", shares: bags }] });
const delivered2 = deliveredEntry({
  consignmentId: "c2",
  groupId: "g2",
  lines: [
    { orderLineId: "l2", shares: coffee },
    { orderLineId: "l3", shares: sambal },
  ],
});

describe("the worked order", () => {
  it("holds all money when it is paid: nobody has earned anything yet", () => {
    expect(paid).toMatchObject({ book: "network", kind: "paid", key: "paid:p1", causeKind: "payment", causeId: "p1" });
    expect(balancesAfter([paid])).toEqual({
      "stripe:network:network": 339_497,
      "deposits-held:group:g1": -169_998,
      "deposits-held:group:g2": -142_499,
      "shipping-held:network:network": -27_000,
    });
  });

  it("becomes the members' when it is delivered, each in the book of its group", () => {
    expect(delivered1).toMatchObject({ book: "g1", key: "delivered:c1" });
    expect(balancesAfter([paid, delivered1, delivered2])).toEqual({
      "stripe:network:network": 339_497,
      "shipping-held:network:network": -27_000,
      "network-fee:network:network": -9_375,
      "group-fund:group:g1": -11_900,
      "group-fund:group:g2": -9_975,
      "member-payable:member:m1": -51_000,
      "member-payable:member:m2": -50_999,
      "member-payable:member:m3": -50_999,
      "member-payable:member:m4": -25_500,
      "member-payable:member:m5": -102_749,
    });
  });

  it("keeps the lines apart: each order line sums to zero by itself", () => {
    for (const line of ["l2", "l3"]) {
      const own = delivered2.postings.filter((posting) => posting.orderLineId === line);
      expect(own.length).toBeGreaterThan(2);
      expect(sum(own.map((posting) => posting.amount))).toBe(0);
    }
  });

  it("goes back whole after one group has delivered: the exact mirror first, then the release, and all is at zero", () => {
    const entries = refundedEntries({
      refundId: "r1",
      orderId: "o1",
      consignments: [
        { consignmentId: "c1", groupId: "g1", goodsValue: rupiah(169_998), delivered: delivered1.postings },
        { consignmentId: "c2", groupId: "g2", goodsValue: rupiah(142_499), delivered: null },
      ],
      shippingHeld: rupiah(27_000),
      buyerCredit: null,
    });
    expect(entries.map((entry) => [entry.book, entry.key])).toEqual([
      ["g1", "returned:r1:c1"],
      ["network", "refunded:r1"],
    ]);
    expect(entries[0]?.postings).toEqual(mirrorOf(delivered1.postings));
    expect(balancesAfter([paid, delivered1, ...entries])).toEqual({
      "stripe:network:network": 339_497,
      "refunds-payable:order:o1": -339_497,
    });
    const back = refundPaidEntry({ refundId: "r1", orderId: "o1", amount: rupiah(339_497), from: { kind: "stripe" } });
    expect(back.key).toBe("refund:r1");
    expect(balancesAfter([paid, delivered1, ...entries, back])).toEqual({});
  });
});

describe("any order", () => {
  const aValue = fc.integer({ min: 1, max: 10 ** 9 });
  const anOrder = fc.record({
    lines: fc.array(
      fc.record({
        value: aValue,
        method: fc.constantFrom<SplitMethod>("sole", "equal", "contribution"),
        members: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(50)), { maxLength: 5 }),
        isDelivered: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    shipping: fc.nat(500_000).map(rupiah),
  });

  it("balances at each step, and refunded leaves every account at zero", () => {
    fc.assert(
      fc.property(anOrder, ({ lines, shipping }) => {
        const consignments = lines.map((line, position) => ({
          consignmentId: `c${position}`,
          groupId: `g${position}`,
          goodsValue: rupiah(line.value),
          entry: deliveredEntry({
            consignmentId: `c${position}`,
            groupId: `g${position}`,
            lines: [{ orderLineId: `l${position}`, shares: sharesOf(line) }],
          }),
          isDelivered: line.isDelivered,
        }));
        const total: Rupiah = sum([...consignments.map((each) => each.goodsValue), shipping]);
        const entries = [
          paidEntry({
            paymentId: "p",
            orderId: "o",
            buyerId: null,
            into: { kind: "bank" },
            consignments,
            shipping,
            uniqueAddition: rupiah(0),
          }),
          ...consignments.filter((each) => each.isDelivered).map((each) => each.entry),
          ...refundedEntries({
            refundId: "r",
            orderId: "o",
            consignments: consignments.map((each) => ({
              ...each,
              delivered: each.isDelivered ? each.entry.postings : null,
            })),
            shippingHeld: shipping,
            buyerCredit: null,
          }),
          refundPaidEntry({ refundId: "r", orderId: "o", amount: total, from: { kind: "bank" } }),
        ];
        expect(balancesAfter(entries)).toEqual({});
      }),
      { numRuns: 500 },
    );
  });
});
