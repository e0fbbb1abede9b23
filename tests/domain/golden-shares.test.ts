import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costGame, shapleyParts } from "#app/domain/cost-game.ts";
import { type Rupiah, rupiah, sum } from "#app/domain/money.ts";
import { cheapestPacking, type Packable } from "#app/domain/packing.ts";
import { poolShares, settleRun } from "#app/domain/pooling.ts";
import { SHARE_RULES, type ShareRule, weightsBy } from "#app/domain/share-rule.ts";
import { allocate } from "#app/domain/split.ts";
import { checkSubgroups, isCoreEmpty } from "#app/domain/subgroup-check.ts";
import { countedGrams, parcelCost, sendingCost, type Tariff } from "#app/domain/tariff.ts";
import { airTariff, aTariff, consignmentsOf, someConsignments } from "#tests/world/shipping.ts";

/** What each would pay of c*(N) under a rule, capped by the price alone. */
function sharesBy(rule: ShareRule, tariff: Tariff, loads: readonly Packable[]): number[] {
  const { weights } = weightsBy(rule, tariff, loads);
  const consignments = loads.map((load, at) => {
    const alone = sendingCost(tariff, load);
    return { id: load.id, alone, quote: alone, weight: weights[at] ?? 0n };
  });
  return [...settleRun({ bill: cheapestPacking(tariff, loads).total, consignments }).shares.values()];
}

/** By counted grams, as if nobody had a price alone. */
function uncapped(tariff: Tariff, loads: readonly Packable[]): number[] {
  return allocate(cheapestPacking(tariff, loads).total, loads.map(countedGrams));
}

/** Shapley's values as fractions of n!, brought back to rupiah. */
function shapley(cost: ArrayLike<number>, players: number): number[] {
  let factorial = 1;
  for (let n = 2; n <= players; n++) factorial *= n;
  return shapleyParts(cost, players).map((part) => Number(part) / factorial);
}

function shapleyOf(tariff: Tariff, loads: readonly Packable[]): number[] {
  return shapley(costGame(tariff, loads).cost, loads.length);
}

/** Moulin and Shenker, Econometrica 1992: the first rise in cost is shared by all, the next by all but the smallest, and so on. */
function serial(tariff: Tariff, grams: readonly number[]): number[] {
  const costOf = (weight: number) => parcelCost(tariff, { grams: weight, volumetricGrams: 0 });
  let before = 0;
  let smaller = 0;
  let share = 0;
  return grams.map((own, at) => {
    const after = costOf(smaller + (grams.length - at) * own);
    share += (after - before) / (grams.length - at);
    before = after;
    smaller += own;
    return share;
  });
}

function mapOf(loads: readonly Packable[], amounts: readonly number[]): Map<string, Rupiah> {
  return new Map(loads.map(({ id }, at) => [id, rupiah(amounts[at] ?? 0)]));
}

