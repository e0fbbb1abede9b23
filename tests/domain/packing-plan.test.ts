import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cheapestPacking } from "#app/domain/packing.ts";
import { movesOf, type Placed, planParcels } from "#app/domain/packing-plan.ts";
import { airTariff, aTariff, consignmentsOf, someConsignments } from "#tests/world/shipping.ts";

const tariff = { ...airTariff, volumeDivisor: 6000, maxSideMm: null };
const placed = (grams: number[], over: (id: string) => Partial<Placed> = () => ({})): Placed[] =>
  consignmentsOf(grams).map((each) => ({ ...each, parcel: null, fragile: false, longestMm: null, ...over(each.id) }));

describe("the plan of a run's parcels", () => {
  it("is the cheapest packing until somebody moves something", () => {
    const plan = planParcels({ tariff, goods: placed([1300, 1300, 500, 450]) });
    expect(plan).toMatchObject({ total: 114_000, cheapest: 114_000, alone: 152_000 });
    expect(plan.parcels.map((parcel) => [parcel.number, parcel.ids, parcel.cost, parcel.saved])).toEqual([
      [1, ["a"], 38_000, 0],
      [2, ["b", "c", "d"], 76_000, 38_000],
    ]);
    expect(plan.parcels[1]).toMatchObject({
      grams: 2250,
      roomGrams: 50,
      filledPercent: 98,
      why: ["nothing-fits", "one-place"],
    });
  });

  it("stays as it was packed when weights change, and says what that costs above the cheapest", () => {
    const numbers: Record<string, number> = { a: 1, b: 1, c: 2, d: 2 };
    const plan = planParcels({
      tariff,
      goods: placed([1300, 1300, 500, 450], (id) => ({ parcel: numbers[id] ?? null })),
    });
    expect(plan.parcels.map((parcel) => parcel.cost)).toEqual([114_000, 38_000]);
    expect(plan).toMatchObject({ total: 152_000, cheapest: 114_000 });
  });

  it("packs what came later beside what is placed", () => {
    const plan = planParcels({ tariff, goods: placed([1300, 600, 600], (id) => ({ parcel: id === "a" ? 4 : null })) });
    expect(plan.parcels.map((parcel) => [parcel.number, parcel.ids])).toEqual([
      [4, ["a"]],
      [5, ["b", "c"]],
    ]);
  });

  it("lays what breaks on top, the heaviest at the bottom", () => {
    const goods = placed([900, 400, 700], (id) => ({ fragile: id === "a", parcel: 1 }));
    expect(planParcels({ tariff, goods }).parcels[0]).toMatchObject({
      ids: ["c", "b", "a"],
      why: ["fragile-on-top", "one-place"],
    });
  });

  it("says which parcel is too long for the carrier, and lets nobody put more to what is", () => {
    const short = { ...tariff, maxSideMm: 1000 };
    const goods = placed([400, 400], (id) => ({ longestMm: id === "a" ? 1001 : 1000, parcel: id === "a" ? 1 : 2 }));
    expect(planParcels({ tariff: short, goods }).parcels.map((parcel) => parcel.why.includes("too-long"))).toEqual([
      ...[true, false],
    ]);
    expect(movesOf({ tariff: short, goods, id: "a" })).toEqual([{ to: 2, problem: "parcel-too-long" }]);
    expect(movesOf({ tariff, goods, id: "a" })).toEqual([{ to: 2, difference: -38_000, box: null }]);
  });

  it("keeps cold goods in parcels of their own, and nothing can be moved in to them", () => {
    const goods = placed([400, 400, 400], (id) => (id === "b" ? { apart: "cold" } : {}));
    const plan = planParcels({ tariff, goods });
    expect(plan.parcels.map((parcel) => parcel.ids)).toEqual([["a", "c"], ["b"]]);
    expect(plan.parcels[1]?.why).toContain("cold");
    expect(movesOf({ tariff, goods, id: "a" })).toEqual([
      { to: 2, problem: "parcel-not-cold" },
      { to: 3, difference: 38_000, box: null },
    ]);
  });

  it("says so when a parcel has become too heavy, and refuses to make one so", () => {
    const goods = placed([20_000, 11_000], () => ({ parcel: 1 }));
    expect(planParcels({ tariff, goods }).parcels[0]?.why).toContain("too-heavy");
    const apart = placed([20_000, 11_000]);
    expect(movesOf({ tariff, goods: apart, id: "a" })).toEqual([{ to: 2, problem: "parcel-too-heavy" }]);
  });

  it("promises for every move what the plan then costs, and no move betters the cheapest", () => {
    fc.assert(
      fc.property(aTariff, someConsignments({ min: 2, max: 7 }), (some, loads) => {
        const rule = { ...some, volumeDivisor: 6000, maxSideMm: null };
        const begun = loads.map((each) => ({ ...each, parcel: null, fragile: false, longestMm: null }));
        const plan = planParcels({ tariff: rule, goods: begun });
        const number = (id: string) => plan.parcels.find((parcel) => parcel.ids.includes(id))?.number ?? null;
        const goods = begun.map((each) => ({ ...each, parcel: number(each.id) }));
        const [first] = goods;
        if (!first) return;
        expect(plan.total).toBe(cheapestPacking(rule, loads).total);
        for (const move of movesOf({ tariff: rule, goods, id: first.id })) {
          if (!("difference" in move)) continue;
          const moved = goods.map((each) => (each === first ? { ...each, parcel: move.to } : each));
          expect(planParcels({ tariff: rule, goods: moved }).total).toBe(plan.total + move.difference);
          expect(move.difference).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});
