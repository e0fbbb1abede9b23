import { describe, expect, test } from "vitest";
import { levelOf, longestPrefix, parentOf, RegionCode, VillageCode } from "#app/domain/region.ts";

describe("a region's code", () => {
  test.each([
    ["21", "province", null],
    ["21.72", "regency", "21"],
    ["21.72.03", "district", "21.72"],
    ["21.72.03.1005", "village", "21.72.03"],
  ] as const)("%s is a %s and lies in %s", (code, level, parent) => {
    expect(levelOf(code)).toBe(level);
    expect(parentOf(code)).toBe(parent);
    expect(RegionCode.safeParse(code).success).toBe(true);
  });

  test.each(["", "2", "217", "2172031005", "21.7", "21.72.3", "21.72.03.105", "21.72.03.1005.", " 21", "21\n", "２１"])(
    "%j is no code",
    (text) => {
      expect(levelOf(text)).toBeNull();
      expect(parentOf(text)).toBeNull();
      expect(RegionCode.safeParse(text).success).toBe(false);
      expect(VillageCode.safeParse(text).success).toBe(false);
    },
  );

  test("an address needs a village, not a district", () => {
    expect(VillageCode.safeParse("21.72.03.1005").success).toBe(true);
    expect(VillageCode.safeParse("21.72.03").success).toBe(false);
  });
});

describe("the tariff area of a village", () => {
  test("is the most exact one", () => {
    expect(longestPrefix("21.72.03.1004", ["21", "21.72", "21.72.03"])).toBe("21.72.03");
    expect(longestPrefix("21.72.03.1004", ["21", "21.71", "21.72"])).toBe("21.72");
    expect(longestPrefix("21.72.03.1004", ["32", "21"])).toBe("21");
    expect(longestPrefix("21.72.03.1004", ["21.72.03.1004", "21"])).toBe("21.72.03.1004");
  });

  test("is none when no area contains it, and half a part does not contain it", () => {
    expect(longestPrefix("21.72.03.1004", ["32", "21.7", "2", ""])).toBeNull();
    expect(longestPrefix("no code", ["21"])).toBeNull();
  });
});
