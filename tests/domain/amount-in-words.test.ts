import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInWords } from "#app/domain/amount-in-words.ts";

const ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const GREAT: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };

/** Reads the words back as somebody would who hears them: one word after the other. */
function heard(words: string): number {
  let [all, below] = [0, 0];
  let digit = 0;
  for (const word of words.replace(/ rupiah$/, "").split(" ")) {
    if (ONES.includes(word)) digit = ONES.indexOf(word);
    else if (word === "sepuluh") below += 10;
    else if (word === "sebelas") below += 11;
    else if (word === "seratus") below += 100;
    else if (word === "seribu") all += 1000;
    else if (word === "belas") [below, digit] = [below + 10 + digit, 0];
    else if (word === "puluh") [below, digit] = [below + 10 * digit, 0];
    else if (word === "ratus") [below, digit] = [below + 100 * digit, 0];
    else [all, below, digit] = [all + (below + digit) * (GREAT[word] ?? Number.NaN), 0, 0];
  }
  return all + below + digit;
}

describe("amountInWords", () => {
  it.each([
    [0, "nol rupiah", "zero rupiah"],
    [11, "sebelas rupiah", "eleven rupiah"],
    [100, "seratus rupiah", "one hundred rupiah"],
    [1000, "seribu rupiah", "one thousand rupiah"],
    [1_017, "seribu tujuh belas rupiah", "one thousand seventeen rupiah"],
    [21_000, "dua puluh satu ribu rupiah", "twenty-one thousand rupiah"],
    [62_500, "enam puluh dua ribu lima ratus rupiah", "sixty-two thousand five hundred rupiah"],
    [101_000, "seratus satu ribu rupiah", "one hundred and one thousand rupiah"],
    [
      1_240_115,
      "satu juta dua ratus empat puluh ribu seratus lima belas rupiah",
      "one million two hundred and forty thousand one hundred and fifteen rupiah",
    ],
    [2_000_000_010, "dua miliar sepuluh rupiah", "two billion ten rupiah"],
  ])("writes %i out", (amount, indonesian, english) => {
    expect(amountInWords(amount, "id")).toBe(indonesian);
    expect(amountInWords(amount, "en")).toBe(english);
  });

  it("can be read back, whatever the amount", () => {
    const amounts = fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 999_999_999_999_999 }));
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(heard(amountInWords(amount, "id"))).toBe(amount);
      }),
      { numRuns: 300 },
    );
  });

  it("says no two amounts alike in English either", () => {
    const said = new Set(Array.from({ length: 2_500 }, (_, amount) => amountInWords(amount, "en")));
    expect(said.size).toBe(2_500);
  });

  it("refuses what no receipt is for", () => {
    expect(() => amountInWords(-1, "id")).toThrow(RangeError);
    expect(() => amountInWords(1e15, "id")).toThrow(RangeError);
    expect(() => amountInWords(1.5, "id")).toThrow(RangeError);
  });
});
