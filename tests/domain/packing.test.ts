import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah, sum } from "#app/domain/money.ts";
import { cheapestPacking, type Packable } from "#app/domain/packing.ts";
import { lowerBoundOf } from "#app/domain/packing-floor.ts";
import { packNearly } from "#app/domain/packing-heuristic.ts";
import { parcelCost, type Tariff } from "#app/domain/tariff.ts";
import { airTariff, aTariff, consignmentsOf, someConsignments } from "#tests/world/shipping.ts";

const together = (parcel: readonly Packable[]) => ({
  grams: parcel.reduce((all, each) => all + each.grams, 0),
  volumetricGrams: parcel.reduce((all, each) => all + each.volumetricGrams, 0),
});

/** All partitions, weighed one by one: slow and simple, to hold the clever one against. */
function cheapestByTrying(tariff: Tariff, consignments: readonly Packable[]): { total: number; parcels: number } {
  let best = { total: Number.POSITIVE_INFINITY, parcels: 0 };
  const place = (position: number, parcels: Packable[][]): void => {
    const next = consignments[position];
    if (!next) {
      let total = 0;
      for (const parcel of parcels) total += parcelCost(tariff, together(parcel));
      if (total < best.total || (total === best.total && parcels.length < best.parcels))
        best = { total, parcels: parcels.length };
      return;
    }
    for (const [index, parcel] of parcels.entries()) {
      const fuller = [...parcel, next];
      const { grams, volumetricGrams } = together(fuller);
      if (Math.max(grams, volumetricGrams) <= tariff.maxParcelGrams) place(position + 1, parcels.with(index, fuller));
    }
    place(position + 1, [...parcels, [next]]);
  };
  place(0, []);
  return best;
}

const alone = (tariff: Tariff, consignments: readonly Packable[]): number =>
  sum(consignments.map((each) => parcelCost(tariff, each)));

const WEIGHT = { grams: 600, volumetricGrams: 0 };

