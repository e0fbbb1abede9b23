import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SpokenScale, spokenParts } from "#app/domain/spoken-rupiah.ts";
import { formatRupiah, speakRupiah } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";

const SIZES: Record<SpokenScale, number> = { trillion: 1e12, billion: 1e9, million: 1e6, thousand: 1e3, one: 1 };
const id = translator("id");
const en = translator("en");

describe("an amount that is said aloud", () => {
  it.each([
    [1_240_000, "1 juta 240 ribu rupiah", "1 million 240 thousand rupiah"],
    [62_000, "62 ribu rupiah", "62 thousand rupiah"],
    [1_000_001, "1 juta 1 rupiah", "1 million 1 rupiah"],
    [0, "0 rupiah", "0 rupiah"],
    [-12_500, "minus 12 ribu 500 rupiah", "minus 12 thousand 500 rupiah"],
    [3_000_000_000, "3 miliar rupiah", "3 billion rupiah"],
  ])("says %i in both languages", (amount, indonesian, english) => {
    expect(speakRupiah(id, amount)).toBe(indonesian);
    expect(speakRupiah(en, amount)).toBe(english);
  });

  it("adds up to the amount, with no part of a thousand or more and none that is zero", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }), (amount) => {
        const { isNegative, parts } = spokenParts(amount);
        const total = parts.reduce((all, { scale, count }) => all + count * SIZES[scale], 0);
        expect(isNegative ? -total : total).toBe(amount === 0 ? 0 : amount);
        for (const { scale, count } of parts) {
          expect(count).toBeLessThan(scale === "trillion" ? 10_000 : 1000);
          if (amount !== 0) expect(count).toBeGreaterThan(0);
        }
        const sizes = parts.map(({ scale }) => SIZES[scale]);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it("says the very digits that are printed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000_000_000_000 }), (amount) => {
        const printed = formatRupiah(amount)
          .replace(/\D/g, " ")
          .trim()
          .split(" ")
          .map(Number)
          .filter((group) => group > 0);
        expect(speakRupiah(id, amount).match(/\d+/g)?.map(Number)).toEqual(printed);
      }),
      { numRuns: 200 },
    );
  });

  it("refuses a broken amount", () => {
    expect(() => spokenParts(0.5)).toThrow(RangeError);
  });
});
