import { type Rupiah, rupiah, ZERO } from "./money.ts";
import { NO_EXTRAS, type PricedTariff } from "./tariff.ts";

/** The shapes that carriers' prices usually have here. */
export const TARIFF_PRESETS = ["courier", "cargo", "ferry-crew", "own-delivery", "pick-up"] as const;
export type TariffPreset = (typeof TARIFF_PRESETS)[number];

const byKilogram = { ...NO_EXTRAS, perParcel: ZERO, minKg: 1, toleranceGrams: 0, stepGrams: 1000 };
const bySea = { volumeDivisor: 4000, maxSideMm: null };

/**
 * A form filled in for each shape: a courier that counts whole kilograms above 300 g as JNE does, a cargo whose first 10 kg are one price
 * and which does not round, a price for each parcel handed to a ferry's crew, the group's own car, and goods that are fetched. The figures are examples
 * in the order of size of what is asked around Tanjung Pinang; none was told by a carrier, so each has to be checked before it is saved.
 */
export const PRESET_TARIFFS: Readonly<Record<TariffPreset, PricedTariff & { daysUnderWay: number }>> = {
  courier: {
    ...byKilogram,
    ...{ perKg: rupiah(38_000), toleranceGrams: 300, maxParcelGrams: 50_000, maxSideMm: 1000 },
    ...{ volumeDivisor: 6000, daysUnderWay: 3 },
  },
  cargo: {
    ...byKilogram,
    ...{ perKg: rupiah(10_000), firstBlockGrams: 10_000, firstBlockFee: rupiah(100_000), minKg: 0, stepGrams: 1 },
    ...{ maxParcelGrams: 500_000, maxSideMm: 2000, volumeDivisor: 5000, daysUnderWay: 5 },
  },
  "ferry-crew": { ...byKilogram, ...bySea, ...free(30_000), boatFee: rupiah(20_000), daysUnderWay: 0 },
  "own-delivery": {
    ...byKilogram,
    ...bySea,
    ...free(100_000),
    perKg: rupiah(2000),
    perParcel: rupiah(5000),
    daysUnderWay: 0,
  },
  "pick-up": { ...byKilogram, ...bySea, ...free(1_000_000), daysUnderWay: 0 },
};

function free(maxParcelGrams: number): { perKg: Rupiah; minKg: number; maxParcelGrams: number } {
  return { perKg: ZERO, minKg: 0, maxParcelGrams };
}
