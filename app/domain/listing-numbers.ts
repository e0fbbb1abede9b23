import { parseRupiah, type Rupiah } from "./money.ts";
import { isWeighed, MAX_QUANTITY_MILLI, UNITS, type Unit } from "./unit.ts";

/** A number that was understood, or the reason why not. */
export type ReadNumber<N extends number = number> = { ok: true; value: N } | { ok: false; reason: string };

const no = (reason: string) => ({ ok: false, reason }) as const;

export const MAX_PACKED_GRAMS = 2_000_000;
export const MAX_SIDE_MM = 5_000;

/** A price above zero, in whole rupiah. */
export function readPrice(text: string): ReadNumber<Rupiah> {
  if (text.trim() === "") return no("required");
  const price = parseRupiah(text);
  return price !== null && price > 0 ? { ok: true, value: price } : no("price-invalid");
}

/** What people type with a comma or a point for the fraction: "3", "12,5", "0.5". */
function milliOf(text: string, stepMilli: number): number | null {
  const match = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const milli = Number(match[1]) * 1000 + Number((match[2] ?? "").padEnd(3, "0"));
  return milli > 0 && milli <= MAX_QUANTITY_MILLI && milli % stepMilli === 0 ? milli : null;
}

/**
 * A quantity, with or without its unit behind it: "12", "12,5", "12,5 kg". "1.000" could mean one or a thousand, so it is asked again.
 * @returns thousandths of the unit, above zero
 */
export function readQuantity(text: string, unit: Unit): ReadNumber {
  const bare = withoutUnit(text, unit);
  if (/^[1-9]\d*[.,]\d{3}$/.test(bare)) return no("quantity-ambiguous");
  return readSteps(bare, UNITS[unit].stepMilli);
}

/**
 * What a scale says of goods that are sold by weight: as {@link readQuantity}, but to the gram for kilograms, so "1.035" is 1.035 kg;
 * "950 g" is understood too.
 * @returns thousandths of the unit, above zero
 */
export function readPacked(text: string, unit: Unit): ReadNumber {
  const grams = /^(\d{1,6}) ?(?:g|gr|gram)$/i.exec(text.trim())?.[1];
  if (grams && unit === "kg" && Number(grams) > 0) return { ok: true, value: Number(grams) };
  return readSteps(withoutUnit(text, unit), isWeighed(unit) ? 1 : 1000);
}

function withoutUnit(text: string, unit: Unit): string {
  return text
    .trim()
    .replace(new RegExp(`\\s*${unit}$`, "i"), "")
    .trim();
}

function readSteps(bare: string, stepMilli: number): ReadNumber {
  if (bare === "") return no("required");
  const milli = milliOf(bare, stepMilli);
  return milli === null ? no("quantity-invalid") : { ok: true, value: milli };
}

/** As {@link readQuantity}; zero means sold out. */
export function readStock(text: string, unit: Unit): ReadNumber {
  return /^0+$/.test(text.trim()) ? { ok: true, value: 0 } : readQuantity(text, unit);
}

/**
 * A weight as scales and people write it: "300", "300 g", "1.200 gram", "1,2 kg", "1,2". A bare whole number means grams; a bare
 * small one (2? 20?) could mean either, so it is asked again.
 * @returns whole grams, above zero
 */
export function readWeight(text: string): ReadNumber {
  const match = /^(\d{1,7}|\d{1,3}(?:\.\d{3})+|\d{1,4}[.,]\d{1,3})\s*(g|gr|gram|kg|kilo)?\.?$/i.exec(text.trim());
  if (text.trim() === "") return no("required");
  if (!match) return no("weight-invalid");
  const number = match[1] ?? "";
  const unit = (match[2] ?? "").toLowerCase();
  const grams = unit === "kg" || unit === "kilo" ? gramsOfKilos(number) : gramsOf(number, unit !== "");
  if (typeof grams === "string") return no(grams);
  return grams > 0 && grams <= MAX_PACKED_GRAMS ? { ok: true, value: grams } : no("weight-invalid");
}

function gramsOfKilos(number: string): number | string {
  if (/^[1-9]\d*\.\d{3}/.test(number)) return "weight-unit";
  const [whole = "", fraction = ""] = number.split(/[.,]/);
  return Number(whole) * 1000 + Number(fraction.padEnd(3, "0"));
}

function gramsOf(number: string, saysGrams: boolean): number | string {
  if (/^\d{1,3}(\.\d{3})+$/.test(number)) return Number(number.replaceAll(".", ""));
  if (/[.,]/.test(number)) return saysGrams ? "weight-invalid" : gramsOfKilos(number.replace(".", ","));
  return saysGrams || Number(number) >= 50 ? Number(number) : "weight-unit";
}

/**
 * One side in centimetres, "25" or "25,5".
 * @returns whole millimetres
 */
export function readCentimetres(text: string): ReadNumber {
  const match = /^(\d{1,3})(?:[.,](\d))?\s*(cm)?$/i.exec(text.trim());
  const mm = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : 0;
  return mm > 0 && mm <= MAX_SIDE_MM ? { ok: true, value: mm } : no("size-invalid");
}

/** A whole number from 1 up: days, parts of a work. */
export function readCount(text: string, most: number): ReadNumber {
  const count = /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return count >= 1 && count <= most ? { ok: true, value: count } : no("count-invalid");
}
