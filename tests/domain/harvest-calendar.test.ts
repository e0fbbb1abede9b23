import { describe, expect, it } from "vitest";
import { harvestCalendar, monthsTouched } from "#app/domain/harvest-calendar.ts";

describe("the months of a harvest", () => {
  it.each([
    ["2026-11-25", null, [11]],
    ["2026-11-25", "2026-11-30", [11]],
    ["2026-11-25", "2026-12-01", [11, 12]],
    ["2026-12-20", "2027-02-03", [1, 2, 12]],
    ["2026-03-01", "2027-03-01", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ["2026-03-01", "2029-03-01", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ["2026-05-02", "2026-05-01", [5]],
  ])("from %s to %s are %j", (from, until, months) => {
    expect(monthsTouched(from, until)).toEqual(months);
  });
});

describe("the calendar", () => {
  it("puts one thing of several groups and years into one row, rows by name", () => {
    const rows = harvestCalendar([
      { name: "Nanas", groupName: "Tani Jaya", harvestFrom: "2026-11-25", harvestUntil: "2026-12-02" },
      { name: "nanas!", groupName: "Tani Maju", harvestFrom: "2025-06-01", harvestUntil: null },
      { name: "Cabai", groupName: "Tani Jaya", harvestFrom: "2026-01-01", harvestUntil: null },
    ]);
    expect(rows.map((row) => [row.name, row.groupNames])).toEqual([
      ["Cabai", ["Tani Jaya"]],
      ["Nanas", ["Tani Jaya", "Tani Maju"]],
    ]);
    expect(rows[1]?.months.flatMap((isHarvested, at) => (isHarvested ? [at + 1] : []))).toEqual([6, 11, 12]);
  });
});