describe("the golden divisions", () => {
  const affine = { ...airTariff, perKg: rupiah(12_000), perParcel: rupiah(30_000), toleranceGrams: 0 };
  const pairs = { ...airTariff, toleranceGrams: 0 };

  it("30,000 a parcel and 12,000 a kilogram for 2, 3 and 5 kg: Shapley is serial, and everything is in the core", () => {
    const loads = consignmentsOf([2000, 3000, 5000]);
    expect(uncapped(affine, loads)).toEqual([30_000, 45_000, 75_000]);
    expect(sharesBy("by-weight", affine, loads)).toEqual([30_000, 45_000, 75_000]);
    expect(shapleyOf(affine, loads)).toEqual([34_000, 46_000, 70_000]);
    expect(serial(affine, [2000, 3000, 5000])).toEqual([34_000, 46_000, 70_000]);
    expect(sharesBy("by-addition", affine, loads)).toEqual([34_000, 46_000, 70_000]);
    expect(sharesBy("equal-saving", affine, loads)).toEqual([38_571, 47_143, 64_286]);
    for (const rule of SHARE_RULES) {
      const shares = mapOf(loads, sharesBy(rule, affine, loads));
      expect(checkSubgroups({ tariff: affine, loads, shares }).better).toBeNull();
    }
  });

  it("1,300 / 500 / 450 g: by weight the first would pay more than alone, so the cap binds", () => {
    const loads = consignmentsOf([1300, 500, 450]);
    expect(uncapped(airTariff, loads)).toEqual([43_911, 16_889, 15_200]);
    expect(sharesBy("by-weight", airTariff, loads)).toEqual([38_000, 20_000, 18_000]);
    expect(shapleyOf(airTariff, loads)).toEqual([38_000, 19_000, 19_000]);
    expect(sharesBy("by-addition", airTariff, loads)).toEqual([38_000, 19_000, 19_000]);
    expect(sharesBy("equal-saving", airTariff, loads)).toEqual([25_334, 25_333, 25_333]);
  });

  it("bulky with dense: 25 % saved, none of the rules is in the core, and yet there is one", () => {
    const loads = consignmentsOf([600, 1200, 2200, 900], [1500, 800, 1000, 2600]);
    expect(loads.map((load) => sendingCost(airTariff, load))).toEqual([76_000, 38_000, 76_000, 114_000]);
    expect(cheapestPacking(airTariff, loads).total).toBe(228_000);
    expect(sharesBy("equal-saving", airTariff, loads)).toEqual([57_000, 28_500, 57_000, 85_500]);
    expect(
      sharesBy("by-weight", airTariff, loads).map((share, at) => share - (uncapped(airTariff, loads)[at] ?? 0)),
    ).toEqual([0, 0, 0, 0]);
    expect(uncapped(airTariff, loads)).toEqual([45_600, 36_480, 66_880, 79_040]);
    // All in one parcel, as the worked figure reckons: 44,333⅓ / 38,000 / 57,000 / 88,666⅔.
    const { parcel } = costGame(airTariff, loads);
    expect(shapley(parcel, 4).map((value) => Math.round(value * 3))).toEqual([133_000, 114_000, 171_000, 266_000]);
    // In the cheapest parcels, as a run is settled: b and c apart cost 114,000, in one parcel 152,000.
    expect([parcel[0b110], costGame(airTariff, loads).cost[0b110]]).toEqual([152_000, 114_000]);
    expect(sharesBy("by-addition", airTariff, loads)).toEqual([47_500, 34_834, 53_833, 91_833]);
    for (const rule of SHARE_RULES) {
      const shares = mapOf(loads, sharesBy(rule, airTariff, loads));
      const { better, isUnavoidable, looked } = checkSubgroups({ tariff: airTariff, loads, shares });
      expect({ looked, isUnavoidable, isThere: better !== null }).toEqual({
        looked: "all",
        isUnavoidable: false,
        isThere: true,
      });
    }
    expect(costGame(airTariff, loads).cost[0b11]).toBe(76_000);
    const inCore = mapOf(loads, [38_000, 38_000, 76_000, 76_000]);
    expect(checkSubgroups({ tariff: airTariff, loads, shares: inCore }).better).toBeNull();
  });

  it("1,300 + 1,300 g stay apart: together they would cost 114,000", () => {
    const loads = consignmentsOf([1300, 1300]);
    expect(parcelCost(airTariff, { grams: 2600, volumetricGrams: 0 })).toBe(114_000);
    expect(poolShares(airTariff, loads)).toMatchObject({ total: 76_000, parcels: [["a"], ["b"]] });
    for (const rule of SHARE_RULES) expect(sharesBy(rule, airTariff, loads)).toEqual([38_000, 38_000]);
  });

  it("1,300 / 1,300 / 500 / 450 g: 114,000 at best; equal orders pay equally, and who brings no saving gets none by Shapley", () => {
    const loads = consignmentsOf([1300, 1300, 500, 450]);
    expect(parcelCost(airTariff, { grams: 3550, volumetricGrams: 0 })).toBe(152_000);
    expect(poolShares(airTariff, loads)).toMatchObject({ total: 114_000, parcels: [["a"], ["b", "c", "d"]] });
    expect(sharesBy("equal-saving", airTariff, loads)).toEqual([28_500, 28_500, 28_500, 28_500]);
    expect(shapleyOf(airTariff, loads)).toEqual([38_000, 38_000, 19_000, 19_000]);
  });

  it("3 × 650 g: the core is empty, and the note says so", () => {
    const loads = consignmentsOf([650, 650, 650]);
    const game = costGame(airTariff, loads);
    expect([...game.cost]).toEqual([0, 38_000, 38_000, 38_000, 38_000, 38_000, 38_000, 76_000]);
    expect(isCoreEmpty(game)).toBe(true);
    const { shares } = poolShares(airTariff, loads);
    expect([...shares.values()]).toEqual([25_334, 25_333, 25_333]);
    expect(checkSubgroups({ tariff: airTariff, loads, shares })).toEqual({
      looked: "all",
      better: { ids: ["a", "b"], pays: 50_667, apart: 38_000 },
      isUnavoidable: true,
    });
  });

  it("the airport: 40, 50, 60, 70, 80, 90 for longer and longer landings", () => {
    const longest = [40, 50, 60, 70, 80, 90];
    const cost = Array.from({ length: 64 }, (_, set) => Math.max(0, ...longest.filter((_each, at) => set & (1 << at))));
    expect(shapley(cost, 6).map((value) => Math.round(value * 6))).toEqual([40, 52, 67, 87, 117, 177]);
  });

  it("keeps what must stay apart out of one parcel, also in the sets", () => {
    const loads = consignmentsOf([500, 450]).map((load, at) => (at === 0 ? { ...load, apart: "cold" } : load));
    expect(costGame(pairs, loads).cost[0b11]).toBe(76_000);
  });
});