describe("the cheapest packing", () => {
  it("shares the fixed price of a parcel: 30,000 + 12,000 per kg for 2, 3 and 5 kg", () => {
    const tariff = { ...airTariff, perKg: rupiah(12_000), perParcel: rupiah(30_000), toleranceGrams: 0 };
    expect(cheapestPacking(tariff, consignmentsOf([2000, 3000, 5000]))).toEqual({
      total: 150_000,
      parcels: [["a", "b", "c"]],
      lowerBound: 150_000,
      exact: true,
    });
  });

  it("weighs bulky against dense on the whole parcel: 5.9 kg of volume are 6 kg", () => {
    const loads = consignmentsOf([600, 1200, 2200, 900], [1500, 800, 1000, 2600]);
    expect(cheapestPacking(airTariff, loads)).toMatchObject({ total: 228_000, parcels: [["a", "b", "c", "d"]] });
  });

  it("keeps two parcels of 1,300 g apart, because together they would cost a kilogram more", () => {
    expect(cheapestPacking(airTariff, consignmentsOf([1300, 1300]))).toMatchObject({
      total: 76_000,
      parcels: [["a"], ["b"]],
    });
  });

  it("finds 114,000 for 1,300 / 1,300 / 500 / 450 g, in the fewest parcels and then by the lowest ids", () => {
    expect(cheapestPacking(airTariff, consignmentsOf([1300, 1300, 500, 450]))).toMatchObject({
      total: 114_000,
      parcels: [["a"], ["b", "c", "d"]],
    });
  });

  it("puts three of 650 g into one parcel of 2 kg rather than two parcels for the same price", () => {
    expect(cheapestPacking(airTariff, consignmentsOf([650, 650, 650]))).toMatchObject({
      total: 76_000,
      parcels: [["a", "b", "c"]],
    });
  });

  it("keeps apart what must not share a parcel, whatever that costs", () => {
    const loads = consignmentsOf([400, 400, 400]).map((each) => ({ ...each, apart: each.id === "b" ? "cold" : "" }));
    expect(cheapestPacking(airTariff, loads)).toMatchObject({
      total: 76_000,
      parcels: [["a", "c"], ["b"]],
      exact: true,
    });
  });

  it("brings what goes to one place into one parcel where that costs the same", () => {
    const tariff = { ...airTariff, maxParcelGrams: 1300 };
    const places = { a: "Moro", b: "Durai", c: "Moro", d: "Durai" };
    const loads = consignmentsOf([600, 600, 600, 600]).map((each) => ({
      ...each,
      place: places[each.id as keyof typeof places],
    }));
    expect(cheapestPacking(tariff, loads)).toMatchObject({
      total: 76_000,
      parcels: [
        ["a", "c"],
        ["b", "d"],
      ],
    });
    const many = Array.from({ length: 16 }, (_, at) => ({ id: `m${at}`, ...WEIGHT, place: `place ${at % 8}` }));
    const places16 = cheapestPacking(tariff, many).parcels.map(
      (ids) => new Set(ids.map((id) => Number(id.slice(1)) % 8)),
    );
    expect(places16.map((each) => each.size)).toEqual(Array.from({ length: 8 }, () => 1));
  });

  it("packs nothing for nothing", () => {
    expect(cheapestPacking(airTariff, [])).toEqual({ total: 0, parcels: [], lowerBound: 0, exact: true });
  });

  it("gives a consignment that is heavier than a parcel several of its own: 61 kg in parcels of up to 30 are 30, 30 and 1", () => {
    const packing = cheapestPacking(airTariff, consignmentsOf([61_000, 500, 400]));
    expect(packing).toMatchObject({ total: 38_000 * 62, parcels: [["a"], ["b", "c"]], exact: true });
  });

  it("refuses an id that is there twice, and half a gram", () => {
    const [one] = consignmentsOf([500]);
    if (!one) throw new Error("no consignment");
    expect(() => cheapestPacking(airTariff, [one, one])).toThrow(RangeError);
    expect(() => cheapestPacking(airTariff, [{ ...one, grams: 0.5 }])).toThrow(RangeError);
    expect(() => cheapestPacking(airTariff, [{ ...one, grams: -1 }])).toThrow(RangeError);
  });

  it("costs what trying every partition finds, in as few parcels", () => {
    fc.assert(
      fc.property(aTariff, someConsignments({ min: 1, max: 7 }), (tariff, loads) => {
        const packing = cheapestPacking(tariff, loads);
        expect({ total: packing.total, parcels: packing.parcels.length }).toEqual(cheapestByTrying(tariff, loads));
      }),
      { numRuns: 400 },
    );
  });

  it("holds everybody once, in parcels that cost the total, whatever order they came in", () => {
    fc.assert(
      fc.property(aTariff, someConsignments({ min: 1, max: 22 }), (tariff, loads) => {
        const packing = cheapestPacking(tariff, loads);
        expect(packing.parcels.flat().toSorted()).toEqual(loads.map((load) => load.id));
        const parcels = packing.parcels.map((ids) => loads.filter((load) => ids.includes(load.id)));
        expect(sum(parcels.map((parcel) => parcelCost(tariff, together(parcel))))).toBe(packing.total);
        expect(packing.total).toBeLessThanOrEqual(alone(tariff, loads));
        expect(packing.lowerBound).toBeLessThanOrEqual(packing.total);
        expect(packing.exact).toBe(loads.length <= 14);
        expect(cheapestPacking(tariff, loads.toReversed())).toEqual(packing);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a packing of more than can be tried", () => {
  it("is never dearer than each alone and never below the bound, which no exact packing beats either", () => {
    fc.assert(
      fc.property(aTariff, someConsignments({ min: 1, max: 9 }), (tariff, loads) => {
        const exact = cheapestPacking(tariff, loads).total;
        const near = sum(packNearly(tariff, loads).map((parcel) => parcelCost(tariff, together(parcel))));
        expect(lowerBoundOf(tariff, loads)).toBeLessThanOrEqual(exact);
        expect(near).toBeGreaterThanOrEqual(exact);
        expect(near).toBeLessThanOrEqual(alone(tariff, loads));
      }),
      { numRuns: 500 },
    );
  });

  it("is within 5 % of the cheapest for baskets as they come", () => {
    const sample = fc.sample(someConsignments({ min: 6, max: 10 }), { numRuns: 100, seed: 20_261_124 });
    const totals = sample.map((loads) => ({
      exact: cheapestPacking(airTariff, loads).total,
      near: sum(packNearly(airTariff, loads).map((parcel) => parcelCost(airTariff, together(parcel)))),
    }));
    const all = (kind: "exact" | "near"): number => totals.reduce((whole, each) => whole + each[kind], 0);
    expect(all("near") / all("exact")).toBeLessThan(1.05);
  });
});
