import { monthNamed as periodNamed } from "#app/domain/period.ts";

/** The calendar month in WIB (UTC+7, no summer time) that holds an instant: its name "2026-11", first instant, and the first of the next. */
export function monthOf(now: Date): { name: string; from: Date; until: Date } {
  const local = new Date(now.getTime() + WIB_MS);
  return monthNamed(local.toISOString().slice(0, 7)) ?? { name: "1970-01", from: new Date(0), until: new Date(0) };
}

/** The month of a name such as "2026-11"; null when it is not one. */
export function monthNamed(name: string | null): { name: string; from: Date; until: Date } | null {
  const month = periodNamed(name ?? "");
  return month && { name: month.name, from: new Date(month.fromMs), until: new Date(month.untilMs) };
}

/** The name of the month so many before or after. */
export function monthBeside(name: string, months: number): string {
  const [year = 1970, month = 1] = name.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The last six months, or so many, up to the one that holds an instant, the oldest first. */
export function lastMonths(now: Date, count = 6) {
  const { name } = monthOf(now);
  return Array.from({ length: count }, (_, at) => monthBeside(name, at + 1 - count)).flatMap(
    (month) => monthNamed(month) ?? [],
  );
}

const WIB_MS = 7 * 3_600_000;
