import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardedCell } from "#app/domain/bulk-sheet.ts";
import {
  type BulkTariff,
  planTariffs,
  TARIFF_COLUMNS,
  type TariffColumn,
  type TariffFacts,
  tariffRows,
} from "#app/domain/bulk-tariffs.ts";
import { momentCell, parseMomentCell } from "#app/domain/calendar-day.ts";
import { airTariff, aTariff } from "#tests/world/shipping.ts";

const NOW = parseMomentCell("2026-11-28 14:00") ?? 0;
const HOUR = 3_600_000;
const zones = [
  { id: "z1", name: "Lingga" },
  { id: "z2", name: "Kota" },
  { id: "z3", name: "kota " },
];

const inForce: BulkTariff = {
  ...{ ...airTariff, id: "t1", zoneId: "z1", service: "Kurir", volumeDivisor: 6000, maxSideMm: 1005 },
  ...{
    daysUnderWay: 3,
    keepsCold: false,
    countsBox: true,
    source: "Leaflet",
    validFromMs: NOW - HOUR,
    validToMs: null,
  },
};
const facts: TariffFacts = { tariffs: [inForce], zones, nowMs: NOW };
const sheetOf = (...rows: Partial<Record<TariffColumn, string>>[]): string[][] => [
  [...TARIFF_COLUMNS],
  ...rows.map((row) => TARIFF_COLUMNS.map((column) => row[column] ?? "")),
];
const entered = Object.fromEntries(TARIFF_COLUMNS.map((column, at) => [column, tariffRows(facts)[0]?.[at] ?? ""]));
const anew = { ...entered, tariff: "", validFrom: "2026-12-01", perKg: "Rp 41.000" };
const plan = (...rows: Partial<Record<TariffColumn, string>>[]) => planTariffs(sheetOf(...rows), facts);
const wrong = (...rows: Partial<Record<TariffColumn, string>>[]) =>
  plan(...rows).errors.map(({ row, column, reason }) => `${row} ${column} ${reason}`);

describe("a sheet of tariffs", () => {
  it("adds what has no code, in whatever way the figures are written, and leaves what stands", () => {
    const { added, same, errors } = plan(
      { ...entered, perKg: "38.000", maxParcelGrams: "30 kg", keepsCold: "tidak", zone: "LINGGA" },
      { ...anew, zone: "z3", keepsCold: "ya", maxSideMm: "", firstBlockGrams: "10 kg", firstBlockFee: "100.000" },
    );
    expect(errors).toEqual([]);
    expect(same).toBe(1);
    expect(added).toMatchObject([
      {
        ...{
          row: 3,
          zoneId: "z3",
          zoneName: "kota ",
          service: "Kurir",
          perKg: 41_000,
          maxSideMm: null,
          keepsCold: true,
        },
        ...{ firstBlockGrams: 10_000, firstBlockFee: 100_000, validFromMs: NOW + 58 * HOUR, validToMs: null },
      },
    ]);
  });

  it("names every mistake by row and column", () => {
    expect(wrong({ ...entered, perKg: "38.001", validFrom: "2026-11-28 12:59" }, { ...entered, tariff: "t9" })).toEqual(
      ["2 perKg tariff-stands", "2 validFrom tariff-stands", "3 tariff tariff-unknown"],
    );
    expect(wrong(entered, entered)).toEqual(["3 tariff sheet-twice"]);
    expect(
      wrong({ ...anew, perKg: "x", zone: "Kota", minKg: "1.5", keepsCold: "?", validTo: "besok", service: "" }),
    ).toEqual([
      ...["2 service required", "2 perKg not-money", "2 minKg not-whole", "2 zone zone-unknown"],
      ...["2 keepsCold sheet-yes-no", "2 validTo moment-cell"],
    ]);
    expect(wrong({ ...anew, validFrom: "2026-11-28 13:59", firstBlockGrams: "10 kg" })).toEqual([
      "2 validFrom tariff-from-past",
      "2 firstBlockFee first-block-half",
    ]);
    expect(wrong({ ...anew, validTo: "2026-12-01" })).toEqual(["2 validTo tariff-ends-early"]);
    expect(wrong(anew, anew)).toEqual(["3 validFrom tariff-same-moment"]);
    expect(wrong({ ...entered, tariff: "", validFrom: "" })).toEqual(["2 service tariff-again"]);
    expect(planTariffs([["zone", "service"]], facts).errors).toMatchObject([{ column: "perKg" }]);
  });

  it("is the same again when nobody touched it, whatever the figures and the second", () => {
    const priced = fc.record({
      tariff: aTariff,
      ...{
        fromMs: fc.integer({ min: NOW - 1e12, max: NOW }),
        maxSideMm: fc.option(fc.integer({ min: 1, max: 10_000 })),
      },
      ...{ keepsCold: fc.boolean(), countsBox: fc.boolean(), zoneId: fc.constantFrom("z1", "z2", "z3") },
      source: fc.stringMatching(/^[^\s\p{C}][\w =+@';,"-]{0,40}[^\s\p{C}]$/u).map((text) => text.replace(/\s+/g, " ")),
    });
    fc.assert(
      fc.property(fc.array(priced, { minLength: 1, maxLength: 6 }), (drawn) => {
        const tariffs = drawn
          .filter(({ fromMs }) => fromMs > (parseMomentCell("2020-01-01") ?? 0))
          .map(({ tariff, fromMs, ...rest }, at) => ({
            ...inForce,
            ...tariff,
            ...rest,
            id: `t${at}`,
            validFromMs: fromMs,
          }));
        const drawnFacts = { ...facts, tariffs };
        const rows = tariffRows(drawnFacts).map((row) => row.map(guardedCell));
        const read = planTariffs([[...TARIFF_COLUMNS], ...rows], drawnFacts);
        expect(read).toEqual({ added: [], same: tariffs.length, errors: [] });
      }),
      { numRuns: 30 },
    );
  });

  it("writes a moment to the thousandth and reads it again", () => {
    expect([0, 1000, 1001].map((more) => momentCell(NOW + more))).toEqual([
      ...["2026-11-28 14:00", "2026-11-28 14:00:01", "2026-11-28 14:00:01.001"],
    ]);
    expect(parseMomentCell("2026-11-28T00:00")).toBe(parseMomentCell("2026-11-28"));
    for (const no of ["2026-02-30 10:00", "2026-11-28 24:00", "28-11-2026", "2026-11-28 9:00"])
      expect(parseMomentCell(no), no).toBeNull();
  });
});
