import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { pricePartsOf } from "#app/domain/price-parts.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";

const rule: SplitRule = {
  method: "contribution",
  fundBasisPoints: 1000,
  fixedCosts: [],
  fixedShares: [],
  pieceRates: [],
};
const contributions = [
  { memberId: "a", memberNumber: 1, step: "", weight: 2 },
  { memberId: "b", memberNumber: 2, step: "", weight: 1 },
];

describe("the parts of a price", () => {
  it("put all members together and sum to the price", () => {
    const parts = pricePartsOf({ price: rupiah(100_000), networkFeeBasisPoints: 250, rule, contributions });
    expect(parts).toEqual([
      { party: "members", amount: 87_500, basisPoints: 8750 },
      { party: "group-fund", amount: 10_000, basisPoints: 1000 },
      { party: "network-fee", amount: 2_500, basisPoints: 250 },
    ]);
  });

  it("show costs by name of what they are, and what nobody earned as the fund's", () => {
    const withCosts = { ...rule, fixedCosts: [{ name: "kemasan", rupiahPerUnit: 4000 }] };
    const parts = pricePartsOf({
      price: rupiah(50_000),
      networkFeeBasisPoints: 0,
      rule: withCosts,
      contributions: [],
    });
    expect(parts).toEqual([
      { party: "group-fund", amount: 46_000, basisPoints: 9200 },
      { party: "fixed-cost", amount: 4000, basisPoints: 800 },
    ]);
  });
});
