import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import {
  cashDrawnEntry,
  cashHandedInEntry,
  deliveredEntry,
  paidEntry,
  providerFeeEntry,
  runSettledEntry,
} from "#app/domain/postings.ts";
import { paidOutEntry } from "#app/domain/postings-of-payouts.ts";
import { refundPaidEntry } from "#app/domain/postings-of-refunds.ts";
import { balancesAfter } from "#tests/world/balances.ts";

describe("shipping", () => {
  const savings = [
    { orderId: "o1", buyerId: "b1", as: "credit" as const, amount: rupiah(700) },
    { orderId: "o2", buyerId: "b2", as: "refund" as const, amount: rupiah(500) },
    { orderId: "o3", buyerId: null, as: "credit" as const, amount: rupiah(300) },
  ];

  it("is settled with credit or refund as each chose, a guest's by refund, and the reserve takes what is over", () => {
    const settled = runSettledEntry({ runId: "r", held: rupiah(32_000), bill: rupiah(25_500), savings });
    expect(settled).toMatchObject({ book: "network", key: "settled:r", causeKind: "run" });
    expect(balancesAfter([settled])).toEqual({
      "shipping-held:network:network": 32_000,
      "bank:network:network": -25_500,
      "buyer-credit:buyer:b1": -700,
      "refunds-payable:order:o2": -500,
      "refunds-payable:order:o3": -300,
      "shipping-reserve:network:network": -5_000,
    });
  });

  it("dearer than was held is carried by the reserve", () => {
    const settled = runSettledEntry({ runId: "r", held: rupiah(27_000), bill: rupiah(30_000), savings: [] });
    expect(balancesAfter([settled])).toMatchObject({ "shipping-reserve:network:network": 3_000 });
  });
});

describe("other events", () => {
  it.each([
    [
      "cash handed in",
      cashHandedInEntry({ handInId: "h", holderId: "k", amount: rupiah(5), note: "" }),
      { "bank:network:network": 5, "cod-in-transit:holder:k": -5 },
    ],
    [
      "a payout in cash",
      paidOutEntry({ payoutId: "x", groupId: "g", memberId: "m", amount: rupiah(5), method: "cash" }),
      { "member-payable:member:m": 5, "cash-box:group:g": -5 },
    ],
    [
      "a payout by transfer",
      paidOutEntry({ payoutId: "x", groupId: "g", memberId: "m", amount: rupiah(5), method: "transfer" }),
      { "member-payable:member:m": 5, "bank:network:network": -5 },
    ],
    [
      "cash drawn for the box",
      cashDrawnEntry({ drawId: "d", groupId: "g", amount: rupiah(5) }),
      { "cash-box:group:g": 5, "bank:network:network": -5 },
    ],
    [
      "a provider's fee",
      providerFeeEntry({ feeId: "txn", paymentId: "p", amount: rupiah(11_845) }),
      { "provider-fees:network:network": 11_845, "stripe:network:network": -11_845 },
    ],
    [
      "a refund from a group's box",
      refundPaidEntry({ refundId: "r", orderId: "o", amount: rupiah(5), from: { kind: "cash-box", groupId: "g" } }),
      { "refunds-payable:order:o": 5, "cash-box:group:g": -5 },
    ],
  ])("post %s", (_, entry, balances) => {
    expect(balancesAfter([entry])).toEqual(balances);
  });

  it("keep a transfer's unique addition for the buyer: credit with an account, a refund without", () => {
    const order = {
      paymentId: "p",
      orderId: "o",
      into: { kind: "bank" } as const,
      consignments: [{ groupId: "g", goodsValue: rupiah(1000) }],
      shipping: rupiah(0),
      uniqueAddition: rupiah(123),
    };
    expect(balancesAfter([paidEntry({ ...order, buyerId: "b" })])).toEqual({
      "bank:network:network": 1123,
      "deposits-held:group:g": -1000,
      "buyer-credit:buyer:b": -123,
    });
    expect(balancesAfter([paidEntry({ ...order, buyerId: null })])).toMatchObject({ "refunds-payable:order:o": -123 });
  });

  it("post fixed costs and the provider's part of a sale where they belong", () => {
    const shares = [
      { party: "provider-fee" as const, memberId: null, amount: rupiah(2) },
      { party: "fixed-cost" as const, memberId: null, amount: rupiah(3) },
      { party: "fixed-cost" as const, memberId: null, amount: rupiah(4) },
      { party: "member" as const, memberId: "m", amount: rupiah(0) },
    ];
    const entry = deliveredEntry({ consignmentId: "c", groupId: "g", lines: [{ orderLineId: "l", shares }] });
    expect(entry.postings).toHaveLength(3);
    expect(balancesAfter([entry])).toEqual({
      "deposits-held:group:g": 9,
      "provider-fees:network:network": -2,
      "fixed-costs:group:g": -7,
    });
    const nobody = [{ party: "member" as const, memberId: null, amount: rupiah(1) }];
    const nameless = { consignmentId: "c", groupId: "g", lines: [{ orderLineId: "l", shares: nobody }] };
    expect(() => deliveredEntry(nameless)).toThrow(RangeError);
  });
});
