/** What prices and quantities count. Quantities are held in thousandths, so that 0.95 kg needs no fraction. */
export const UNITS = {
  kg: { stepMilli: 100 },
  g: { stepMilli: 1000 },
  kuintal: { stepMilli: 100 },
  ton: { stepMilli: 10 },
  ikat: { stepMilli: 1000 },
  butir: { stepMilli: 1000 },
  papan: { stepMilli: 1000 },
  sisir: { stepMilli: 1000 },
  karung: { stepMilli: 1000 },
  buah: { stepMilli: 1000 },
  lembar: { stepMilli: 1000 },
  potong: { stepMilli: 1000 },
  pasang: { stepMilli: 1000 },
  kodi: { stepMilli: 1000 },
  lusin: { stepMilli: 1000 },
  botol: { stepMilli: 1000 },
  bungkus: { stepMilli: 1000 },
  kotak: { stepMilli: 1000 },
  pak: { stepMilli: 1000 },
  batang: { stepMilli: 1000 },
} as const satisfies Record<string, { stepMilli: number }>;

export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as [Unit, ...Unit[]];

/** The most that one line or one stock can hold: a million units. */
export const MAX_QUANTITY_MILLI = 1_000_000_000;

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text);
}

/**
 * Reads a quantity as people type it, with a comma or a point for the fraction: "3", "12,5", "0.5".
 * @returns thousandths of the unit, or null when it is not a positive multiple of the unit's step
 */
export function parseQuantity(text: string, unit: Unit): number | null {
  const match = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  const milli = Number(match[1]) * 1000 + Number((match[2] ?? "").padEnd(3, "0"));
  return milli > 0 && milli <= MAX_QUANTITY_MILLI && milli % UNITS[unit].stepMilli === 0 ? milli : null;
}
