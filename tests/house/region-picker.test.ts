import { describe, expect, it } from "vitest";
import { idnAreaRegions } from "#app/adapters/regions/idn-area.ts";
import { chosenVillage, offerRegions, regionValues, wantsNextRegion } from "#app/web/regions.server.ts";

const regions = idnAreaRegions();
const shown = async (values?: Record<string, string[]>) =>
  (await offerRegions(regions, values)).levels.map(({ level, chosen }) => `${level}=${chosen}`);

describe("choosing a place step by step", () => {
  it("starts at Tanjung Pinang, with its districts open", async () => {
    const { levels } = await offerRegions(regions);
    expect(levels.map(({ level, chosen }) => [level, chosen])).toEqual([
      ["province", "21"],
      ["regency", "21.72"],
      ["district", ""],
    ]);
    expect(levels[2]?.choices).toHaveLength(4);
  });

  it("shows the next level, and keeps a whole choice", async () => {
    expect(await shown({ province: ["21"], regency: ["21.72"], district: ["21.72.03"] })).toEqual([
      "province=21",
      "regency=21.72",
      "district=21.72.03",
      "village=",
    ]);
    expect(await shown(regionValues("21.72.03.1004"))).toContain("village=21.72.03.1004");
  });

  it("drops what does not lie in the region above it", async () => {
    const moved = { ...regionValues("21.72.03.1004"), province: ["32"] };
    expect(await shown(moved)).toEqual(["province=32", "regency="]);
    expect(chosenVillage(moved)).toBeNull();
    expect(await shown({ province: ["nowhere"] })).toEqual(["province="]);
  });

  it("is done when the village lies in its district", () => {
    expect(chosenVillage(regionValues("21.72.03.1004"))).toBe("21.72.03.1004");
    expect(chosenVillage({ ...regionValues("21.72.03.1004"), village: ["21.72.04.1002"] })).toBeNull();
    expect(chosenVillage({ ...regionValues("21.72.03.1004"), village: [""] })).toBeNull();
    expect(chosenVillage({})).toBeNull();
  });

  it("knows its own button", () => {
    expect(wantsNextRegion({ step: ["region"] })).toBe(true);
    expect(wantsNextRegion({ step: [] })).toBe(false);
  });
});
