import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_DISPLAY, readDisplay, THEMES } from "#app/domain/display.ts";

describe("how somebody wants the pages to look", () => {
  it("comes back as it was chosen", () => {
    for (const theme of THEMES)
      for (const savesData of [true, false]) expect(readDisplay({ theme, savesData })).toEqual({ theme, savesData });
  });

  it("is the device's own where the cookie holds anything else", () => {
    expect(readDisplay({ theme: "pink", savesData: "yes" })).toEqual(DEFAULT_DISPLAY);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { theme, savesData } = readDisplay(value);
        expect(THEMES).toContain(theme);
        expect(typeof savesData).toBe("boolean");
      }),
      { numRuns: 100 },
    );
  });
});
