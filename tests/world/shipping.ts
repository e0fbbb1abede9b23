import fc from "fast-check";
import { rupiah } from "#app/domain/money.ts";
import type { Packable } from "#app/domain/packing.ts";
import { NO_EXTRAS, type Tariff } from "#app/domain/tariff.ts";

/** Rp 38,000 per kg, 300 g tolerance: the tariff of the worked examples in docs/money.md. */
export const airTariff: Tariff = {
  ...NO_EXTRAS,
  perKg: rupiah(38_000),
  perParcel: rupiah(0),
  minKg: 1,
  toleranceGrams: 300,
  stepGrams: 1000,
  maxParcelGrams: 30_000,
};

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** Consignments a, b, c … of these grams. */
export function consignmentsOf(grams: readonly number[], volumetricGrams: readonly number[] = []): Packable[] {
  return grams.map((each, position) => ({
    id: ALPHABET.charAt(position),
    grams: each,
    volumetricGrams: volumetricGrams[position] ?? 0,
  }));
}

/** Tariffs of many shapes, odd prices among them. */
export const aTariff: fc.Arbitrary<Tariff> = fc
  .record({
    perKg: fc.integer({ min: 0, max: 80_000 }).map(rupiah),
    perParcel: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30_000 })).map(rupiah),
    minKg: fc.integer({ min: 0, max: 10 }),
    toleranceGrams: fc.constantFrom(0, 10, 300, 500),
    stepGrams: fc.constantFrom(1, 100, 500, 1000),
    maxParcelGrams: fc.constantFrom(3000, 7000, 30_000),
    boatFee: fc.constantFrom(0, 0, 7500).map(rupiah),
    firstBlockGrams: fc.constantFrom(0, 0, 1000, 1500, 5000),
    firstBlockFee: fc.integer({ min: 0, max: 90_000 }).map(rupiah),
  })
  .map((tariff) => (tariff.firstBlockGrams === 0 ? { ...tariff, firstBlockFee: rupiah(0) } : tariff));

export function someConsignments({ min, max }: { min: number; max: number }): fc.Arbitrary<Packable[]> {
  const weight = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }));
  return fc.array(weight, { minLength: min, maxLength: max }).map((weights) =>
    weights.map(([grams, volumetricGrams], position) => ({
      id: `c${String(position).padStart(3, "0")}`,
      grams,
      volumetricGrams,
    })),
  );
}
