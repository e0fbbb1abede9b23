import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah, sum } from "#app/domain/money.ts";
import { cheapestPacking, type Packable } from "#app/domain/packing.ts";
import { provenBound } from "#app/domain/packing-bound.ts";
import { lowerBoundOf } from "#app/domain/packing-floor.ts";
import { parcelCost } from "#app/domain/tariff.ts";
import { airTariff, aTariff, consignmentsOf, someConsignments } from "#tests/world/shipping.ts";

const effort = { mostSorts: 40, mostTurns: 20, mostLooks: 2000 };
const alone = (loads: readonly Packable[]): string[][] => loads.map((load) => [load.id]);

describe("the proven bound", () => {
  it("is above what volume alone can prove: two parcels of 1,300 g cost two kilograms, six of 800 g four", () => {
    for (const [grams, cheapest] of [
      [[1300, 1300], 76_000],
      [[800, 800, 800, 800, 800, 800], 190_000],
    ] as const) {
      const loads = consignmentsOf(grams);
      expect(cheapestPacking(airTariff, loads).total).toBe(cheapest);
      expect(provenBound(airTariff, { loads, parcels: alone(loads) }, effort)).toBe(cheapest);
      expect(lowerBoundOf(airTariff, loads)).toBeLessThanOrEqual(cheapest);
    }
  });

  it("is never above the cheapest packing, wherever the search for it begins and however soon it stops", () => {
    const efforts = fc.record({
      mostSorts: fc.integer({ min: 1, max: 9 }),
      mostTurns: fc.integer({ min: 0, max: 6 }),
      mostLooks: fc.constantFrom(0, 3, 500),
    });
    fc.assert(
      fc.property(aTariff, someConsignments({ min: 1, max: 8 }), efforts, (tariff, loads, some) => {
        const cheapest = cheapestPacking(tariff, loads);
        const bound = provenBound(tariff, { loads, parcels: alone(loads) }, some);
        expect(bound).toBeLessThanOrEqual(cheapest.total);
        expect(bound).toBeGreaterThanOrEqual(lowerBoundOf(tariff, loads));
        expect(provenBound(tariff, { loads, parcels: cheapest.parcels }, some)).toBeLessThanOrEqual(cheapest.total);
      }),
      { numRuns: 250 },
    );
  });

  it("knows that a first block is paid by every parcel", () => {
    const cargo = {
      ...airTariff,
      toleranceGrams: 0,
      perKg: rupiah(10_000),
      firstBlockGrams: 10_000,
      firstBlockFee: rupiah(100_000),
    };
    const loads = consignmentsOf(Array.from({ length: 20 }, () => 4000));
    const packing = cheapestPacking(cargo, loads);
    expect(packing).toMatchObject({ total: 800_000, lowerBound: 800_000 });
    const rest = consignmentsOf(Array.from({ length: 20 }, () => 16_000));
    const apart = cheapestPacking(cargo, rest);
    expect(apart.total).toBe(20 * 160_000);
    expect(provenBound(cargo, { loads: rest, parcels: apart.parcels }, effort)).toBe(apart.total);
  });

  it("is within 6 % of a packing of 60 goods that are as heavy as they are large, where volume alone leaves more", () => {
    const loads = Array.from({ length: 60 }, (_, at) => ({
      id: `c${at}`,
      grams: 200 + ((at * 997) % 2700),
      volumetricGrams: 200 + ((at * 997 + at * 13) % 2700),
    }));
    const packing = cheapestPacking(airTariff, loads);
    const bound = provenBound(airTariff, { loads, parcels: packing.parcels }, { ...effort, mostSorts: 60 });
    expect(bound).toBeLessThanOrEqual(packing.total);
    expect(packing.total / bound).toBeLessThan(1.06);
    expect(bound).toBeGreaterThan(packing.lowerBound);
  });

  it("counts every load, also those of one sort", () => {
    const loads = Array.from({ length: 30 }, (_, at) => ({ id: `c${at}`, grams: 1300, volumetricGrams: 0 }));
    expect(provenBound(airTariff, { loads, parcels: alone(loads) }, effort)).toBe(
      sum(loads.map((load) => parcelCost(airTariff, load))),
    );
  });
});
