import { type Rupiah, rupiah } from "./money.ts";
import { countedGrams, gather, parcelCost, parcelFee, type Tariff, type Weight } from "./tariff.ts";

/**
 * A total that no packing can beat: the greatest of three, each proven by a line of arithmetic. In k parcels the counted grams sum to at
 * least G = max(Σ grams, Σ volumetric), so at least max(k × minKg × 1,000, G − k × tolerance) grams are charged, of which no more than
 * k first blocks are not paid by weight; the least over all possible k stands. No parcel is cheaper than the dearest load on its own. And see {@link sharedTolerance}.
 */
export function lowerBoundOf(tariff: Tariff, loads: readonly Weight[]): Rupiah {
  if (loads.length === 0) return rupiah(0);
  const grams = countedGrams(gather(loads));
  const fewest = Math.max(1, Math.ceil(grams / tariff.maxParcelGrams));
  let least: bigint | undefined;
  for (let parcels = fewest; parcels <= loads.length; parcels++) {
    const bound = boundFor(tariff, grams, parcels);
    if (least === undefined || bound < least) least = bound;
  }
  const dearest = loads.reduce((most, load) => Math.max(most, parcelCost(tariff, load)), 0);
  const shared = MIXTURES.map((mixture) => sharedTolerance(tariff, loads, mixture));
  return rupiah(Math.max(dearest, Number(least ?? 0n), ...shared));
}

/** How much of weight, in eighths, the rest of volume: the greater of the two is never less than any mixture of them. */
const MIXTURES = [0, 1, 4, 7, 8];

/**
 * What a tolerance can give away, told load by load. A parcel of g counted grams costs at least perKg × (g − need), where its need is
 * g − stepGrams × ⌈(g − tolerance) ÷ stepGrams⌉ less its fee in grams (all fixed prices, less what the first block is worth by weight), and no parcel's need is above D = tolerance − fee in grams. Give each load the
 * greater of D ÷ 2 and the need of a parcel with that load alone. Then the needs of all parcels are covered, of one load by that load, of
 * two and more by their halves; so no packing is charged for less than all grams less what was given.
 */
function sharedTolerance(tariff: Tariff, loads: readonly Weight[], mixture: number): number {
  const { perKg, firstBlockGrams, toleranceGrams, stepGrams } = tariff;
  if (perKg === 0) return 0;
  // Rounding a parcel's price half up takes away less than half a rupiah; all is counted in eighths of grams.
  const fixed = parcelFee(tariff);
  const fee = (8000 * (fixed - (isWhole(tariff) ? 0 : 0.5))) / perKg - 8 * firstBlockGrams;
  const deficit = 8 * toleranceGrams - fee;
  if (deficit <= 0) return 0;
  let left = 0;
  for (const { grams, volumetricGrams } of loads) {
    const counted = mixture * grams + (8 - mixture) * volumetricGrams;
    const steps = Math.ceil((counted - 8 * toleranceGrams) / (8 * stepGrams));
    left += counted - Math.max(deficit / 2, counted - 8 * stepGrams * Math.max(0, steps) - fee);
  }
  // A ten-millionth is left to the computer's fractions.
  const freight = (perKg * left * (1 - 1e-9)) / 8000 - 1e-6;
  const unit = isWhole(tariff) && fixed === 0 && firstBlockGrams === 0 ? (perKg * stepGrams) / 1000 : 1;
  return Math.max(0, Math.ceil(freight / unit) * unit);
}

/** Whether every price is a whole number of rupiah before it is rounded. */
function isWhole({ perKg, stepGrams, minKg, firstBlockGrams }: Tariff): boolean {
  const isWholeFor = (grams: number): boolean => (BigInt(perKg) * BigInt(grams)) % 1000n === 0n;
  return isWholeFor(stepGrams) && isWholeFor(firstBlockGrams) && (minKg * 1000) % stepGrams === 0;
}

function boundFor(tariff: Tariff, grams: number, parcels: number): bigint {
  const smallest = tariff.minKg * 1000;
  let charged = Math.max(parcels * smallest, grams - parcels * tariff.toleranceGrams);
  // Where each parcel is charged whole steps, so is their sum.
  if (smallest % tariff.stepGrams === 0) charged = Math.ceil(charged / tariff.stepGrams) * tariff.stepGrams;
  // Rounding each parcel half up takes away less than half a rupiah, and nothing where prices are whole anyway.
  const perKg = BigInt(tariff.perKg);
  const whole = [tariff.stepGrams, smallest, tariff.firstBlockGrams].every(
    (each) => (perKg * BigInt(each)) % 1000n === 0n,
  );
  const paid = Math.max(0, charged - parcels * tariff.firstBlockGrams);
  const thousandths = perKg * BigInt(paid) - (whole ? 0n : 500n * BigInt(parcels));
  const freight = thousandths > 0n ? (thousandths + 999n) / 1000n : 0n;
  return freight + BigInt(parcels) * BigInt(parcelFee(tariff));
}
