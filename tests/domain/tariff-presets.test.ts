import { expect, it } from "vitest";
import { parcelCost } from "#app/domain/tariff.ts";
import { PRESET_TARIFFS, type TARIFF_PRESETS } from "#app/domain/tariff-presets.ts";

const costs = (preset: (typeof TARIFF_PRESETS)[number], grams: number[]) =>
  grams.map((each) => parcelCost(PRESET_TARIFFS[preset], { grams: each, volumetricGrams: 0 }));

it("has the shapes that carriers have here: whole kilograms above 300 g, a first block, a price a parcel, and nothing", () => {
  expect(costs("courier", [1300, 1301])).toEqual([38_000, 76_000]);
  expect(costs("cargo", [100, 10_000, 10_500])).toEqual([100_000, 100_000, 105_000]);
  expect(costs("ferry-crew", [1, 30_000])).toEqual([20_000, 20_000]);
  expect(costs("own-delivery", [1, 1001])).toEqual([7000, 9000]);
  expect(costs("pick-up", [1, 500_000])).toEqual([0, 0]);
});
