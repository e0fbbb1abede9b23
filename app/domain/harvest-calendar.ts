import { wordsOf } from "./search-words.ts";

export type HarvestWindow = { name: string; groupName: string; harvestFrom: string; harvestUntil: string | null };

export type HarvestRow = {
  name: string;
  groupNames: string[];
  /** January first; whether anything of it is harvested in that month. */
  months: boolean[];
};

/**
 * The months that a harvest touches, whatever the year: seasons come back.
 * @param from YYYY-MM-DD @param until YYYY-MM-DD, or null for the one day
 * @returns months from 1 to 12 in the order of the year; all of them for a year or more
 */
export function monthsTouched(from: string, until: string | null): number[] {
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = count(from);
  const length = Math.min(Math.max(count(until ?? from) - first, 0), 11) + 1;
  return Array.from({ length }, (_, at) => ((first + at) % 12) + 1).sort((a, b) => a - b);
}

/** One row for each thing that is harvested, by name; the same name from several groups is one row. */
export function harvestCalendar(windows: readonly HarvestWindow[]): HarvestRow[] {
  const rows = new Map<string, HarvestRow>();
  for (const { name, groupName, harvestFrom, harvestUntil } of windows) {
    const key = wordsOf(name).join(" ");
    const row = rows.get(key) ?? { name, groupNames: [], months: Array.from({ length: 12 }, () => false) };
    const touched = new Set(monthsTouched(harvestFrom, harvestUntil));
    row.months = row.months.map((isHarvested, at) => isHarvested || touched.has(at + 1));
    if (!row.groupNames.includes(groupName)) row.groupNames.push(groupName);
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
