import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { returnedTakings } from "#app/domain/catch-weight.ts";
import { readBrought } from "#app/domain/harvest-delivery.ts";
import { stockProblems } from "#app/domain/listing.ts";
import { NO_VARIANT_FACTS } from "#app/domain/listing-facts.ts";
import { carriedOver, type Lot, leftOf, planLines, shareAmong } from "#app/domain/lot.ts";
import { rupiah, sum } from "#app/domain/money.ts";
import { splitSaleLine } from "#app/domain/sale-split.ts";

const part = (memberNumber: number, leftMilli: number, weightMilli = leftMilli) => ({
  deliveryId: `d${memberNumber}`,
  memberId: `m${memberNumber}`,
  memberNumber,
  weightMilli,
  leftMilli,
});
const lot = (day: string, parts: Lot["parts"], number = 1): Lot => ({
  id: `${day}-${number}`,
  variantId: "v",
  day,
  number,
  parts,
});
const noStock = new Map<string, number>();

/** Lots of one variant: up to three days, up to four deliveries each. */
const someLots = fc
  .array(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((days) =>
    days.map((lefts, at) =>
      lot(
        `2026-11-2${at}`,
        lefts.map((left, n) => ({ ...part(n + 1, left, left + 1), deliveryId: `d${at}-${n + 1}` })),
      ),
    ),
  );

describe("what is taken out of lots", () => {
  it("comes out of the oldest first, shared by what each has there", () => {
    const lots = [lot("2026-11-24", [part(1, 5000)]), lot("2026-11-20", [part(2, 3000), part(3, 1000)])];
    const [planned] = planLines([{ variantId: "v", quantityMilli: 5000 }], { lots, untracedMilli: noStock });
    expect(planned?.plan.takings).toEqual([
      { lotId: "2026-11-20-1", deliveryId: "d2", quantityMilli: 3000 },
      { lotId: "2026-11-20-1", deliveryId: "d3", quantityMilli: 1000 },
      { lotId: "2026-11-24-1", deliveryId: "d1", quantityMilli: 1000 },
    ]);
  });

  it("begins with stock that was there before any delivery", () => {
    const lots = [lot("2026-11-20", [part(1, 3000)])];
    const wanted = [
      { variantId: "v", quantityMilli: 1500 },
      { variantId: "v", quantityMilli: 1500 },
    ];
    const plans = planLines(wanted, { lots, untracedMilli: new Map([["v", 2000]]) }).map(({ plan }) => plan);
    expect(plans.map((plan) => plan.untracedMilli)).toEqual([1500, 500]);
    expect(plans[1]?.takings).toEqual([{ lotId: "2026-11-20-1", deliveryId: "d1", quantityMilli: 1000 }]);
  });

  it("sums to what was wanted, never takes more than was brought, and does not look at the order of its input", () => {
    fc.assert(
      fc.property(someLots, fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 6 }), (lots, wanted) => {
        const left = new Map(lots.flatMap((each) => each.parts.map((one) => [one.deliveryId, one.leftMilli])));
        let there = lots.reduce((all, each) => all + leftOf(each), 0);
        let now = lots;
        for (const quantityMilli of wanted) {
          if (quantityMilli > there) continue;
          const ask = { variantId: "v", quantityMilli };
          const plan = planLines([ask], { lots: now, untracedMilli: noStock })[0]?.plan;
          const turned = now.toReversed().map((each) => ({ ...each, parts: each.parts.toReversed() }));
          expect(planLines([ask], { lots: turned, untracedMilli: noStock })[0]?.plan.takings).toEqual(plan?.takings);
          expect(plan?.takings.reduce((all, taking) => all + taking.quantityMilli, 0)).toBe(quantityMilli);
          for (const { deliveryId, quantityMilli: taken } of plan?.takings ?? [])
            left.set(deliveryId, (left.get(deliveryId) ?? 0) - taken);
          expect([...left.values()].every((each) => each >= 0)).toBe(true);
          there -= quantityMilli;
          now = now.map((each) => ({
            ...each,
            parts: each.parts.map((one) => ({ ...one, leftMilli: left.get(one.deliveryId) ?? 0 })),
          }));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("leaves a younger lot alone while an older one has something, however many lines want it at once, and sells nothing twice", () => {
    fc.assert(
      fc.property(
        someLots,
        fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 6 }),
        fc.nat(9000),
        (lots, wanted, untraced) => {
          const there = untraced + lots.reduce((all, each) => all + leftOf(each), 0);
          const lines = wanted.map((quantityMilli) => ({ variantId: "v", quantityMilli }));
          fc.pre(wanted.reduce((all, each) => all + each, 0) <= there);
          const plans = planLines(lines, { lots, untracedMilli: new Map([["v", untraced]]) }).map(({ plan }) => plan);
          const taken = new Map<string, number>();
          for (const [at, plan] of plans.entries()) {
            const out = plan.takings.reduce((all, taking) => all + taking.quantityMilli, plan.untracedMilli);
            expect(out).toBe(wanted[at]);
            for (const { deliveryId, quantityMilli } of plan.takings)
              taken.set(deliveryId, (taken.get(deliveryId) ?? 0) + quantityMilli);
          }
          const leftIn = lots.map((each) =>
            each.parts.map(({ deliveryId, leftMilli }) => leftMilli - (taken.get(deliveryId) ?? 0)),
          );
          expect(leftIn.flat().every((left) => left >= 0)).toBe(true);
          const isTouched = lots.map((each) => each.parts.some(({ deliveryId }) => taken.has(deliveryId)));
          const sumsLeft = leftIn.map((lefts) => lefts.reduce((all, left) => all + left, 0));
          expect(sumsLeft.every((left, at) => left === 0 || !isTouched.slice(at + 1).includes(true))).toBe(true);
          if (taken.size > 0) expect(plans.reduce((all, plan) => all + plan.untracedMilli, 0)).toBe(untraced);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("cannot be more than is there", () => {
    expect(() => shareAmong(5001, [part(1, 5000)])).toThrow(RangeError);
    expect(() => planLines([{ variantId: "v", quantityMilli: 1 }], { lots: [], untracedMilli: noStock })).toThrow(
      RangeError,
    );
  });

  it("is written off by what each brought, to the gram", () => {
    const shares = shareAmong(250, [part(3, 4750), part(1, 12_500), part(2, 8000)]);
    expect(shares.map((share) => share.quantityMilli)).toEqual([124, 79, 47]);
  });

  it("is written off in proportion whatever it is: the parts sum to it, nobody loses more than there is or a thousandth too much", () => {
    const brought = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(brought, fc.nat(), (lefts, some) => {
        const parts = lefts.map((left, at) => part(at + 1, left));
        const there = leftOf({ parts });
        const gone = some % (there + 1);
        const shares = shareAmong(gone, parts);
        expect(shares.reduce((all, share) => all + share.quantityMilli, 0)).toBe(gone);
        expect(shareAmong(gone, parts.toReversed())).toEqual(shares);
        for (const { deliveryId, leftMilli } of parts) {
          const lost = shares.find((share) => share.deliveryId === deliveryId)?.quantityMilli ?? 0;
          expect(lost).toBeLessThanOrEqual(leftMilli);
          if (there > 0) expect(Math.abs(lost - (gone * leftMilli) / there)).toBeLessThan(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a line that came out of lots", () => {
  const rule = {
    method: "contribution",
    fundBasisPoints: 500,
    fixedCosts: [],
    fixedShares: [],
    pieceRates: [],
  } as const;
  const plain = { ...rule, fixedCosts: [], fixedShares: [], pieceRates: [] };

  it("is divided to the rupiah, whatever the lots", () => {
    fc.assert(
      fc.property(someLots, fc.integer({ min: 1, max: 9_999_999 }), (lots, value) => {
        const there = lots.reduce((all, each) => all + leftOf(each), 0);
        fc.pre(there > 0);
        const plan = planLines([{ variantId: "v", quantityMilli: there }], { lots, untracedMilli: noStock })[0]?.plan;
        const shares = splitSaleLine({
          goodsValue: rupiah(value),
          quantityMilli: there,
          networkFeeBasisPoints: 200,
          providerFeeBasisPoints: 70,
          rule: plain,
          contributions: [],
          lots: plan?.lots ?? [],
        });
        expect(sum(shares.map((share) => share.amount))).toBe(value);
        expect(shares.every((share) => share.amount >= 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("gives the fund what came out of stock that nobody is on record for", () => {
    const shares = splitSaleLine({
      goodsValue: rupiah(100_000),
      quantityMilli: 2000,
      networkFeeBasisPoints: 0,
      providerFeeBasisPoints: 0,
      rule: { ...plain, fundBasisPoints: 0 },
      contributions: [],
      lots: [
        { label: "", quantityMilli: 500, contributions: [] },
        {
          label: "2026-11-24",
          quantityMilli: 1500,
          contributions: [{ memberId: "m", memberNumber: 1, step: "", weight: 9 }],
        },
      ],
    });
    expect(shares.map((share) => [share.reason, share.amount])).toEqual([
      ["no-contribution", 25_000],
      ["lot-contribution", 75_000],
    ]);
  });
});

describe("what comes back of a line", () => {
  it("goes to the deliveries it came from: to none more than was taken, and all of it when all comes back", () => {
    const taken = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(taken, fc.nat(5000), fc.nat(), (lefts, untraced, some) => {
        const leftMilli = lefts.reduce((all, each) => all + each, untraced);
        const takings = lefts.map((left) => ({ leftMilli: left }));
        const back = (quantityMilli: number) => returnedTakings({ quantityMilli, leftMilli }, takings);
        expect(back(leftMilli)).toEqual(lefts);
        const quantityMilli = some % (leftMilli + 1);
        const parts = back(quantityMilli);
        const sumOfParts = parts.reduce((all, each) => all + each, 0);
        expect(sumOfParts).toBeLessThanOrEqual(quantityMilli);
        expect(quantityMilli - sumOfParts).toBeLessThanOrEqual(untraced);
        for (const [at, each] of parts.entries()) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(lefts[at] ?? 0);
          // Stock that nobody's delivery stands behind bears its part too.
          if (leftMilli > 0) expect(Math.abs(each - (quantityMilli * (lefts[at] ?? 0)) / leftMilli)).toBeLessThan(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a correction of a begun lot", () => {
  it("leaves what each still has, less what is corrected", () => {
    const parts = [part(1, 5000, 10_000), part(2, 5000, 10_000), part(3, 0, 4000)];
    expect(carriedOver(parts, { deliveryId: "d2", quantityMilli: 5000 })).toEqual([
      { deliveryId: "d1", quantityMilli: 5000 },
    ]);
  });
});

describe("the stock of goods that are brought", () => {
  it("is not typed by hand, except away from what was there before", () => {
    const edit = { ...NO_VARIANT_FACTS, id: "v", isRetired: false, row: 0, name: "", price: rupiah(1), packedGrams: 1 };
    const sizes = { lengthMm: 1, widthMm: 1, heightMm: 1 };
    const typed = (stockMilli: number) =>
      stockProblems([{ ...edit, ...sizes, stockMilli, stockWasMilli: 5000 }], {
        stockNow: new Map([["v", 5000]]),
        inLots: new Map([["v", 3000]]),
      });
    expect(typed(5000)).toEqual({});
    expect(typed(3000)).toEqual({});
    expect(typed(2999)).toEqual({ "stock-0": "stock-by-deliveries" });
    expect(typed(5001)).toEqual({ "stock-0": "stock-by-deliveries" });
  });
});

describe("what a scale shows", () => {
  it.each([
    ["12,5", 12_500],
    ["4,75 kg", 4750],
    ["0.125", 125],
    ["12,505", 12_505],
    ["25", 25_000],
  ])("reads %s", (text, milli) => {
    expect(readBrought(text, "kg")).toEqual({ ok: true, value: milli });
  });

  it("asks again where a thousand could be meant, and takes no part of a piece", () => {
    expect(readBrought("1.250", "kg")).toEqual({ ok: false, reason: "quantity-ambiguous" });
    expect(readBrought("-1", "kg")).toEqual({ ok: false, reason: "quantity-invalid" });
    expect(readBrought("0", "kg")).toEqual({ ok: false, reason: "quantity-invalid" });
    expect(readBrought("2,5", "ikat")).toEqual({ ok: false, reason: "quantity-invalid" });
  });
});
