import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Rupiah, rupiah, subtract, sum } from "#app/domain/money.ts";
import { cheapestPacking, type Packable } from "#app/domain/packing.ts";
import { poolShares, quoteConsignment, settleRun } from "#app/domain/pooling.ts";
import { NO_EXTRAS, type Tariff } from "#app/domain/tariff.ts";
import { airTariff, aTariff, consignmentsOf, someConsignments } from "#tests/world/shipping.ts";

const sharesOf = (tariff: Tariff, loads: readonly Packable[]): number[] => [
  ...poolShares(tariff, loads).shares.values(),
];

describe("equal saving", () => {
  it("saves everybody the same percentage of 30,000 + 12,000 per kg", () => {
    const tariff = { ...airTariff, perKg: rupiah(12_000), perParcel: rupiah(30_000), toleranceGrams: 0 };
    const pool = poolShares(tariff, consignmentsOf([2000, 3000, 5000]));
    expect([...pool.alone.values()]).toEqual([54_000, 66_000, 90_000]);
    expect([...pool.shares.values()]).toEqual([38_571, 47_143, 64_286]);
  });

  it.each([
    ["1,300 / 500 / 450 g, where shares by weight would cost the first more than alone", [1300, 500, 450], 76_000],
    ["3 × 650 g, where a pair could ship cheaper", [650, 650, 650], 76_000],
  ])("divides %s equally", (_, grams, total) => {
    expect(poolShares(airTariff, consignmentsOf(grams)).total).toBe(total);
    expect(sharesOf(airTariff, consignmentsOf(grams))).toEqual([25_334, 25_333, 25_333]);
  });

  it("saves 25 % on bulky and dense goods together", () => {
    const loads = consignmentsOf([600, 1200, 2200, 900], [1500, 800, 1000, 2600]);
    expect(sharesOf(airTariff, loads)).toEqual([57_000, 28_500, 57_000, 85_500]);
  });

  it("charges equal orders equally, in whichever parcel they travel", () => {
    expect(sharesOf(airTariff, consignmentsOf([1300, 1300, 500, 450]))).toEqual([28_500, 28_500, 28_500, 28_500]);
  });

  it("charges nothing where the carrier charges nothing", () => {
    expect(sharesOf({ ...airTariff, perKg: rupiah(0) }, consignmentsOf([500, 900]))).toEqual([0, 0]);
  });

  it("sums to the total, never above alone; equal orders differ by a rupiah at most; order moves tie rupiah only", () => {
    fc.assert(
      fc.property(aTariff, someConsignments({ min: 1, max: 9 }), (tariff, loads) => {
        const pool = poolShares(tariff, loads);
        expect(sum(pool.shares.values())).toBe(pool.total);
        const turned = poolShares(tariff, loads.toReversed()).shares;
        for (const [id, share] of pool.shares) {
          expect(share).toBeLessThanOrEqual(pool.alone.get(id) ?? -1);
          expect(Math.abs(share - (turned.get(id) ?? -9))).toBeLessThanOrEqual(1);
          for (const [other, alone] of pool.alone)
            if (alone === pool.alone.get(id))
              expect(Math.abs(share - (pool.shares.get(other) ?? -9))).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 800 },
    );
  });

  it("is not changed by a free rider of 0 g that the carrier would take for nothing", () => {
    const free = { id: "zzz", grams: 0, volumetricGrams: 0 };
    fc.assert(
      fc.property(aTariff, someConsignments({ min: 1, max: 8 }), (any, loads) => {
        const tariff = { ...any, ...NO_EXTRAS, minKg: 0, perParcel: rupiah(0) };
        const without = poolShares(tariff, loads);
        const pool = poolShares(tariff, [...loads, free]);
        expect(pool.total).toBe(without.total);
        expect(pool.shares).toEqual(new Map([...without.shares, ["zzz", 0]]));
      }),
      { numRuns: 300 },
    );
  });
});

type Quoted = Packable & { alone: Rupiah; quote: Rupiah };

function joinOneByOne(tariff: Tariff, loads: readonly Packable[]): Quoted[] {
  const run: Quoted[] = [];
  for (const joining of loads) run.push({ ...joining, ...quoteConsignment({ tariff, earlier: run, joining }) });
  return run;
}

describe("the quote at checkout", () => {
  it("is the price alone for the first, and what is lacking or the share for the next", () => {
    const quotes = joinOneByOne(airTariff, consignmentsOf([1300, 500, 450])).map((each) => each.quote);
    expect(quotes).toEqual([38_000, 38_000, 25_333]);
  });

  it("always covers the cheapest packing, is never above alone, and the final share is never above it", () => {
    fc.assert(
      fc.property(aTariff, someConsignments({ min: 1, max: 8 }), (tariff, loads) => {
        const run = joinOneByOne(tariff, loads);
        for (let size = 1; size <= run.length; size += 1) {
          const now = run.slice(0, size);
          const total = cheapestPacking(tariff, now).total;
          expect(sum(now.map((each) => each.quote))).toBeGreaterThanOrEqual(total);
          const { shares, reserve } = settleRun({ bill: total, consignments: now });
          expect(reserve).toBe(0);
          expect(sum(shares.values())).toBe(total);
          for (const { id, alone, quote } of now) {
            expect(quote).toBeLessThanOrEqual(alone);
            expect(shares.get(id)).toBeLessThanOrEqual(quote);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("covers the proven bound, never above alone, when the run is too large to weigh exactly", () => {
    fc.assert(
      fc.property(aTariff, someConsignments({ min: 16, max: 24 }), (tariff, loads) => {
        const run = joinOneByOne(tariff, loads);
        const { lowerBound } = cheapestPacking(tariff, run);
        expect(sum(run.map((each) => each.quote))).toBeGreaterThanOrEqual(lowerBound);
        for (const { alone, quote } of run) expect(quote).toBeLessThanOrEqual(alone);
      }),
      { numRuns: 5 },
    );
  });

  it("is the price alone at most, also where a good packing of many is not the best one and the run seems to lack more", () => {
    const grams = [
      590, 1672, 1628, 831, 595, 2478, 756, 746, 674, 2514, 2384, 2607, 1434, 2331, 1912, 331, 703, 1317, 1204, 2242,
      2788, 1493, 2686, 1203,
    ];
    const volumetricGrams = [
      625, 798, 2495, 2795, 295, 459, 2205, 1129, 252, 2050, 2618, 581, 2854, 1039, 1018, 2020, 1574, 2842, 2760, 75,
      2318, 2565, 1762, 356,
    ];
    const loads = consignmentsOf(grams, volumetricGrams);
    const first = loads.slice(0, 14);
    const exact = poolShares(airTariff, first).shares;
    // The tightest quotes that still cover the first fourteen.
    const run = first.map((each) => ({ ...each, quote: exact.get(each.id) ?? rupiah(0) }));
    let atTheCap = 0;
    for (const joining of loads.slice(14)) {
      const lacking = poolShares(airTariff, [...run, joining]).total - sum(run.map((each) => each.quote));
      const { alone, quote } = quoteConsignment({ tariff: airTariff, earlier: run, joining });
      expect(quote).toBeLessThanOrEqual(alone);
      if (lacking > alone) atTheCap += 1;
      run.push({ ...joining, quote });
    }
    expect(atTheCap).toBeGreaterThan(0);
  });
});

describe("settling a run", () => {
  const consignment = (id: string, alone: number, quote: number) => ({
    id,
    alone: rupiah(alone),
    quote: rupiah(quote),
  });

  it("divides the real bill at an equal saving rate", () => {
    const consignments = [
      consignment("a", 38_000, 38_000),
      consignment("b", 38_000, 38_000),
      consignment("c", 38_000, 25_333),
    ];
    expect(settleRun({ bill: rupiah(70_000), consignments })).toEqual({
      shares: new Map([
        ["a", 23_334],
        ["b", 23_333],
        ["c", 23_333],
      ]),
      reserve: 0,
    });
  });

  it("stops at a quote, and the others carry the rest up to theirs", () => {
    const consignments = [
      consignment("a", 38_000, 38_000),
      consignment("b", 38_000, 20_000),
      consignment("c", 76_000, 76_000),
    ];
    expect([...settleRun({ bill: rupiah(100_000), consignments }).shares]).toEqual([
      ["a", 26_667],
      ["b", 20_000],
      ["c", 53_333],
    ]);
  });

  it("leaves a bill above all quotes to the reserve: nobody pays more than was promised", () => {
    const consignments = [consignment("a", 38_000, 38_000), consignment("b", 38_000, 20_000)];
    const { shares, reserve } = settleRun({ bill: rupiah(70_000), consignments });
    expect([...shares.values()]).toEqual([38_000, 20_000]);
    expect(reserve).toBe(-12_000);
  });

  it("costs the buyers nothing when there is no bill, and the reserve all of it when nobody is in", () => {
    expect(settleRun({ bill: rupiah(0), consignments: [consignment("a", 5, 5)] }).shares.get("a")).toBe(0);
    expect(settleRun({ bill: rupiah(9), consignments: [] })).toEqual({ shares: new Map(), reserve: -9 });
  });

  it("refuses a negative bill and a quote above the price alone", () => {
    expect(() => settleRun({ bill: rupiah(-1), consignments: [] })).toThrow(RangeError);
    expect(() => settleRun({ bill: rupiah(1), consignments: [consignment("a", 5, 6)] })).toThrow(RangeError);
  });

  it("for any bill: shares and reserve make up the bill, nobody is above the quote, and who pays less than the rate is at the quote", () => {
    const some = fc.array(fc.tuple(fc.nat(200_000), fc.integer({ min: 0, max: 1000 })), { maxLength: 12 });
    fc.assert(
      fc.property(some, fc.nat(1_500_000).map(rupiah), (prices, bill) => {
        const consignments = prices.map(([alone, part], position) =>
          consignment(`c${position}`, alone, Math.floor((alone * part) / 1000)),
        );
        const { shares, reserve } = settleRun({ bill, consignments });
        expect(subtract(sum(shares.values()), reserve)).toBe(bill);
        expect(reserve).toBeLessThanOrEqual(0);
        const open = consignments.filter(({ id, quote }) => (shares.get(id) ?? 0) < quote);
        if (open.length > 0) expect(reserve).toBe(0);
        for (const { id, quote } of consignments) expect(shares.get(id)).toBeLessThanOrEqual(quote);
        // All who are not at their quote pay one rate: their shares cross-multiply to within the rounding of a rupiah each.
        for (const one of open)
          for (const other of open) {
            const difference = (shares.get(one.id) ?? 0) * other.alone - (shares.get(other.id) ?? 0) * one.alone;
            expect(Math.abs(difference)).toBeLessThanOrEqual(one.alone + other.alone);
          }
      }),
      { numRuns: 1500 },
    );
  });
});
