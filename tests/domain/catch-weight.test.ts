import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isFarOff,
  missingOf,
  missingShares,
  moreMissing,
  packedValue,
  shortTakings,
} from "#app/domain/catch-weight.ts";
import { rupiah, subtract, sum } from "#app/domain/money.ts";
import { deliveredEntry, paidEntry } from "#app/domain/postings.ts";
import { packedShortEntry } from "#app/domain/postings-of-mishaps.ts";
import { goodsValueOf } from "#app/domain/sale-line.ts";
import { type Contribution, splitSaleLine } from "#app/domain/sale-split.ts";
import { sendingCost } from "#app/domain/tariff.ts";
import { balancesAfter } from "#tests/world/balances.ts";
import { aTariff } from "#tests/world/shipping.ts";

const chilli = { unitPrice: rupiah(62_000), quantityMilli: 1000, goodsValue: rupiah(62_000) };

describe("goods that are weighed when they are packed", () => {
  it("cost what was packed, and never more than what was ordered", () => {
    expect(packedValue(chilli, 950)).toBe(58_900);
    expect(missingOf(chilli, 950)).toBe(3100);
    expect(packedValue(chilli, 1000)).toBe(62_000);
    expect(packedValue(chilli, 1040)).toBe(62_000);
    expect(packedValue({ ...chilli, unitPrice: rupiah(1) }, 400)).toBeNull();
  });

  it("are asked about once more when the figure looks like a slip of the finger", () => {
    expect([950, 500, 1500].map((packed) => isFarOff(1000, packed))).toEqual([false, false, false]);
    expect([499, 95, 1501, 9500].map((packed) => isFarOff(1000, packed))).toEqual([true, true, true, true]);
  });

  it("take from each party in proportion: 50 grams short of a kilogram at 62,000", () => {
    const shares = splitSaleLine({
      goodsValue: chilli.goodsValue,
      quantityMilli: 1000,
      networkFeeBasisPoints: 200,
      providerFeeBasisPoints: 0,
      rule: { method: "contribution", fundBasisPoints: 500, fixedCosts: [], fixedShares: [], pieceRates: [] },
      contributions: [by(1, 12_500), by(2, 8000), by(3, 4750)],
    });
    expect(shares.map((share) => share.amount)).toEqual([1240, 3100, 28_545, 18_268, 10_847]);
    expect(missingShares(rupiah(3100), shares)).toEqual([62, 155, 1427, 914, 542]);
  });
});

const by = (memberNumber: number, weight: number): Contribution => ({
  memberId: `m${memberNumber}`,
  memberNumber,
  step: "",
  weight,
});

const aSale = fc.record({
  unitPrice: fc.integer({ min: 500, max: 2_000_000 }).map(rupiah),
  quantityMilli: fc.integer({ min: 10, max: 60_000 }),
  fundBasisPoints: fc.integer({ min: 0, max: 2000 }),
  weights: fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 6 }),
  fixedCost: fc.integer({ min: 0, max: 5000 }),
});

type Sale = typeof aSale extends fc.Arbitrary<infer S> ? S : never;

function soldLine({ unitPrice, quantityMilli, fundBasisPoints, weights, fixedCost }: Sale) {
  const goodsValue = goodsValueOf({ price: unitPrice, quantityMilli }) ?? rupiah(1);
  const shares = splitSaleLine({
    goodsValue,
    quantityMilli,
    networkFeeBasisPoints: 200,
    providerFeeBasisPoints: 30,
    rule: {
      ...{ method: "contribution", fundBasisPoints, fixedShares: [], pieceRates: [] },
      fixedCosts: fixedCost > 0 ? [{ name: "Kemasan", rupiahPerUnit: fixedCost }] : [],
    },
    contributions: weights.map((weight, at) => by(at + 1, weight)),
  });
  return { line: { unitPrice, quantityMilli, goodsValue }, shares };
}

const weighings = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 5 });

