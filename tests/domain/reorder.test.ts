import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { reorderLine } from "#app/domain/reorder.ts";

const before = { quantityMilli: 3000, unitPrice: rupiah(62_000) };
const now = (price: number, stockMilli: number) => ({ price: rupiah(price), stockMilli });

describe("ordering a line again", () => {
  it.each([
    ["as it was", now(62_000, 3000), { state: "same", putMilli: 3000 }],
    ["at another price", now(60_000, 9000), { state: "price", putMilli: 3000 }],
    ["less than then, whatever the price", now(60_000, 2999), { state: "short", putMilli: 2000 }],
    ["sold out", now(62_000, 0), { state: "gone", putMilli: 0 }],
    ["less than the smallest part", now(62_000, 999), { state: "gone", putMilli: 0 }],
    ["not for sale", null, { state: "gone", putMilli: 0 }],
  ])("says when it is %s", (_, today, expected) => {
    expect(reorderLine({ before, now: today, stepMilli: 1000 })).toEqual(expected);
  });

  it("never puts in more than was ordered, nor more than there is, nor a broken piece", () => {
    const amount = fc.integer({ min: 0, max: 50_000 });
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(10, 100, 1000), (pieces, stockMilli, stepMilli) => {
        const quantityMilli = (pieces + 1) * stepMilli;
        const { putMilli } = reorderLine({
          before: { quantityMilli, unitPrice: rupiah(1000) },
          ...{ now: now(1000, stockMilli), stepMilli },
        });
        expect(putMilli).toBeLessThanOrEqual(Math.min(quantityMilli, stockMilli));
        expect(putMilli % stepMilli).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
