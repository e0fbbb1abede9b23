import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisPointsOf, type Rupiah, rupiah, subtract, sum } from "#app/domain/money.ts";
import { ProblemIn } from "#app/domain/problem-in.ts";
import { allocate, allocateParts, split, takeBack } from "#app/domain/split.ts";

const LARGEST = 10 ** 15;
const anAmount = fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: LARGEST })).map(rupiah);
const someWeights = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000_000 })), { minLength: 1, maxLength: 60 })
  .filter((weights) => weights.some((weight) => weight > 0));

describe("dividing by weights", () => {
  it("gives 100,000 over three as 33,334 and twice 33,333", () => {
    expect(allocate(rupiah(100_000), [1, 1, 1])).toEqual([33_334, 33_333, 33_333]);
  });

  it("divides the pooled chillies by grams: kas 5 % of 1,550,000 first", () => {
    const net = subtract(rupiah(1_550_000), basisPointsOf(rupiah(1_550_000), 500));
    expect(net).toBe(1_472_500);
    expect(allocate(net, [12_500, 8_000, 4_750])).toEqual([728_960, 466_535, 277_005]);
  });

  it("divides the graded harvest grade by grade", () => {
    const grade = (value: number, grams: number[]): Rupiah[] =>
      allocate(subtract(rupiah(value), basisPointsOf(rupiah(value), 500)), grams);
    const a = grade(1_147_000, [9_000, 6_500, 3_000]);
    const b = grade(324_000, [3_500, 1_500, 1_750]);
    const each = a.map((amount, member) => amount + (b[member] ?? 0));
    expect(each).toEqual([689_700, 451_250, 256_500]);
    expect(each.reduce((all, one) => all + one)).toBe(1_397_450);
  });

  it("gives the odd rupiah of a tie to the earlier weight", () => {
    expect(allocate(rupiah(3), [1, 1])).toEqual([2, 1]);
    expect(allocate(rupiah(1), [0, 5, 5])).toEqual([0, 1, 0]);
  });

  it("loses no rupiah for any total up to 10,000 and any number of equal members up to 60", () => {
    const wrong = Array.from({ length: 10_001 }, (_, total) => {
      const shares = allocate(rupiah(total), Array(1 + (total % 60)).fill(1));
      return sum(shares) === total && Math.max(...shares) - Math.min(...shares) <= 1 ? null : { total, shares };
    }).filter((each) => each !== null);
    expect(wrong).toEqual([]);
  });

  it("sums to the total, stays within a rupiah of the true share, and gives a zero weight nothing", () => {
    fc.assert(
      fc.property(anAmount, someWeights, (total, weights) => {
        const parts = allocateParts(total, weights);
        expect(sum(parts.map((part) => part.amount))).toBe(total);
        const all = weights.reduce((whole, weight) => whole + BigInt(weight), 0n);
        for (const [position, weight] of weights.entries()) {
          const part = parts[position];
          const floor = (BigInt(total) * BigInt(weight)) / all;
          expect(BigInt((part?.amount ?? 0) - (part?.remainder ?? 0))).toBe(floor);
          expect([0, 1]).toContain(part?.remainder);
          if (weight === 0) expect(part?.amount).toBe(0);
        }
        expect(allocateParts(total, weights)).toEqual(parts);
      }),
      { numRuns: 2000 },
    );
  });

  it("never gives a smaller weight more than a larger one, nor two equal weights a difference above a rupiah", () => {
    fc.assert(
      fc.property(anAmount, someWeights, (total, weights) => {
        const shares = allocate(total, weights);
        const pairs = weights.map((weight, position) => [weight, shares[position] ?? 0] as const);
        pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        for (const [position, [weight, share]] of pairs.entries()) {
          const next = pairs[position + 1];
          if (!next) continue;
          expect(next[1]).toBeGreaterThanOrEqual(share);
          if (next[0] === weight) expect(next[1] - share).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["a negative total", -1, [1]],
    ["no weights", 1, []],
    ["only zero weights", 1, [0, 0]],
    ["a negative weight", 1, [2, -1]],
    ["a fractional weight", 1, [0.5]],
    ["a weight beyond the whole numbers", 1, [2 ** 60]],
  ])("refuses %s", (_, total, weights) => {
    expect(() => allocate(rupiah(total), weights)).toThrow(RangeError);
  });
});

describe("taking back part of a sale", () => {
  it("takes one of two bags back by what each party holds", () => {
    const held = [51_000, 50_999, 50_999, 11_900, 5_100].map(rupiah);
    expect(takeBack(rupiah(84_999), held)).toEqual([25_500, 25_500, 25_499, 5_950, 2_550]);
  });

  it("never takes more than somebody holds, and refunds that add up to the sale leave everybody at zero", () => {
    fc.assert(
      fc.property(anAmount, someWeights, fc.array(fc.nat(1000), { maxLength: 8 }), (total, weights, portions) => {
        let held = allocate(total, weights);
        for (const portion of [...portions, 1000]) {
          const left = sum(held);
          const refund = rupiah(Number((BigInt(left) * BigInt(portion)) / 1000n));
          const back = takeBack(refund, held);
          expect(sum(back)).toBe(refund);
          held = held.map((amount, party) => subtract(amount, back[party] ?? rupiah(0)));
          expect(Math.min(...held)).toBeGreaterThanOrEqual(0);
        }
        expect(held.every((amount) => amount === 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses to take back more than all of it", () => {
    expect(() => takeBack(rupiah(3), [rupiah(1), rupiah(1)])).toThrow(RangeError);
  });
});

describe("a split with deductions", () => {
  const shares = [
    { party: "A", weight: 2 },
    { party: "B", weight: 1 },
  ];

  it("takes kas and packing off 305,000 and says who got the odd rupiah", () => {
    expect(
      split({
        amount: rupiah(305_000),
        deductions: [
          { party: "kas", basisPoints: 1000 },
          { party: "packing", rupiah: rupiah(5000) },
        ],
        shares,
      }),
    ).toEqual({
      amount: 305_000,
      deductions: [
        { party: "kas", rupiah: 30_500 },
        { party: "packing", rupiah: 5000 },
      ],
      shares: [
        { party: "A", rupiah: 179_667 },
        { party: "B", rupiah: 89_833 },
      ],
      remainder: [{ party: "A", rupiah: 1 }],
    });
  });

  it("never takes more than is left: two halves of a rupiah, both rounded up", () => {
    const halves = [
      { party: "x", basisPoints: 5000 },
      { party: "y", basisPoints: 5000 },
    ];
    expect(split({ amount: rupiah(1), deductions: halves, shares }).deductions).toEqual([
      { party: "x", rupiah: 1 },
      { party: "y", rupiah: 0 },
    ]);
  });

  it("sums to the amount whatever is deducted", () => {
    const deductions = fc.array(
      fc.integer({ min: 0, max: 1200 }).map((basisPoints) => ({ party: "d", basisPoints })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(anAmount, deductions, someWeights, (amount, taken, weights) => {
        const parts = split({ amount, deductions: taken, shares: weights.map((weight) => ({ party: "m", weight })) });
        expect(sum([...parts.deductions, ...parts.shares].map((part) => part.rupiah))).toBe(amount);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["amount", -1, []],
    ["deductions", 10, [6000, 4001].map((basisPoints) => ({ party: "x", basisPoints }))],
    ["deductions[0].basisPoints", 10, [{ party: "x", basisPoints: -1 }]],
    ["deductions[0].rupiah", 10, [{ party: "x", rupiah: rupiah(11) }]],
    ["deductions[1].rupiah", 10, [1, -1].map((amount) => ({ party: "x", rupiah: rupiah(amount) }))],
  ])("names the field at fault: %s", (field, amount, deductions) => {
    try {
      split({ amount: rupiah(amount), deductions, shares });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemIn);
      expect(error).toMatchObject({ field });
    }
  });

  it("refuses shares without a positive weight, even when nothing is left to share", () => {
    expect(() => split({ amount: rupiah(0), deductions: [], shares: [{ party: "A", weight: 0 }] })).toThrow(ProblemIn);
  });
});
