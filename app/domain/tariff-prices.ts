import type { Rupiah } from "./money.ts";
import { sendingCost, type Tariff } from "./tariff.ts";

/** A price table goes so far, in kilograms: heavier goods are weighed by their parcels anyway. */
export const TABLE_KILOGRAMS = 30;
const PICTURE_STEP_GRAMS = 100;

/** What 1, 2, 3 … {@link TABLE_KILOGRAMS} kilograms cost sent alone; in several parcels where one is not enough. */
export function pricesByKilogram(tariff: Tariff): Rupiah[] {
  return Array.from({ length: TABLE_KILOGRAMS }, (_, at) => alone(tariff, (at + 1) * 1000));
}

/**
 * The price by weight as a line of level pieces: where each begins, in grams, and what it costs. Looked at every 100 g, so that a carrier
 * who counts single grams makes some hundreds of pieces, not thousands.
 */
export function priceSteps(tariff: Tariff): { fromGrams: number; price: Rupiah }[] {
  const steps: { fromGrams: number; price: Rupiah }[] = [];
  for (let grams = PICTURE_STEP_GRAMS; grams <= TABLE_KILOGRAMS * 1000; grams += PICTURE_STEP_GRAMS) {
    const price = alone(tariff, grams);
    if (steps.at(-1)?.price !== price) steps.push({ fromGrams: grams - PICTURE_STEP_GRAMS, price });
  }
  return steps;
}

function alone(tariff: Tariff, grams: number): Rupiah {
  return sendingCost(tariff, { grams, volumetricGrams: 0 });
}
