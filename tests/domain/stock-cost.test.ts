import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { balanceSheet } from "#app/domain/statements.ts";
import { costRecordFor, goodsName, goodsOf, stockTotals, valueAtCost } from "#app/domain/stock-cost.ts";

describe("stock at cost", () => {
  it("rounds half up to whole rupiah, and counts what is not on record for nothing", () => {
    const price = rupiah(62_000);
    expect(valueAtCost({ leftMilli: 2_500, price, unitCost: rupiah(35_001) })).toBe(87_503);
    const lines = [
      { leftMilli: 2_500, price, unitCost: rupiah(35_001) },
      { leftMilli: 1_000, price, unitCost: null },
      { leftMilli: 3_000, price, unitCost: rupiah(0) },
    ];
    expect(stockTotals(lines)).toEqual({ atCost: 87_503, atPrice: 403_000, unknown: 1 });
  });

  it("takes the newest record of the lot, else the newest of the variant, never another lot's", () => {
    const records = [
      { number: 4, variantId: "v", lotId: "l2" },
      { number: 3, variantId: "v", lotId: null },
      { number: 2, variantId: "v", lotId: "l1" },
      { number: 1, variantId: "v", lotId: null },
    ];
    const found = (variantId: string, lotId: string | null) => costRecordFor(records, { variantId, lotId })?.number;
    expect([found("v", "l1"), found("v", "l2"), found("v", "l3"), found("v", null), found("w", "l1")]).toEqual([
      ...[2, 4, 3, 3, undefined],
    ]);
  });

  it("names goods so that they are found again", () => {
    for (const goods of [
      { variantId: "v", lotId: "l" },
      { variantId: "v", lotId: null },
    ])
      expect(goodsOf(goodsName(goods))).toEqual(goods);
  });

  it("never shows more on one side of the balance sheet than on the other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (stock) => {
        const own = [
          { kind: "cash-box" as const, balance: rupiah(5_000) },
          { kind: "group-fund" as const, balance: rupiah(-5_000) },
        ];
        const sheet = balanceSheet({ own, atNetwork: rupiah(0), stock: rupiah(stock) });
        expect(sheet.totalAssets).toBe(sheet.totalLiabilities + sheet.totalEquity);
        expect(sheet.totalAssets).toBe(5_000 + stock);
      }),
    );
  });
});
