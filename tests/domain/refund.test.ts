import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah, subtract, sum } from "#app/domain/money.ts";
import { deliveredEntry, paidEntry } from "#app/domain/postings.ts";
import { lostFeeEntry, refundedEntries, refundedInput, refundPaidEntry } from "#app/domain/postings-of-refunds.ts";
import {
  type HeldLine,
  type HeldShipping,
  lostFee,
  planRefund,
  type RefundPlan,
  type RefundWish,
} from "#app/domain/refund.ts";
import { splitSaleLine } from "#app/domain/sale-split.ts";
import { balancesAfter } from "#tests/world/balances.ts";

const RULE = { fixedCosts: [], fixedShares: [], pieceRates: [] };
const ZERO = rupiah(0);

type Sold = { value: number; pieces: number; members: number[]; isEarned: boolean; fund?: number; provider?: number };

function aLine(at: number, { value, pieces, members, isEarned, fund = 700, provider = 70 }: Sold): HeldLine {
  const quantityMilli = pieces * 1000;
  const shares = splitSaleLine({
    ...{ goodsValue: rupiah(value), quantityMilli, networkFeeBasisPoints: 300, providerFeeBasisPoints: provider },
    rule: { method: "contribution", fundBasisPoints: fund, ...RULE },
    contributions: members.map((weight, which) => ({
      ...{ memberId: `m${at}-${which}`, memberNumber: which, step: "", weight },
    })),
  });
  return {
    ...{ orderLineId: `l${at}`, consignmentId: `c${at}`, groupId: `g${at}`, isEarned, hasTravelled: isEarned },
    ...{ value: rupiah(value), quantityMilli },
    shares: shares.map(({ party, memberId, amount }, which) => ({
      shareId: `${at}.${which}`,
      party,
      memberId,
      amount,
    })),
  };
}

/** What is left after a plan, as the rows say it then. */
function after(lines: readonly HeldLine[], shipping: readonly HeldShipping[], plan: RefundPlan) {
  const left = lines.map((line) => {
    const taken = plan.lines.find((each) => each.orderLineId === line.orderLineId);
    if (!taken) return line;
    const given = new Map(taken.shares.map((share) => [share.shareId, share.amount]));
    return {
      ...line,
      value: subtract(line.value, taken.amount),
      quantityMilli: line.quantityMilli - taken.quantityMilli,
      shares: line.shares.map((share) => ({
        ...share,
        amount: subtract(share.amount, given.get(share.shareId) ?? ZERO),
      })),
    };
  });
  const shippingLeft = shipping.map((part) => {
    const taken = plan.shipping.find((each) => each.consignmentId === part.consignmentId);
    return { ...part, amount: subtract(part.amount, taken?.amount ?? ZERO) };
  });
  return { lines: left, shipping: shippingLeft.filter((part) => part.amount > 0) };
}

function wishOf(step: { which: number; part: number; kind: number }, lines: readonly HeldLine[]): RefundWish {
  const line = lines[step.which % lines.length];
  const some = (whole: number) => Math.floor((whole * step.part) / 100);
  if (!line || step.kind === 0) return { kind: "amount", amount: rupiah(some(sum(lines.map((each) => each.value)))) };
  if (step.kind === 1)
    return {
      kind: "parts",
      lines: [{ orderLineId: line.orderLineId, amount: rupiah(some(line.value)) }],
      shipping: ZERO,
    };
  const quantityMilli = some(line.quantityMilli / 1000) * 1000;
  return { kind: "parts", lines: [{ orderLineId: line.orderLineId, quantityMilli }], shipping: ZERO };
}

const sold = fc.record({
  value: fc.integer({ min: 1, max: 10 ** 8 }),
  pieces: fc.integer({ min: 1, max: 9 }),
  members: fc.array(fc.nat(9), { maxLength: 5 }),
  isEarned: fc.boolean(),
});
const steps = fc.array(fc.record({ which: fc.nat(9), part: fc.integer({ min: 1, max: 100 }), kind: fc.nat(2) }), {
  maxLength: 8,
});

