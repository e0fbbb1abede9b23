import { daysBetween } from "./calendar-day.ts";
import { add, type Rupiah, rupiah, subtract, ZERO } from "./money.ts";

/** One change of what is owed: above zero it grows; the day as YYYY-MM-DD. Oldest first. */
export type DebtChange = { day: string; change: Rupiah };

/**
 * Since when a debt stands: what was paid settles the oldest part first, so its age is that of the oldest part still open.
 * @returns what is owed, whole rupiah, and the day of its oldest part; null when nothing is owed
 */
export function openSince(changes: readonly DebtChange[]): { owed: Rupiah; since: string } | null {
  const open: { day: string; left: Rupiah }[] = [];
  let ahead = ZERO;
  for (const { day, change } of changes) {
    if (change > 0) {
      const covered = rupiah(Math.min(ahead, change));
      ahead = subtract(ahead, covered);
      if (change > covered) open.push({ day, left: subtract(change, covered) });
      continue;
    }
    let paid = rupiah(-change);
    for (const part of open) {
      const settled = rupiah(Math.min(paid, part.left));
      part.left = subtract(part.left, settled);
      paid = subtract(paid, settled);
    }
    ahead = add(ahead, paid);
  }
  const standing = open.filter((part) => part.left > 0);
  const [oldest] = standing;
  return oldest ? { owed: rupiah(standing.reduce((all, part) => all + part.left, 0)), since: oldest.day } : null;
}

/** Age classes as treasurers read them: up to 30 days, up to 90, up to a year, older. */
export function ageClass(since: string, today: string): "month" | "quarter" | "year" | "older" {
  const days = daysBetween(since, today);
  if (days <= 30) return "month";
  if (days <= 90) return "quarter";
  return days <= 365 ? "year" : "older";
}
