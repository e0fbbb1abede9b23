import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestWord, slipsBetween, trigramsOf } from "#app/domain/near-words.ts";

const letters = fc.array(fc.constantFrom("a", "b", "e", "k", "n", "r"), { minLength: 5, maxLength: 12 });

describe("slips between two words", () => {
  it.each([
    ["kerupuk", "kerupuk", 0],
    ["kerupk", "kerupuk", 1],
    ["kreupuk", "kerupuk", 1],
    ["kerupuuk", "kerupuk", 1],
    ["songekt", "songket", 1],
    ["nanas", "tenun", 4],
    ["", "abc", 3],
  ])("%s and %s: %i", (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips);
  });

  it("are the same both ways, and none only between equal words", () => {
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const [a, b] = [one.join(""), other.join("")];
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
        expect(slipsBetween(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe("the nearest word", () => {
  it("forgives one slip, and two in a long word", () => {
    expect(nearestWord("tenum", ["tenun", "tikar"])).toBe("tenun");
    expect(nearestWord("keruppk", ["kerupuk"])).toBe("kerupuk");
    expect(nearestWord("kerajinann", ["kerajinan", "keranjang"])).toBe("kerajinan");
    expect(nearestWord("tnum", ["tenun"])).toBeNull();
    expect(nearestWord("abc", ["abd"])).toBeNull();
  });

  it("does not depend on the order of what is known", () => {
    expect(nearestWord("tenuk", ["tenur", "tenun"])).toBe("tenun");
    expect(nearestWord("tenuk", ["tenun", "tenur"])).toBe("tenun");
  });

  it("finds any long word back after any one letter is lost, and shares a trigram with it", () => {
    fc.assert(
      fc.property(letters, fc.nat(11), (word, at) => {
        const whole = word.join("");
        const typed = word.filter((_, index) => index !== at % word.length).join("");
        expect(nearestWord(typed, [whole])).toBe(whole);
        expect(trigramsOf(typed).some((trigram) => trigramsOf(whole).includes(trigram))).toBe(true);
      }),
    );
  });
});
