import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah, sum } from "#app/domain/money.ts";
import { ProblemIn } from "#app/domain/problem-in.ts";
import { type SurplusFund, type SurplusInput, shareSurplus } from "#app/domain/shu.ts";

const member = (id: string, capital: number, transactions: number) => ({
  id,
  capital: rupiah(capital),
  transactions: rupiah(transactions),
});

const funds: SurplusFund[] = [
  { name: "cadangan", basisPoints: 3000 },
  { name: "jasa usaha", basisPoints: 3000, by: "transactions" },
  { name: "jasa modal", basisPoints: 1500, by: "capital" },
  { name: "pengurus", basisPoints: 1000 },
  { name: "pendidikan", basisPoints: 500 },
  { name: "sosial", basisPoints: 500 },
  { name: "pembangunan", basisPoints: 500 },
];
const members = [
  member("aminah", 1_300_000, 36_450_000),
  member("burhan", 1_300_000, 21_300_000),
  member("cik siti", 1_000_000, 0),
  member("dewi", 1_300_000, 48_750_000),
  member("encik rahman", 700_000, 12_825_000),
  member("fatimah", 400_000, 7_640_000),
];

function fieldOf(input: SurplusInput): string {
  try {
    shareSurplus(input);
    return "none";
  } catch (error) {
    return error instanceof ProblemIn ? error.field : "another error";
  }
}

describe("the yearly surplus", () => {
  it("of 48,237,500 is shared as the treasurer's table says, three exact ties included", () => {
    const outcome = shareSurplus({ surplus: rupiah(48_237_500), funds, members });
    expect(outcome.funds.map((fund) => fund.rupiah)).toEqual([
      14_471_250, 14_471_250, 7_235_625, 4_823_750, 2_411_875, 2_411_875, 2_411_875,
    ]);
    expect(outcome.members).toEqual([
      { id: "aminah", transactions: 4_154_508, capital: 1_567_719, total: 5_722_227 },
      { id: "burhan", transactions: 2_427_737, capital: 1_567_719, total: 3_995_456 },
      { id: "cik siti", transactions: 0, capital: 1_205_937, total: 1_205_937 },
      { id: "dewi", transactions: 5_556_440, capital: 1_567_719, total: 7_124_159 },
      { id: "encik rahman", transactions: 1_461_771, capital: 844_156, total: 2_305_927 },
      { id: "fatimah", transactions: 870_794, capital: 482_375, total: 1_353_169 },
    ]);
    expect(sum(outcome.members.map((each) => each.total))).toBe(21_706_875);
  });

  it("gives Lukman of Koperasi Alis Jaya the published 1,240,000", () => {
    const outcome = shareSurplus({
      surplus: rupiah(60_000_000),
      funds: [
        { name: "cadangan", basisPoints: 5500 },
        { name: "jasa anggota", basisPoints: 2500, by: "transactions" },
        { name: "jasa modal", basisPoints: 2000, by: "capital" },
      ],
      members: [member("lukman", 2_000_000, 5_000_000), member("lainnya", 98_000_000, 70_000_000)],
    });
    expect(outcome.members[0]).toEqual({ id: "lukman", transactions: 1_000_000, capital: 240_000, total: 1_240_000 });
  });

  it("refuses the textbook's percentages, which sum to 105 %", () => {
    const textbook = [4000, 4000, 500, 500, 500, 500, 500].map((basisPoints) => ({ name: "dana", basisPoints }));
    expect(fieldOf({ surplus: rupiah(100), funds: textbook, members })).toBe("funds");
    const corrected = [4000, 4000, 500, 500, 500, 250, 250].map((basisPoints) => ({ name: "dana", basisPoints }));
    expect(fieldOf({ surplus: rupiah(100), funds: corrected, members })).toBe("none");
  });

  it("refuses a loss, percentages below 100 %, and a fund that no member qualifies for", () => {
    const idle = members.map((each) => ({ ...each, transactions: rupiah(0) }));
    expect(fieldOf({ surplus: rupiah(-1), funds, members })).toBe("surplus");
    expect(fieldOf({ surplus: rupiah(1), funds: funds.slice(1), members })).toBe("funds");
    expect(fieldOf({ surplus: rupiah(1), funds, members: idle })).toBe("funds[1]");
    expect(fieldOf({ surplus: rupiah(1), funds, members: [] })).toBe("funds[1]");
  });

  it("of one rupiah goes to the first of the largest funds", () => {
    const outcome = shareSurplus({ surplus: rupiah(1), funds, members });
    expect(outcome.funds.map((fund) => fund.rupiah)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(outcome.members.every((each) => each.total === 0)).toBe(true);
  });

  it("is shared to the last rupiah, whatever it is", () => {
    const someMembers = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 12 }))
        .map(([capital, transactions]) => member("m", capital, transactions)),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 15 }).map(rupiah), someMembers, (surplus, some) => {
        const outcome = shareSurplus({ surplus, funds, members: some });
        expect(sum(outcome.funds.map((fund) => fund.rupiah))).toBe(surplus);
        expect(sum(outcome.members.map((each) => each.transactions))).toBe(outcome.funds[1]?.rupiah);
        expect(sum(outcome.members.map((each) => each.capital))).toBe(outcome.funds[2]?.rupiah);
      }),
      { numRuns: 500 },
    );
  });
});
