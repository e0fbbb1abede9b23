import { type Rupiah, times } from "./money.ts";

type UnitSpec = {
  /** The smallest part of it that is sold. */
  stepMilli: number;
  /** Grams of one unit, where the unit itself is a weight. */
  grams?: number;
  /** Pieces in one unit, where the unit itself is a count of them. */
  pieces?: number;
};

/** What prices and quantities count. Quantities are held in thousandths, so that 0.95 kg needs no fraction. */
export const UNITS = {
  kg: { stepMilli: 100, grams: 1000 },
  g: { stepMilli: 1000, grams: 1 },
  kuintal: { stepMilli: 100, grams: 100_000 },
  ton: { stepMilli: 10, grams: 1_000_000 },
  ikat: { stepMilli: 1000 },
  butir: { stepMilli: 1000 },
  papan: { stepMilli: 1000 },
  sisir: { stepMilli: 1000 },
  karung: { stepMilli: 1000 },
  buah: { stepMilli: 1000, pieces: 1 },
  lembar: { stepMilli: 1000, pieces: 1 },
  potong: { stepMilli: 1000, pieces: 1 },
  pasang: { stepMilli: 1000 },
  kodi: { stepMilli: 1000, pieces: 20 },
  lusin: { stepMilli: 1000, pieces: 12 },
  botol: { stepMilli: 1000 },
  bungkus: { stepMilli: 1000 },
  kotak: { stepMilli: 1000 },
  pak: { stepMilli: 1000 },
  batang: { stepMilli: 1000 },
} as const satisfies Record<string, UnitSpec>;

export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as [Unit, ...Unit[]];

/** The most that one line or one stock can hold: a million units. */
export const MAX_QUANTITY_MILLI = 1_000_000_000;

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text);
}

function specOf(unit: Unit): UnitSpec {
  return UNITS[unit];
}

/** Whether it is weighed out, so that 0.95 of it can be packed; a bundle or an egg cannot. */
export function isWeighed(unit: Unit): boolean {
  return (specOf(unit).grams ?? 1) > 1;
}

/** What a unit holds, in grams: by the unit itself, else by the net weight that the group wrote; null when neither says. */
function netGramsOf(unit: Unit, netGrams: number | null): number | null {
  return specOf(unit).grams ?? netGrams;
}

export type ComparisonPrice = { amount: Rupiah; per: "kg" | "piece" };

/**
 * A price beside the price, so that a sack and a packet can be compared: rupiah per kilogram where the grams are known, else per piece
 * for kodi and lusin; half up. Null where it would say the price again, or nothing is known.
 * @param netGrams what one unit holds, where the unit does not say it
 */
export function comparisonPrice({
  price,
  unit,
  netGrams,
}: {
  price: Rupiah;
  unit: Unit;
  netGrams: number | null;
}): ComparisonPrice | null {
  const grams = netGramsOf(unit, netGrams);
  if (grams !== null) return grams === 1000 ? null : { amount: times(price, 1000, grams), per: "kg" };
  const { pieces = 1 } = specOf(unit);
  return pieces > 1 ? { amount: times(price, 1, pieces), per: "piece" } : null;
}
