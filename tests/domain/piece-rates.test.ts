import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { type Contribution, type LineShare, splitSaleLine } from "#app/domain/sale-split.ts";
import { SPLIT_METHODS, type SplitRule } from "#app/domain/split-rule.ts";

const plain: SplitRule = { method: "sole", fundBasisPoints: 0, fixedCosts: [], fixedShares: [], pieceRates: [] };
const sale = { quantityMilli: 1000, networkFeeBasisPoints: 0, providerFeeBasisPoints: 0 };
const by = (memberNumber: number, weight = 1, step = ""): Contribution => ({
  memberId: `m${memberNumber}`,
  memberNumber,
  step,
  weight,
});
const told = (shares: LineShare[]): [string, number][] =>
  shares.map((share) => [share.memberId ?? (share.label || share.party), share.amount]);

describe("piece rates", () => {
  const rule: SplitRule = {
    ...plain,
    method: "piece-rates",
    pieceRates: [
      { step: "potong", rupiahPerUnit: 10_000 },
      { step: "jahit", rupiahPerUnit: 40_000 },
    ],
  };
  const contributions = [by(1, 1, "potong"), by(2, 2, "jahit"), by(3, 1, "jahit")];

  it("pay each step per piece, divide it among those who did it, and leave the rest to the fund", () => {
    const shares = splitSaleLine({ ...sale, goodsValue: rupiah(200_000), quantityMilli: 2000, rule, contributions });
    expect(shares.map((share) => [share.memberId, share.label, share.reason, share.amount])).toEqual([
      ["m1", "potong", "piece-rate", 20_000],
      ["m2", "jahit", "piece-rate", 53_333],
      ["m3", "jahit", "piece-rate", 26_667],
      [null, "", "piece-rate-rest", 100_000],
    ]);
  });

  it("leave the rest to the member whom the rule names, and still add up", () => {
    const sold = { ...sale, goodsValue: rupiah(200_000), quantityMilli: 2000, contributions };
    const shares = splitSaleLine({ ...sold, rule: { ...rule, restTo: "m9" } });
    expect(shares.at(-1)).toMatchObject({
      party: "member",
      memberId: "m9",
      reason: "piece-rate-rest",
      amount: 100_000,
    });
    expect(shares.reduce((all, share) => all + share.amount, 0)).toBe(200_000);
  });

  it("shrink in proportion when the sale does not cover them", () => {
    const shares = splitSaleLine({ ...sale, goodsValue: rupiah(25_000), rule, contributions });
    expect(told(shares)).toEqual([
      ["m1", 5000],
      ["m2", 13_333],
      ["m3", 6667],
    ]);
  });

  it("keep the wage of a step that nobody stands for in the fund, and flag it", () => {
    const shares = splitSaleLine({ ...sale, goodsValue: rupiah(60_000), rule, contributions: [by(1, 1, "potong")] });
    expect(shares.slice(1).map((share) => [share.party, share.label, share.reason, share.amount])).toEqual([
      ["group-fund", "jahit", "no-contribution", 40_000],
      ["group-fund", "", "piece-rate-rest", 10_000],
    ]);
  });
});

describe("nobody on record", () => {
  const methods = SPLIT_METHODS.filter((method) => method !== "fixed");

  it.each(methods)("leaves all that is left in the fund, flagged, by %s", (method) => {
    const rule: SplitRule = {
      ...plain,
      method,
      fundBasisPoints: 1000,
      pieceRates: [{ step: "jahit", rupiahPerUnit: 100 }],
    };
    const shares = splitSaleLine({ ...sale, goodsValue: rupiah(5000), rule, contributions: [] });
    expect(shares.map((share) => [share.party, share.reason, share.amount])).toEqual([
      ["group-fund", "group-fund", 500],
      ["group-fund", "no-contribution", 4500],
    ]);
  });

  it("is also the case when two people claim to be the sole maker, or all weights are zero", () => {
    const line = { ...sale, goodsValue: rupiah(5000) };
    const reasons = (rule: SplitRule, contributions: Contribution[]): string[] =>
      splitSaleLine({ ...line, rule, contributions }).map((share) => share.reason);
    expect(reasons(plain, [by(1), by(2)])).toEqual(["no-contribution"]);
    expect(reasons({ ...plain, method: "hours" }, [by(1, 0), by(2, 0)])).toEqual(["no-contribution"]);
  });
});
