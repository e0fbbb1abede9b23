import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicName, ratingOf, Stars } from "#app/domain/review.ts";

describe("a rating", () => {
  it("is the average in tenths, half a tenth going up", () => {
    expect(ratingOf({ stars: 0, count: 0 })).toBeNull();
    expect(ratingOf({ stars: 9, count: 2 })).toEqual({ averageTenths: 45, count: 2 });
    expect(ratingOf({ stars: 14, count: 3 })).toEqual({ averageTenths: 47, count: 3 });
    expect(ratingOf({ stars: 17, count: 4 })).toEqual({ averageTenths: 43, count: 4 });
  });

  it("lies between the lowest and the highest stars", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 50 }), (given) => {
        const rating = ratingOf({ stars: given.reduce((a, b) => a + b, 0), count: given.length });
        expect(rating?.averageTenths).toBeGreaterThanOrEqual(10 * Math.min(...given));
        expect(rating?.averageTenths).toBeLessThanOrEqual(10 * Math.max(...given));
      }),
    );
  });

  it.each(["", "0", "6", "4.5", "x"])("cannot be %j stars", (stars) => {
    expect(Stars.safeParse(stars).success).toBe(false);
  });
});

describe("a name that everybody may read", () => {
  it.each([
    ["Dewi Lestari", "Dewi L."],
    ["Encik", "Encik"],
    ["  Siti  binti Abu ", "Siti A."],
    ["", ""],
  ])("%j is shown as %j", (name, shown) => {
    expect(publicName(name)).toBe(shown);
  });
});
