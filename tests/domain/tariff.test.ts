import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import {
  chargeableGrams,
  NO_EXTRAS,
  parcelCost,
  parcelFee,
  parseSide,
  sendingCost,
  type Tariff,
  volumetricGrams,
} from "#app/domain/tariff.ts";
import { aTariff } from "#tests/world/shipping.ts";

const tariff: Tariff = {
  ...NO_EXTRAS,
  perKg: rupiah(38_000),
  perParcel: rupiah(0),
  minKg: 1,
  toleranceGrams: 300,
  stepGrams: 1000,
  maxParcelGrams: 30_000,
};

describe("a tariff with 300 g tolerance", () => {
  it.each([
    [0, 1000],
    [1, 1000],
    [1300, 1000],
    [1301, 2000],
    [2300, 2000],
    [2301, 3000],
  ])("charges %i g as %i g", (grams, charged) => {
    expect(chargeableGrams(tariff, grams)).toBe(charged);
  });

  it("prices the greater of weight and volume, and adds what a parcel costs", () => {
    expect(parcelCost(tariff, { grams: 600, volumetricGrams: 1500 })).toBe(76_000);
    expect(parcelCost({ ...tariff, perParcel: rupiah(5000) }, { grams: 600, volumetricGrams: 0 })).toBe(43_000);
  });

  it("rounds half a rupiah up", () => {
    const fine = { ...tariff, perKg: rupiah(15), stepGrams: 100, minKg: 0, toleranceGrams: 0 };
    expect(parcelCost(fine, { grams: 100, volumetricGrams: 0 })).toBe(2);
  });

  it("charges nothing below the tolerance where no minimum is set", () => {
    expect(parcelCost({ ...tariff, minKg: 0 }, { grams: 200, volumetricGrams: 0 })).toBe(0);
  });

  it("refuses a parcel that the carrier does not take, by weight or by volume", () => {
    expect(() => parcelCost(tariff, { grams: 30_001, volumetricGrams: 0 })).toThrow(RangeError);
    expect(() => parcelCost(tariff, { grams: 1, volumetricGrams: 30_001 })).toThrow(RangeError);
    expect(parcelCost(tariff, { grams: 30_000, volumetricGrams: 30_000 })).toBe(1_140_000);
  });
});

describe("a tariff with a first block", () => {
  const cargo = { ...tariff, perKg: rupiah(10_000), firstBlockGrams: 10_000, firstBlockFee: rupiah(120_000) };
  const cost = (over: Partial<Tariff>, grams: number) =>
    parcelCost({ ...cargo, ...over }, { grams, volumetricGrams: 0 });

  it("has one price up to the block, then goes on by the kilogram, and the tolerance holds there too", () => {
    expect([1, 9000, 10_300, 10_301, 12_300].map((grams) => cost({}, grams))).toEqual([
      120_000, 120_000, 120_000, 130_000, 140_000,
    ]);
  });

  it("adds what the parcel and the boat cost to it, light or heavy", () => {
    const fees = { perParcel: rupiah(5000), boatFee: rupiah(20_000) };
    expect([cost(fees, 1), cost(fees, 11_000)]).toEqual([145_000, 155_000]);
    expect(parcelFee({ ...cargo, ...fees })).toBe(145_000);
    expect(sendingCost({ ...cargo, ...fees }, { grams: 40_000, volumetricGrams: 0 })).toBe(345_000 + 145_000);
  });
});

/** As it was before there were first blocks: what neutral fields must come to. */
function plainCost(rule: Tariff, grams: number): number {
  const steps = Math.max(0, Math.ceil((grams - rule.toleranceGrams) / rule.stepGrams));
  const charged = Math.max(rule.minKg * 1000, rule.stepGrams * steps);
  return Math.floor((2 * rule.perKg * charged + 1000) / 2000) + rule.perParcel;
}

describe("every tariff", () => {
  const parcels = fc.tuple(aTariff, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }));

  it("never asks less for more", () => {
    fc.assert(
      fc.property(parcels, ([rule, grams, more]) => {
        const limit = { ...rule, maxParcelGrams: 6000 };
        const heavier = parcelCost(limit, { grams: grams + more, volumetricGrams: 0 });
        expect(heavier).toBeGreaterThanOrEqual(parcelCost(limit, { grams, volumetricGrams: 0 }));
        const alone = sendingCost({ ...rule, maxParcelGrams: 700 }, { grams: grams + more, volumetricGrams: 0 });
        expect(alone).toBeGreaterThanOrEqual(
          sendingCost({ ...rule, maxParcelGrams: 700 }, { grams, volumetricGrams: 0 }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("costs without extras what it always did", () => {
    fc.assert(
      fc.property(parcels, ([rule, grams]) => {
        const plain = { ...rule, ...NO_EXTRAS };
        expect(parcelCost(plain, { grams, volumetricGrams: 0 })).toBe(plainCost(plain, grams));
      }),
      { numRuns: 500 },
    );
  });
});

describe("volume as weight", () => {
  it.each([
    [{ lengthMm: 300, widthMm: 220, heightMm: 100 }, 6000, 1100],
    [{ lengthMm: 100, widthMm: 100, heightMm: 100 }, 4000, 250],
    [{ lengthMm: 1, widthMm: 1, heightMm: 1 }, 6000, 1],
  ])("counts %o by %i as %i g, rounded up", (size, divisor, grams) => {
    expect(volumetricGrams(size, divisor)).toBe(grams);
  });
});

it("reads a side in centimetres, to the millimetre", () => {
  expect(["120", " 60 cm ", "1000", "1,2", "0.5 cm"].map(parseSide)).toEqual([1200, 600, 10_000, 12, 5]);
  expect(["0", "1001", "1,25", "1.2 m", "-5", "kotak"].map(parseSide)).toEqual([null, null, null, null, null, null]);
});
