import { z } from "zod";
import { credit, debit, entry, group } from "./entry-draft.ts";
import { typedDay, typedMoney } from "./form-fields.ts";
import type { NewEntry, NewPosting } from "./ledger.ts";
import { add, type Rupiah, rupiah, subtract, ZERO } from "./money.ts";
import { lineOfText } from "./plain-text.ts";

/** What a group pays in cash beside its members' shares. */
export const EXPENSE_CATEGORIES = [
  "materials",
  "seeds",
  "packing",
  "transport",
  "tools",
  "rent-and-power",
  "meeting",
  "other-expense",
] as const;
/** Where cash comes from that is no sale. */
export const INCOME_CATEGORIES = ["dues", "donation", "hire", "other-income"] as const;
export const CASH_CATEGORIES = [...EXPENSE_CATEGORIES, ...INCOME_CATEGORIES] as const;
export type CashCategory = (typeof CASH_CATEGORIES)[number];

/** What sales set aside for cloth and packing (biaya tetap) pays for these first. */
const PAID_FROM_SET_ASIDE: readonly CashCategory[] = ["materials", "seeds", "packing"];

export function isIncome(category: CashCategory): boolean {
  return INCOME_CATEGORIES.some((income) => income === category);
}

/** What a treasurer writes on a voucher. */
export const CashMovementForm = z.object({
  formKey: z.string().min(16, "form-broken").max(100, "form-broken"),
  category: z.enum(CASH_CATEGORIES, { error: "choose-one" }),
  amount: typedMoney({ from: 1 }),
  day: typedDay,
  counterpart: lineOfText({ max: 100 }),
  note: lineOfText({ max: 200, min: 0 }).default(""),
});

export const ReverseMovementForm = z.object({
  reason: lineOfText({ max: 200 }),
});

/** "KAS/2026/0007". Counts from 1 for each group and year, cash in and cash out together. */
export function voucherNumber({ year, number }: { year: number; number: number }): string {
  return `KAS/${year}/${String(number).padStart(4, "0")}`;
}

/**
 * Whether the box can pay: never more than it holds, never what is the members' or a buyer's. All in whole rupiah.
 * `own` is the group's fund and what is set aside, together.
 */
export function cashProblem(input: {
  amount: Rupiah;
  cashBox: Rupiah;
  own: Rupiah;
}): "cash-box-short" | "fund-short" | null {
  if (input.amount > input.cashBox) return "cash-box-short";
  return input.amount > input.own ? "fund-short" : null;
}

type Moved = {
  movementId: string;
  groupId: string;
  category: CashCategory;
  /** Whole rupiah, above zero, whichever way it goes. */
  amount: Rupiah;
  /** What stands set aside for fixed costs now. */
  setAside: Rupiah;
};

/**
 * Cash came into the group's box or left it, for no sale. Income goes to the group's fund; materials and packing are paid from what was set
 * aside for them as far as it reaches, everything else from the fund.
 */
export function cashMovedEntry({ movementId, groupId, category, amount, setAside }: Moved): NewEntry {
  const owner = group(groupId);
  const reach = PAID_FROM_SET_ASIDE.includes(category) ? rupiah(Math.min(amount, Math.max(0, setAside))) : ZERO;
  const postings = isIncome(category)
    ? [debit("cash-box", owner, amount), credit("group-fund", owner, amount)]
    : [
        debit("fixed-costs", owner, reach),
        debit("group-fund", owner, subtract(amount, reach)),
        credit("cash-box", owner, amount),
      ];
  return moved({ movementId, groupId, postings });
}

/** The exact opposite of a movement's entry, as a movement of its own: what was booked stands. */
export function cashReversedEntry(input: { movementId: string; groupId: string; postings: NewPosting[] }): NewEntry {
  return moved(input);
}

function moved(input: { movementId: string; groupId: string; postings: NewPosting[] }): NewEntry {
  const { movementId, groupId, postings } = input;
  const key = cashMovedKey(movementId);
  return entry({ book: groupId, kind: "cash-moved", key, cause: ["cash-movement", movementId], postings });
}

export function cashMovedKey(movementId: string): string {
  return `cash-moved:${movementId}`;
}

/** The cash in the box; or at the bank: all of it for the network, for a group what the network keeps there for it. */
export const MONEY_PLACES = ["cash", "bank"] as const;
export type MoneyPlace = (typeof MONEY_PLACES)[number];

export type WithBalance<Row> = Row & { balance: Rupiah };

/** A book's lines, oldest first, each with what is there after it. @returns also what is there at the end */
export function withBalances<Row extends { change: Rupiah }>(
  opening: Rupiah,
  rows: readonly Row[],
): { rows: WithBalance<Row>[]; closing: Rupiah } {
  let balance = opening;
  const counted = rows.map((row) => {
    balance = add(balance, row.change);
    return { ...row, balance };
  });
  return { rows: counted, closing: balance };
}
