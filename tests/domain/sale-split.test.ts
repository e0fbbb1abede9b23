import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah, sum } from "#app/domain/money.ts";
import { type Contribution, type LineShare, SHARE_REASONS, splitSaleLine } from "#app/domain/sale-split.ts";
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

describe("a sold line", () => {
  it("pays two makers of one order what is theirs, after QRIS fee and kas", () => {
    const line = (value: number): LineShare[] =>
      splitSaleLine({
        ...sale,
        goodsValue: rupiah(value),
        providerFeeBasisPoints: 70,
        rule: { ...plain, fundBasisPoints: 1000 },
        contributions: [by(1)],
      });
    expect(told(line(170_000))).toEqual([
      ["provider-fee", 1190],
      ["group-fund", 17_000],
      ["m1", 151_810],
    ]);
    expect(told(line(135_000))).toEqual([
      ["provider-fee", 945],
      ["group-fund", 13_500],
      ["m1", 120_555],
    ]);
  });

  it.each([
    [169_998, "equal", [by(1), by(2), by(3)], [5100, 11_900, 51_000, 50_999, 50_999]],
    [42_500, "contribution", [by(4, 2), by(5, 1)], [1275, 2975, 25_500, 12_750]],
    [99_999, "sole", [by(5)], [3000, 7000, 89_999]],
  ] as const)(
    "divides %i by %s after 3 % for the network and 7 % for the fund",
    (value, method, contributions, amounts) => {
      const shares = splitSaleLine({
        ...sale,
        goodsValue: rupiah(value),
        networkFeeBasisPoints: 300,
        rule: { ...plain, method, fundBasisPoints: 700 },
        contributions,
      });
      expect(shares.map((share) => share.amount)).toEqual(amounts);
    },
  );

  it("divides a lot by what each brought, and says why", () => {
    const shares = splitSaleLine({
      ...sale,
      goodsValue: rupiah(1_550_000),
      rule: { ...plain, method: "contribution", fundBasisPoints: 500 },
      contributions: [by(3, 4_750), by(1, 12_500), by(2, 8_000)],
    });
    expect(told(shares)).toEqual([
      ["group-fund", 77_500],
      ["m1", 728_960],
      ["m2", 466_535],
      ["m3", 277_005],
    ]);
    expect(shares[1]).toMatchObject({ reason: "contribution", basis: 12_500, basisTotal: 25_250 });
  });

  it("takes cloth per piece, half up, and by the weight for goods sold by weight", () => {
    const cloth = { ...plain, fixedCosts: [{ name: "kain", rupiahPerUnit: 25_000 }] };
    const line = { ...sale, goodsValue: rupiah(100_000), rule: cloth, contributions: [by(1)] };
    expect(told(splitSaleLine({ ...line, quantityMilli: 3000 }))).toEqual([
      ["kain", 75_000],
      ["m1", 25_000],
    ]);
    const packing = { ...cloth, fixedCosts: [{ name: "kantong", rupiahPerUnit: 333 }] };
    expect(told(splitSaleLine({ ...line, rule: packing, quantityMilli: 1500 }))[0]).toEqual(["kantong", 500]);
  });

  it("never takes more than is left: members then stand there with nothing, and empty deductions are left out", () => {
    const rule = { ...plain, fundBasisPoints: 10_000, fixedCosts: [{ name: "kain", rupiahPerUnit: 25_000 }] };
    const line = { ...sale, networkFeeBasisPoints: 500, rule, contributions: [by(1)] };
    expect(told(splitSaleLine({ ...line, goodsValue: rupiah(1000) }))).toEqual([
      ["network-fee", 50],
      ["group-fund", 950],
      ["m1", 0],
    ]);
  });

  it("gives the odd rupiah to the lower member number, not to the first in the list", () => {
    const rule: SplitRule = { ...plain, method: "equal" };
    const shares = splitSaleLine({ ...sale, goodsValue: rupiah(100), rule, contributions: [by(9), by(2), by(5)] });
    expect(shares.map((share) => [share.memberId, share.amount, share.remainder])).toEqual([
      ["m2", 34, 1],
      ["m5", 33, 0],
      ["m9", 33, 0],
    ]);
  });

  it("counts a member once in an equal division, however often she is listed", () => {
    const rule: SplitRule = { ...plain, method: "equal" };
    const contributions = [by(1, 1, "potong"), by(1, 1, "jahit"), by(2)];
    expect(told(splitSaleLine({ ...sale, goodsValue: rupiah(100), rule, contributions }))).toEqual([
      ["m1", 50],
      ["m2", 50],
    ]);
  });

  it("adds up a member's hours", () => {
    const rule: SplitRule = { ...plain, method: "hours" };
    const contributions = [by(1, 60, "potong"), by(1, 120, "jahit"), by(2, 60)];
    expect(told(splitSaleLine({ ...sale, goodsValue: rupiah(100_000), rule, contributions }))).toEqual([
      ["m1", 75_000],
      ["m2", 25_000],
    ]);
  });

  it("divides by fixed shares without anybody on record, ties to the lower number where one is known", () => {
    const fixedShares = ["m2", "m1"].map((memberId) => ({ memberId, basisPoints: 5000 }));
    const rule: SplitRule = { ...plain, method: "fixed", fixedShares };
    const line = { ...sale, goodsValue: rupiah(101), rule };
    expect(told(splitSaleLine({ ...line, contributions: [] }))).toEqual([
      ["m2", 51],
      ["m1", 50],
    ]);
    expect(told(splitSaleLine({ ...line, contributions: [by(1), by(2)] }))).toEqual([
      ["m1", 51],
      ["m2", 50],
    ]);
  });
});

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

