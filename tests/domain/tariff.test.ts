import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { chargeableGrams, parcelCost, type Tariff, volumetricGrams } from "#app/domain/tariff.ts";

const tariff: Tariff = {
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

describe("volume as weight", () => {
  it.each([
    [{ lengthMm: 300, widthMm: 220, heightMm: 100 }, 6000, 1100],
    [{ lengthMm: 100, widthMm: 100, heightMm: 100 }, 4000, 250],
    [{ lengthMm: 1, widthMm: 1, heightMm: 1 }, 6000, 1],
  ])("counts %o by %i as %i g, rounded up", (size, divisor, grams) => {
    expect(volumetricGrams(size, divisor)).toBe(grams);
  });
});