describe("every rule", () => {
  const shared = (rule: ShareRule, tariff: Tariff, loads: readonly Packable[]) => sharesBy(rule, tariff, loads);

  it("sums to the bill, charges nobody more than alone, and equal orders to within a rupiah, in whatever order they come", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHARE_RULES),
        aTariff,
        someConsignments({ min: 1, max: 7 }),
        (rule, tariff, loads) => {
          const shares = shared(rule, tariff, loads);
          const turned = shared(rule, tariff, loads.toReversed()).toReversed();
          expect(sum(shares.map(rupiah))).toBe(cheapestPacking(tariff, loads).total);
          for (const [at, load] of loads.entries()) {
            expect(shares[at]).toBeLessThanOrEqual(sendingCost(tariff, load));
            expect(Math.abs((shares[at] ?? 0) - (turned[at] ?? 0))).toBeLessThanOrEqual(1);
            for (const [other, same] of loads.entries())
              if (same.grams === load.grams && same.volumetricGrams === load.volumetricGrams)
                expect(Math.abs((shares[at] ?? 0) - (shares[other] ?? 0))).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is the same each time where orders of arrival are drawn, and stays below the caps", () => {
    const loads = consignmentsOf([650, 650, 1200, 400, 2200, 900, 300, 1700, 250, 800, 450, 1300, 500, 2600]);
    expect(weightsBy("by-addition", airTariff, loads).isSampled).toBe(true);
    const shares = shared("by-addition", airTariff, loads);
    expect(shared("by-addition", airTariff, loads)).toEqual(shares);
    expect(Math.abs((shares[0] ?? 0) - (shares[1] ?? 0))).toBeLessThanOrEqual(1);
    expect(sum(shares.map(rupiah))).toBe(cheapestPacking(airTariff, loads).total);
    for (const [at, load] of loads.entries()) expect(shares[at]).toBeLessThanOrEqual(sendingCost(airTariff, load));
  });
});
