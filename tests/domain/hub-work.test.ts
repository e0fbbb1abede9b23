import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DELIVERIES } from "#app/domain/checkout.ts";
import {
  FoundForm,
  isFetched,
  pickUpCode,
  readHubWeight,
  readPackages,
  readTypedRows,
  remindersDue,
  waitsUntil,
} from "#app/domain/hub-work.ts";
import { rupiah } from "#app/domain/money.ts";
import { CONSIGNMENT_STATES } from "#app/domain/order-states.ts";
import { slowestStop, stopOf, stopsOf, WAY_STOPS } from "#app/domain/order-way.ts";
import { planParcels } from "#app/domain/packing-plan.ts";
import { ashoreOf } from "#app/domain/run.ts";
import { DeliverForm } from "#app/domain/ship-forms.ts";
import { NO_EXTRAS, parcelsNeeded } from "#app/domain/tariff.ts";

const DAY = 86_400_000;

describe("what a hub reads", () => {
  it("counts packages and weighs, and lets a scale be silent", () => {
    expect([
      readPackages("2"),
      readPackages(" 12 "),
      readPackages("0"),
      readPackages("2,5"),
      readPackages("9999"),
    ]).toEqual([...[2, 12, null, null, null]]);
    expect(readHubWeight("")).toEqual({ ok: true, grams: null });
    expect(readHubWeight("1,2 kg")).toEqual({ ok: true, grams: 1200 });
    expect(readHubWeight("berat")).toEqual({ ok: false, reason: "not-weight" });
  });

  it("leaves empty rows of a paper list out, and says at which row something is wrong", () => {
    const list = { rowId: ["a", "b", "c"], count: ["2", "", "x"], weight: ["", "", "1 kg"], tick: [] };
    expect(readTypedRows(list)).toEqual({ ok: false, fields: { "count-c": "packages-wrong" } });
    expect(readTypedRows({ ...list, count: ["2", "", ""], tick: ["b"] })).toEqual({
      ok: true,
      rows: [
        { id: "a", packages: 2, grams: null, isTicked: false },
        { id: "b", packages: null, grams: null, isTicked: true },
        { id: "c", packages: null, grams: 1000, isTicked: false },
      ],
    });
  });
});

describe("forms that leave fields out", () => {
  it("are whole: a hand-over at a door has no signature, a box that came has nothing wrong with it", () => {
    expect(DeliverForm.safeParse({})).toMatchObject({ success: true, data: { takenBy: "", pickUpCode: "" } });
    const press = { formKey: "k".repeat(24), parcelId: "box", found: "arrived" };
    expect(FoundForm.safeParse(press)).toMatchObject({ success: true, data: { words: "" } });
    expect(FoundForm.safeParse({ ...press, found: undefined }).success).toBe(false);
  });
});

describe("fetching goods", () => {
  it("has a code of six digits, the same for the same order, spread over all of them", () => {
    const codes = Array.from({ length: 2000 }, (_, at) => pickUpCode(`hash-of-${at * 7919}`));
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
    expect(pickUpCode("same")).toBe(pickUpCode("same"));
    expect(new Set(codes).size).toBeGreaterThan(1950);
    expect(DELIVERIES.filter(isFetched)).toEqual(["run-pickup", "fetch"]);
  });

  it("waits shorter for what does not keep, and reminds more often the later it is, never before it came", () => {
    const days = { fetchWithinDays: 7, fetchFreshWithinDays: 2 };
    expect(waitsUntil({ arrivedMs: 0, isFresh: true, ...days })).toBe(2 * DAY);
    const untilMs = waitsUntil({ arrivedMs: 0, isFresh: false, ...days });
    const due = (nowMs: number): number => remindersDue({ arrivedMs: 0, untilMs, nowMs });
    expect([0, 3, 4, 6.5, 7].map((day) => due(day * DAY))).toEqual([0, 0, 1, 2, 3]);
    const two = fc.tuple(fc.nat(20 * DAY), fc.nat(20 * DAY));
    fc.assert(
      fc.property(two, ([a, b]) => due(Math.min(a, b)) <= due(Math.max(a, b))),
      { numRuns: 200 },
    );
  });
});

describe("the way of an order", () => {
  it("knows where each state is, and the whole is where its slowest part is", () => {
    expect(slowestStop(["delivered", "departed", "arrived"])).toBe("sea");
    expect(slowestStop(["delivered", "refunded"])).toBe("yours");
    expect(slowestStop(["refunded", "cancelled"])).toBeNull();
    for (const delivery of DELIVERIES) for (const stop of stopsOf(delivery)) expect(WAY_STOPS).toContain(stop);
    for (const state of CONSIGNMENT_STATES) if (stopOf(state)) expect(stopsOf("run-pickup")).toContain(stopOf(state));
  });
});

describe("boxes", () => {
  it("are forgotten nowhere: what lies at the hub and is not on board is ashore", () => {
    const boxes = [
      { number: 1, isLoaded: true },
      { number: 2, isLoaded: false },
    ];
    const at = (id: string, parcel: number | null, state: "handed-over" | "packed") => ({ id, parcel, state });
    const consignments = [
      at("a", 1, "handed-over"),
      at("b", 2, "handed-over"),
      at("c", null, "handed-over"),
      at("d", 2, "packed"),
    ];
    expect(ashoreOf({ boxes, consignments })).toEqual(["b", "c"]);
    expect(ashoreOf({ boxes: [], consignments })).toEqual([]);
  });

  it("are several where goods are heavier than one: the plan says so, prices it, and never fails", () => {
    const tariff = {
      ...NO_EXTRAS,
      ...{ perKg: rupiah(10_000), perParcel: rupiah(5_000), minKg: 1, toleranceGrams: 0, stepGrams: 1000 },
      ...{ maxParcelGrams: 30_000, volumeDivisor: 6000, maxSideMm: null },
    };
    const goods = fc.array(
      fc.record({
        grams: fc.integer({ min: 1, max: 200_000 }),
        fragile: fc.boolean(),
        longestMm: fc.constant(null),
        apart: fc.constantFrom("cold", ""),
      }),
      { maxLength: 6 },
    );
    expect(parcelsNeeded(tariff, { grams: 70_000, volumetricGrams: 0 })).toBe(3);
    fc.assert(
      fc.property(goods, (some) => {
        const all = some.map((each, at) => ({ ...each, id: `c${at}`, volumetricGrams: 0, parcel: null }));
        const plan = planParcels({ tariff, goods: all });
        expect(plan.total).toBe(plan.cheapest);
        expect(plan.total).toBeLessThanOrEqual(plan.alone);
        expect(plan.parcels.flatMap((parcel) => parcel.ids).toSorted()).toEqual(all.map((each) => each.id).toSorted());
        for (const parcel of plan.parcels)
          expect(parcel.grams).toBeLessThanOrEqual(parcel.pieces * tariff.maxParcelGrams);
      }),
      { numRuns: 100 },
    );
  });
});
