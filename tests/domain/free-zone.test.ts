import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossingNotes, crossingOf, FREE_ZONE_AREAS } from "#app/domain/free-zone.ts";

const BATAM = "21.71.05.1003";
const BINTAN = "21.01.04.2001";
const DOMPAK = "21.72.04.1002";
const TANJUNG_PINANG = "21.72.02.1004";
const LINGGA = "21.04.02.1010";

describe("the line of the free trade zone", () => {
  it("is crossed for certain from Batam, perhaps from where only a part belongs to it, and never on the way in", () => {
    expect(crossingOf(BATAM, LINGGA)).toBe("leaves");
    expect(crossingOf(BATAM, TANJUNG_PINANG)).toBe("leaves");
    expect(crossingOf(BATAM, BINTAN)).toBe("may-leave");
    expect(crossingOf(DOMPAK, LINGGA)).toBe("may-leave");
    expect(crossingOf(BINTAN, "21.04")).toBe("may-leave");
    expect(crossingOf(BINTAN, BATAM)).toBeNull();
    expect(crossingOf(TANJUNG_PINANG, BATAM)).toBeNull();
    expect(crossingOf(TANJUNG_PINANG, LINGGA)).toBeNull();
    expect(crossingOf(DOMPAK, TANJUNG_PINANG)).toBeNull();
  });

  it("is nobody's who stays where they are, and none behind it is crossed from outside", () => {
    const codes = fc.constantFrom(BATAM, BINTAN, DOMPAK, TANJUNG_PINANG, LINGGA);
    fc.assert(
      fc.property(codes, codes, (from, to) => {
        expect(crossingOf(from, from)).toBeNull();
        const isInside = FREE_ZONE_AREAS.some((area) => from.startsWith(area.regionCode));
        if (!isInside) expect(crossingOf(from, to)).toBeNull();
      }),
    );
  });

  it("names whose goods cross it, each group once, for certain first", () => {
    const goods = [
      { groupName: "Dompak", fromVillage: DOMPAK },
      { groupName: "Batam", fromVillage: BATAM },
      { groupName: "Batam", fromVillage: BATAM },
      { groupName: "Kota", fromVillage: TANJUNG_PINANG },
    ];
    expect(crossingNotes(goods, ["21.04"])).toEqual([
      { crossing: "leaves", groupNames: ["Batam"] },
      { crossing: "may-leave", groupNames: ["Dompak"] },
    ]);
    expect(crossingNotes(goods, [])).toEqual([]);
  });
});