describe("whatever was sold and however often it is weighed", () => {
  it("the parts sum to what was packed, and nobody goes below zero or above the sale", () => {
    fc.assert(
      fc.property(aSale, fc.integer({ min: 1, max: 90_000 }), (sale, packedMilli) => {
        const { line, shares } = soldLine(sale);
        const missing = missingOf(line, packedMilli);
        if (missing === null) return;
        const parts = missingShares(missing, shares);
        expect(sum(parts)).toBe(missing);
        expect(missing).toBeGreaterThanOrEqual(0);
        expect(missing).toBeLessThan(line.goodsValue);
        for (const [at, share] of shares.entries()) {
          expect(parts[at]).toBeGreaterThanOrEqual(0);
          expect(parts[at]).toBeLessThanOrEqual(share.amount);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the lighter it is, the less it costs, to buy and to send", () => {
    fc.assert(
      fc.property(aSale, weighings, aTariff, fc.nat(4000), ({ unitPrice, quantityMilli }, packed, tariff, bulk) => {
        const goodsValue = goodsValueOf({ price: unitPrice, quantityMilli }) ?? rupiah(1);
        const lightFirst = [...packed.map((each) => Math.min(each, quantityMilli)), quantityMilli].toSorted(
          (a, b) => a - b,
        );
        const values = lightFirst.map((each) => packedValue({ unitPrice, quantityMilli, goodsValue }, each) ?? 0);
        expect(values.toSorted((a, b) => a - b)).toEqual(values);
        expect(values.at(-1)).toBe(goodsValue);
        const sent = lightFirst.map((grams) => sendingCost(tariff, { grams, volumetricGrams: bulk }));
        expect(sent.toSorted((a, b) => a - b)).toEqual(sent);
      }),
      { numRuns: 300 },
    );
  });

  it("what is newly missing after a refund is taken from what each still holds, and sums exactly", () => {
    const anyShares = fc.array(fc.tuple(fc.nat(2_000_000), fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(anyShares, fc.nat(100), (drawn, newlyPercent) => {
        const shares = drawn.map(([amount, missing, refunded]) => {
          const gone = Math.floor((amount * missing) / 100);
          const back = Math.floor(((amount - gone) * refunded) / 100);
          return { amount: rupiah(amount), missing: rupiah(gone), refunded: rupiah(back) };
        });
        const held = sum(shares.map((each) => subtract(subtract(each.amount, each.missing), each.refunded)));
        const newly = rupiah(Math.floor((held * newlyPercent) / 100));
        const now = moreMissing(newly, shares);
        expect(subtract(sum(now), sum(shares.map((each) => each.missing)))).toBe(newly);
        for (const [at, share] of shares.entries()) {
          expect(now[at]).toBeGreaterThanOrEqual(share.missing);
          expect(now[at]).toBeLessThanOrEqual(share.amount - share.refunded);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the order of the weighings does not matter, nor does the order of the shares but for a tied rupiah", () => {
    fc.assert(
      fc.property(aSale, weighings, (sale, packed) => {
        const { line, shares } = soldLine(sale);
        const known = packed.flatMap((each) => missingOf(line, each) ?? []);
        if (known.length === 0) return;
        const worst = rupiah(Math.max(...known));
        const backwards = rupiah(known.toReversed().reduce((most: number, each) => Math.max(most, each), 0));
        expect(missingShares(backwards, shares)).toEqual(missingShares(worst, shares));
        const turned = missingShares(worst, shares.toReversed()).toReversed();
        for (const [at, part] of missingShares(worst, shares).entries())
          expect(Math.abs(part - (turned[at] ?? 0))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it("what goes back step by step and what is delivered leave nothing held", () => {
    fc.assert(
      fc.property(aSale, weighings, (sale, packed) => {
        const { line, shares } = soldLine(sale);
        const goodsValue = line.goodsValue;
        const consignments = [{ groupId: "g", goodsValue }];
        const paid = { paymentId: "p", orderId: "o", buyerId: "b", into: { kind: "bank" }, consignments } as const;
        const entries = [paidEntry({ ...paid, shipping: rupiah(0), uniqueAddition: rupiah(0) })];
        let missing = rupiah(0);
        for (const each of packed) {
          const now = missingOf(line, each);
          if (now === null || now <= missing) continue;
          const lines = [{ orderLineId: "l", missing: subtract(now, missing) }];
          missing = now;
          const short = { orderId: "o", consignmentId: "c", groupId: "g", creditTo: "b", missing, lines };
          entries.push(packedShortEntry(short));
        }
        const parts = missingShares(missing, shares);
        const kept = shares.map((share, at) => ({ ...share, amount: subtract(share.amount, parts[at] ?? rupiah(0)) }));
        const lines = [{ orderLineId: "l", shares: kept }];
        entries.push(deliveredEntry({ consignmentId: "c", groupId: "g", lines }));
        const balances = balancesAfter(entries);
        expect(balances["deposits-held:group:g"]).toBeUndefined();
        expect((balances["buyer-credit:buyer:b"] ?? 0) + missing).toBe(0);
        expect(balances["bank:network:network"]).toBe(goodsValue);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what a lot did not give", () => {
  const takings = (quantities: number[]) => quantities.map((quantityMilli) => ({ quantityMilli }));

  it("is borne by each delivery that the line came out of: 50 grams short of 600 and 400", () => {
    expect(shortTakings({ quantityMilli: 1000, packedMilli: 950 }, takings([600, 400]))).toEqual([30, 20]);
    expect(shortTakings({ quantityMilli: 1000, packedMilli: 1040 }, takings([600, 400]))).toEqual([0, 0]);
  });

  it("is borne too by stock that nobody's delivery stands behind", () => {
    expect(shortTakings({ quantityMilli: 1000, packedMilli: 900 }, takings([300, 200]))).toEqual([30, 20]);
  });

  it("sums to what is missing, and takes from nobody more than was taken", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (taken, at) => {
          const quantityMilli = taken.reduce((all, each) => all + each, 0);
          const packedMilli = 1 + (at % quantityMilli);
          const short = shortTakings({ quantityMilli, packedMilli }, takings(taken));
          expect(short.reduce((all, each) => all + each, 0)).toBe(quantityMilli - packedMilli);
          for (const [i, each] of short.entries()) {
            expect(each).toBeGreaterThanOrEqual(0);
            expect(each).toBeLessThanOrEqual(taken[i] ?? 0);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