describe("every split", () => {
  const aRule: fc.Arbitrary<SplitRule> = fc.record({
    method: fc.constantFrom(...SPLIT_METHODS),
    fundBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    fixedCosts: fc.array(fc.record({ name: fc.constant("kain"), rupiahPerUnit: fc.nat(300_000) }), { maxLength: 3 }),
    fixedShares: fc
      .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })
      .map((numbers) => numbers.map((number) => ({ memberId: `m${number}`, basisPoints: number }))),
    pieceRates: fc.array(
      fc.record({ step: fc.constantFrom("potong", "jahit", "finishing"), rupiahPerUnit: fc.nat(100_000) }),
      { minLength: 1, maxLength: 4 },
    ),
  });
  const aContribution = fc
    .record({
      number: fc.integer({ min: 1, max: 12 }),
      step: fc.constantFrom("", "potong", "jahit", "finishing"),
      weight: fc.nat(2_000_000),
    })
    .map(({ number, step, weight }) => by(number, weight, step));
  const aLine = fc.record({
    goodsValue: fc.oneof(fc.nat(10_000), fc.integer({ min: 0, max: 10 ** 12 })).map(rupiah),
    quantityMilli: fc.integer({ min: 1, max: 2_000_000 }),
    networkFeeBasisPoints: fc.nat(2000),
    providerFeeBasisPoints: fc.nat(500),
    rule: aRule,
    contributions: fc.array(aContribution, { maxLength: 12 }),
  });

  it("sums to the goods value, holds no negative part, and depends on no order of the list", () => {
    fc.assert(
      fc.property(aLine, (line) => {
        const shares = splitSaleLine(line);
        expect(sum(shares.map((share) => share.amount))).toBe(line.goodsValue);
        for (const share of shares) {
          expect(share.amount).toBeGreaterThanOrEqual(0);
          expect(SHARE_REASONS).toContain(share.reason);
          expect(share.memberId === null).toBe(share.party !== "member");
          if (share.party !== "member") expect(share.amount).toBeGreaterThan(0);
        }
        expect(splitSaleLine({ ...line, contributions: line.contributions.toReversed() })).toEqual(shares);
      }),
      { numRuns: 3000 },
    );
  });

  it("refuses a negative sale and a fractional weight", () => {
    const line = { ...sale, rule: { ...plain, method: "hours" as const } };
    expect(() => splitSaleLine({ ...line, goodsValue: rupiah(-1), contributions: [] })).toThrow(RangeError);
    expect(() => splitSaleLine({ ...line, goodsValue: rupiah(1), contributions: [by(1, 0.5)] })).toThrow(RangeError);
  });
});