describe("a refund", () => {
  it("in any steps, of any parts, takes from nobody more than they hold and ends with every account at zero", () => {
    fc.assert(
      fc.property(fc.array(sold, { minLength: 1, maxLength: 4 }), fc.nat(60_000), steps, (all, freight, walk) => {
        const lines = all.map((each, at) => aLine(at, each));
        const held = lines.map((line): HeldShipping => {
          const { consignmentId, groupId } = line;
          return { consignmentId, groupId, amount: rupiah(freight), from: "shipping-held" };
        });
        const entries = [
          paidEntry({
            ...{ paymentId: "p", orderId: "o", buyerId: null, into: { kind: "bank" }, uniqueAddition: ZERO },
            consignments: lines.map(({ groupId, value }) => ({ groupId, goodsValue: value })),
            shipping: rupiah(freight * lines.length),
          }),
          ...lines.filter((line) => line.isEarned).map((line) => deliveredEntry({ ...line, lines: [line] })),
        ];
        let left: { lines: HeldLine[]; shipping: HeldShipping[] } = { lines, shipping: held };
        for (const [at, step] of [...walk, null].entries()) {
          const open = { ...left, lines: left.lines.filter((line) => line.value > 0), isWhole: true };
          const plan = planRefund(open, step ? wishOf(step, open.lines) : { kind: "everything" });
          if (typeof plan === "string") {
            expect(plan).toBe("refund-nothing");
            continue;
          }
          for (const line of plan.lines) {
            expect(sum(line.shares.map((share) => share.amount))).toBe(line.amount);
            const before = open.lines.find((each) => each.orderLineId === line.orderLineId);
            for (const share of line.shares) {
              const had = before?.shares.find((each) => each.shareId === share.shareId)?.amount ?? ZERO;
              expect(share.amount).toBeLessThanOrEqual(had);
            }
          }
          const input = { refundId: `r${at}`, orderId: "o", ...refundedInput(plan), buyerCredit: null };
          entries.push(...refundedEntries(input).filter((entry) => entry.postings.length > 0));
          if (plan.total > 0)
            entries.push(
              refundPaidEntry({ refundId: `r${at}`, orderId: "o", amount: plan.total, from: { kind: "bank" } }),
            );
          left = after(left.lines, left.shipping, plan);
          if (!step) expect(plan.isEverything).toBe(true);
        }
        expect(balancesAfter(entries)).toEqual({});
        expect(new Set(entries.map((entry) => entry.key)).size).toBe(entries.length);
      }),
      { numRuns: 250 },
    );
  });

  const two = [
    aLine(0, { value: 100_000, pieces: 4, members: [1, 1, 1], isEarned: false }),
    aLine(1, { value: 50_000, pieces: 1, members: [2, 1], isEarned: true }),
  ];
  const shipping: HeldShipping[] = [
    { consignmentId: "c0", groupId: "g0", amount: rupiah(9_000), from: "shipping-held" },
    { consignmentId: "c1", groupId: "g1", amount: rupiah(7_000), from: "shipping-reserve" },
    { consignmentId: null, groupId: null, amount: rupiah(5_000), from: "shipping-held" },
  ];
  const held = { lines: two, shipping, isWhole: true };
  const parts = (
    lines: { orderLineId: string; quantityMilli?: number; amount?: ReturnType<typeof rupiah> }[],
    freight = 0,
  ) => planRefund(held, { kind: "parts", lines, shipping: rupiah(freight) });

  it("of some pieces is their part of the line; goods that will not travel take their shipping along", () => {
    expect(parts([{ orderLineId: "l0", quantityMilli: 1000 }])).toMatchObject({ goods: 25_000, shippingTotal: 0 });
    expect(parts([{ orderLineId: "l0", quantityMilli: 4000 }])).toMatchObject({
      ...{ goods: 100_000, shippingTotal: 9_000, isEverything: false },
      shipping: [{ consignmentId: "c0", amount: 9_000 }],
    });
    const away = two.map((line) => ({ ...line, hasTravelled: true }));
    const all = { kind: "parts" as const, lines: [{ orderLineId: "l0", quantityMilli: 4000 }], shipping: ZERO };
    expect(planRefund({ ...held, lines: away }, all)).toMatchObject({ goods: 100_000, shippingTotal: 0 });
    // What has travelled has used its shipping; the door fee is for both.
    expect(parts([{ orderLineId: "l1", quantityMilli: 1000 }])).toMatchObject({ goods: 50_000, shippingTotal: 0 });
  });

  it("of shipping takes what is still held first, and of the reserve what the run charged", () => {
    expect(parts([], 15_000)).toMatchObject({
      shipping: [
        { consignmentId: "c0", amount: 9_000 },
        { consignmentId: null, amount: 5_000 },
        { consignmentId: "c1", amount: 1_000, from: "shipping-reserve" },
      ],
    });
    expect(planRefund(held, { kind: "everything" })).toMatchObject({ total: 164_000, isEverything: true });
    expect(planRefund({ ...held, isWhole: false }, { kind: "everything" })).toMatchObject({ isEverything: false });
  });

  it("says what is wrong with a wish", () => {
    expect(parts([])).toBe("refund-nothing");
    expect(parts([{ orderLineId: "l0", quantityMilli: 5000 }])).toBe("refund-too-much");
    expect(parts([{ orderLineId: "l0", amount: rupiah(100_001) }])).toBe("refund-too-much");
    expect(parts([{ orderLineId: "l9", quantityMilli: 1000 }])).toBe("refund-line-unknown");
    expect(parts([], 21_001)).toBe("refund-shipping-too-much");
    expect(planRefund(held, { kind: "amount", amount: rupiah(171_001) })).toBe("refund-shipping-too-much");
  });

  it("leaves the provider's fee to whom the group's rule says: the fund, or the members by what each had", () => {
    const plan = planRefund(held, { kind: "everything" });
    if (typeof plan === "string") throw new Error(plan);
    const lines = plan.lines.filter((line) => line.groupId === "g0");
    const fee = lostFee(lines);
    expect(fee).toBe(700);
    const lost = { refundId: "r", groupId: "g0", fee, lines };
    expect(balancesAfter([lostFeeEntry({ ...lost, bearer: "fund" })])).toEqual({
      "group-fund:group:g0": 700,
      "provider-fees:network:network": -700,
    });
    expect(balancesAfter([lostFeeEntry({ ...lost, bearer: "members" })])).toEqual({
      ...{ "member-payable:member:m0-0": 234, "member-payable:member:m0-1": 233, "member-payable:member:m0-2": 233 },
      "provider-fees:network:network": -700,
    });
  });
});
