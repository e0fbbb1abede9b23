import type { Unit } from "./unit.ts";

/** Outside measures of one packed unit, in millimetres. */
export type Measures = { lengthMm: number; widthMm: number; heightMm: number };

/** The boxes that a form offers by name, so that nobody needs a ruler. */
export const BOXES = {
  small: { lengthMm: 250, widthMm: 200, heightMm: 100 },
  medium: { lengthMm: 350, widthMm: 250, heightMm: 150 },
  large: { lengthMm: 500, widthMm: 400, heightMm: 300 },
} as const satisfies Record<string, Measures>;
export type Box = keyof typeof BOXES;
export const BOX_NAMES = ["small", "medium", "large"] as const satisfies readonly Box[];

export function isBox(text: string): text is Box {
  return Object.hasOwn(BOXES, text);
}

/** @returns the name of the box with exactly these measures, or null */
export function boxOf(measures: Measures): Box | null {
  return (
    BOX_NAMES.find((name) => {
      const box = BOXES[name];
      return (
        box.lengthMm === measures.lengthMm && box.widthMm === measures.widthMm && box.heightMm === measures.heightMm
      );
    }) ?? null
  );
}

/** One unit with its wrapping, in grams, where the unit itself says the weight; harvests need not be weighed twice. */
const USUAL_PACKED_GRAMS: Partial<Record<Unit, number>> = {
  kg: 1050,
  kuintal: 101_000,
  ton: 1_010_000,
  ikat: 260,
  butir: 70,
  sisir: 1500,
  karung: 50_300,
};

/** What one unit usually weighs when packed; null where only a scale can tell. */
export function usualPackedGrams(unit: Unit): number | null {
  return USUAL_PACKED_GRAMS[unit] ?? null;
}
