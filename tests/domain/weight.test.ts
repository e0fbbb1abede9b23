import { describe, expect, it } from "vitest";
import { parsePercent } from "#app/domain/percent.ts";
import { TariffForm } from "#app/domain/ship-forms.ts";
import { parseWeight } from "#app/domain/weight.ts";
import { localMoment, parseLocalMoment } from "#app/i18n/moment.ts";

describe("reading what people type", () => {
  it("reads a weight in kilograms or grams", () => {
    const read = ["1,2 kg", "1.2", "1,25kg", "2", "49", "50", "1200", "1200 g", "1.200 gram", "0,9 KG", "980gr"];
    expect(read.map(parseWeight)).toEqual([1200, 1200, 1250, 2000, 49_000, 50, 1200, 1200, 1200, 900, 980]);
    for (const wrong of ["", "0", "0 kg", "-1", "satu", "1,2345 kg", "1,5 g", "1e3", "9999 kg", "1.2.3 kg"])
      expect(parseWeight(wrong), wrong).toBeNull();
  });

  it("takes a point before exactly three digits for thousands, as Indonesians write them, and any other for a fraction", () => {
    const read = [
      "1.000 kg",
      "1.000",
      "1.035",
      "1,5 kg",
      "1,500 kg",
      "0.5 kg",
      "0.500 kg",
      "12.50 kg",
      "1.5",
      "12.500 g",
    ];
    expect(read.map(parseWeight)).toEqual([...[1_000_000, 1000, 1035, 1500, 1500, 500, 500, 12_500, 1500, 12_500]]);
    for (const wrong of ["1.001 kg", "2.000 kg", "1.000.000 kg", "1.00 g", "0.500 g"])
      expect(parseWeight(wrong), wrong).toBeNull();
  });

  it("takes whole numbers of a tariff with points between thousands only", () => {
    const { minKg } = TariffForm.shape;
    expect(["1.000", "12"].map((text) => minKg.parse(text))).toEqual([1000, 12]);
    for (const wrong of ["1.5", "1.00", "10.00", "1.0000"]) expect(minKg.safeParse(wrong).success, wrong).toBe(false);
  });

  it("reads a percentage with a comma or a point", () => {
    expect(["7,5", "7.5 %", "0", "100", "0,07"].map(parsePercent)).toEqual([750, 750, 0, 10_000, 7]);
    for (const wrong of ["", "-1", "100,01", "7,555", "lima", "1e1"]) expect(parsePercent(wrong), wrong).toBeNull();
  });

  it("reads a moment by WIB and refuses days that do not exist", () => {
    expect(parseLocalMoment("2026-11-26T09:00")?.toISOString()).toBe("2026-11-26T02:00:00.000Z");
    expect(localMoment(new Date("2026-11-25T17:30:00Z"))).toBe("2026-11-26T00:30");
    for (const wrong of [
      "",
      "2026-02-30T09:00",
      "2026-13-01T09:00",
      "2026-11-26",
      "26-11-2026 09:00",
      "2026-11-26T24:30",
    ])
      expect(parseLocalMoment(wrong), wrong).toBeNull();
  });
});
