import type { CashCategory } from "./cash-movement.ts";
import type { AccountKind, EntryKind } from "./ledger.ts";
import type { BalanceKey } from "./statements.ts";
import { FUND, type Why } from "./why.ts";

/** What makes a line of a statement, for any month: `time` says whether the month alone counts, or all up to its end. */
export type StatementWhy = Why & { time: "in-month" | "at-end" };

const ASSETS: readonly BalanceKey[] = ["cash-box", "own-account", "entrusted-receivable", "advances"];

/** A line of the balance sheet (domain/statements.ts); null for unsold goods at cost, which no entry is posted for. */
export function whyOfBalance(key: BalanceKey): StatementWhy | null {
  if (key === "stock" || key === "stock-kept") return null;
  const time = "at-end";
  // What the network keeps for a group is what all accounts of the group have, read from the other side.
  if (key === "at-network") return { of: "own", isCredit: true, time };
  if (key === "owed-by-members") return { of: "members", account: ["member-payable"], standing: "owing", time };
  if (key === "member-payable") return { of: "members", account: [key], standing: "owed", isCredit: true, time };
  return { of: "own", account: [key], ...(!ASSETS.includes(key) && { isCredit: true }), time };
}

/** The sales of the income statement: the goods that arrived, less what came back. */
export const WHY_SALES: StatementWhy = sales("deposits-held");

/** What of the sales is not the group's. It stands there as taken off. */
export function whyOfDeduction(key: AccountKind): StatementWhy {
  return sales(key);
}

export const WHY_GROUP_SHARE = sales("deposits-held", "member-payable", "network-fee", "provider-fees");

function sales(...account: AccountKind[]): StatementWhy {
  return { of: "book", account, kind: ["delivered", "returned"], time: "in-month" };
}

/** Cash beside sales of one category. */
export function whyOfCash(category: CashCategory): StatementWhy {
  return { ...FUND, category, time: "in-month" };
}

/** What else changed the group's own, by the kind of its entry. */
export function whyOfOther(kind: EntryKind): StatementWhy {
  return { ...FUND, kind: [kind], category: "none", time: "in-month" };
}

export const WHY_RESULT: StatementWhy = { ...FUND, time: "in-month" };

/** The same for one month. */
export function reportWhy({ time, ...why }: StatementWhy, month: string): Why {
  return { ...why, ...(time === "in-month" && { from: month }), until: month };
}
