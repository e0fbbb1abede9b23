import { type Rupiah, sum } from "./money.ts";

/** What a group sold in a month and where it went; members are not told apart. Whole rupiah. */
export type MonthTotals = {
  /** "2026-11". */
  month: string;
  members: Rupiah;
  fund: Rupiah;
  costs: Rupiah;
  fees: Rupiah;
};

/** A month's sales: the parts sum to it. */
export function salesOf({ members, fund, costs, fees }: Omit<MonthTotals, "month">): Rupiah {
  return sum([members, fund, costs, fees]);
}

/** All months together; months before the first sale are left out of the list that goes with it. */
export function openBooksOf(months: readonly MonthTotals[]): {
  months: MonthTotals[];
  all: Omit<MonthTotals, "month">;
} {
  const first = months.findIndex((month) => salesOf(month) > 0);
  const shown = first < 0 ? [] : months.slice(first);
  const total = (part: "members" | "fund" | "costs" | "fees"): Rupiah => sum(shown.map((month) => month[part]));
  return {
    months: shown,
    all: { members: total("members"), fund: total("fund"), costs: total("costs"), fees: total("fees") },
  };
}
