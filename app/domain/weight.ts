/** The heaviest that a scale field takes: a tonne. */
const MAX_GRAMS = 1_000_000;

/**
 * Reads a weight as people type it, in kilograms unless it says grams: "1,2", "1,2 kg", "0.95kg", "1200 g", "1.200 gram".
 * A bare whole number of 50 or more is taken as grams, since nobody packs 50 kg boxes by hand and kitchen scales show grams.
 *
 * A comma is the decimal sign: "1,5 kg" is 1,500 g. A point before exactly three digits sets off thousands, as Indonesians write them:
 * "1.000 kg" is a tonne, and a bare "1.200" is 1,200 g. Any other point is a decimal one: "0.5 kg" is 500 g, and so is "0.500 kg", for
 * no thousands begin with a zero.
 * @returns whole grams, or null when it is not a positive weight up to a tonne
 */
export function parseWeight(text: string): number | null {
  const match = /^(\d[\d.,]*)\s*(kg|kilo|g|gr|gram)?$/i.exec(text.trim());
  if (!match?.[1]) return null;
  const figure = isThousands(match[1]) ? match[1].replaceAll(".", "") : match[1];
  const unit = match[2]?.toLowerCase();
  const inGrams = unit ? unit.startsWith("g") : /^\d+$/.test(figure) && Number(figure) >= 50;
  const grams = inGrams ? wholeGrams(figure) : kilograms(figure);
  return grams !== null && grams > 0 && grams <= MAX_GRAMS ? grams : null;
}

function isThousands(figure: string): boolean {
  return /^[1-9]\d{0,2}(\.\d{3})+$/.test(figure);
}

function wholeGrams(figure: string): number | null {
  return /^(\d{1,7}|\d{1,3}(,\d{3})+)$/.test(figure) ? Number(figure.replaceAll(",", "")) : null;
}

function kilograms(figure: string): number | null {
  const parts = /^(\d{1,4})(?:[.,](\d{1,3}))?$/.exec(figure);
  return parts ? Number(parts[1]) * 1000 + Number((parts[2] ?? "").padEnd(3, "0")) : null;
}
