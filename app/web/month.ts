/** The calendar month in WIB (UTC+7, no summer time) that holds an instant: its name "2026-11", first instant, and the first of the next. */
export function monthOf(now: Date): { name: string; from: Date; until: Date } {
  const local = new Date(now.getTime() + WIB_MS);
  return monthNamed(local.toISOString().slice(0, 7)) ?? { name: "1970-01", from: new Date(0), until: new Date(0) };
}

/** The month of a name such as "2026-11"; null when it is not one. */
export function monthNamed(name: string | null): { name: string; from: Date; until: Date } | null {
  const parts = /^(20\d{2})-(0[1-9]|1[0-2])$/.exec(name ?? "");
  if (!parts) return null;
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  return {
    name: `${parts[1]}-${parts[2]}`,
    from: new Date(Date.UTC(year, month - 1, 1) - WIB_MS),
    until: new Date(Date.UTC(year, month, 1) - WIB_MS),
  };
}

/** The name of the month so many before or after. */
export function monthBeside(name: string, months: number): string {
  const [year = 1970, month = 1] = name.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}

const WIB_MS = 7 * 3_600_000;
