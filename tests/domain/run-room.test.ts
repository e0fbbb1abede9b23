import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinInRun, type RunWithRoom, type SeekingRun } from "#app/domain/join-run.ts";
import { cheapestPacking } from "#app/domain/packing.ts";
import { gramsLeft, hasRoom, isFull, NO_LIMIT, pointsServed } from "#app/domain/run-room.ts";
import { airTariff, aTariff, consignmentsOf, someConsignments } from "#tests/world/shipping.ts";

const ms = (moment: string): number => Date.parse(moment);

const limits = fc.record({
  maxGrams: fc.option(fc.integer({ min: 1, max: 20_000 })),
  maxParcels: fc.option(fc.integer({ min: 1, max: 4 })),
});

describe("the room of a departure", () => {
  it("ends with the gram, and with the box", () => {
    const loads = consignmentsOf([4000, 5000]);
    const room = (maxGrams: number | null, maxParcels: number | null) =>
      hasRoom({ limit: { maxGrams, maxParcels }, tariff: airTariff, loads });
    expect([room(9000, null), room(8999, null), room(null, null)]).toEqual([true, false, true]);
    const small = { ...airTariff, maxParcelGrams: 5000 };
    const boxes = (maxParcels: number) => hasRoom({ limit: { maxGrams: null, maxParcels }, tariff: small, loads });
    expect([boxes(2), boxes(1)]).toEqual([true, false]);
    expect(isFull({ limit: { maxGrams: 9000, maxParcels: null }, tariff: airTariff, loads })).toBe(true);
    expect(isFull({ limit: { maxGrams: 9001, maxParcels: null }, tariff: airTariff, loads })).toBe(false);
  });

  it("is never passed by those who asked first, one after the other", () => {
    fc.assert(
      fc.property(limits, aTariff, someConsignments({ min: 1, max: 7 }), (limit, tariff, asking) => {
        const aboard: typeof asking = [];
        for (const each of asking) if (hasRoom({ limit, tariff, loads: [...aboard, each] })) aboard.push(each);
        const grams = aboard.reduce((all, each) => all + each.grams, 0);
        expect(grams).toBeLessThanOrEqual(limit.maxGrams ?? grams);
        expect(gramsLeft(limit, aboard)).toBe(
          limit.maxGrams === null ? Number.POSITIVE_INFINITY : limit.maxGrams - grams,
        );
        const boxes = cheapestPacking(tariff, aboard).parcels.length;
        expect(boxes).toBeLessThanOrEqual(limit.maxParcels ?? boxes);
        expect(hasRoom({ limit: NO_LIMIT, tariff, loads: asking })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("is only for what is fetched where the boat goes", () => {
    const run = {
      ...{
        tariff: { ...airTariff, volumeDivisor: 4000, maxSideMm: null },
        keepsCold: false,
        limit: NO_LIMIT,
        inside: [],
      },
      ...{ hub: { id: "here", villageCode: "21.72.03.1001", servedGroupIds: [] }, pickUpPointIds: ["moro"] },
      // Goods are handed over until the 26th; it arrives on the 28th.
      sailing: { cutOffMs: ms("2026-11-26T10:00Z"), departsMs: ms("2026-11-27T03:00Z"), daysUnderWay: 1 },
    };
    const part = {
      ...{ id: "a", grams: 1000, volumetricGrams: 0, packedGrams: null, volumeDivisor: 6000, maxParcelGrams: 30_000 },
      ...{ packedSideMm: null, goods: [], groupId: "g", hubId: null, fromVillage: "21.01.12.2003" },
      ...{ runHubId: "here", pickUpPointId: "moro", packedMs: null },
    };
    const answer = (over: Partial<SeekingRun>, to: Partial<RunWithRoom> = {}) =>
      joinInRun({ ...part, ...over }, { ...run, ...to }, "refuse");
    expect(answer({})).toEqual({ ok: true, volumetricGrams: 0 });
    expect(answer({ pickUpPointId: null })).toMatchObject({ ok: true });
    expect(answer({ pickUpPointId: "kundur" })).toEqual({ ok: false, reason: "consignment-point-elsewhere" });
    // What lies at this hub stays there; from another its group would have to cross the sea.
    expect(answer({ runHubId: "there" })).toEqual({ ok: false, reason: "consignment-hub-far" });
    expect(answer({ runHubId: "there", hubId: "here" })).toMatchObject({ ok: true });
    const size = { travels: "anywhere", lengthMm: 10, widthMm: 10, heightMm: 10 } as const;
    const chilli = (shelfDays: number) => [{ ...size, name: "Cabai", shelfDays, harvestUntil: null }];
    const spoils = { ok: false, reason: "consignment-spoils" };
    expect(answer({ goods: chilli(3) })).toMatchObject({ ok: true });
    expect(answer({ goods: chilli(2) })).toEqual(spoils);
    expect(answer({ goods: chilli(3), packedMs: ms("2026-11-25T03:00Z") })).toEqual(spoils);
    expect(joinInRun({ ...part, goods: chilli(2) }, run, "warn")).toMatchObject({ ok: true });
    // 5,000 g at 6,000 cm³ a kilogram are 7,500 g at 4,000: alone they fill the box.
    const tight = { limit: { maxGrams: null, maxParcels: 1 }, tariff: { ...run.tariff, maxParcelGrams: 7500 } };
    const bulky = { volumetricGrams: 5000, maxParcelGrams: 7500 };
    expect(answer(bulky, tight)).toEqual({ ok: true, volumetricGrams: 7500 });
    const inside = [{ id: "b", grams: 100, volumetricGrams: 1 }];
    expect(answer(bulky, { ...tight, inside })).toEqual({ ok: false, reason: "consignment-no-room" });
  });

  it("serves the points that were named, else all of the zone, and none of another", () => {
    expect(pointsServed([], ["a", "b"])).toEqual(["a", "b"]);
    expect(pointsServed(["b", "b"], ["a", "b"])).toEqual(["b"]);
    expect(pointsServed(["b", "c"], ["a", "b"])).toBeNull();
  });
});
