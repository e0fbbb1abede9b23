import { type CashCategory, EXPENSE_CATEGORIES, INCOME_CATEGORIES } from "./cash-movement.ts";
import type { AccountKind } from "./ledger.ts";
import { add, negate, type Rupiah, subtract, sum, ZERO } from "./money.ts";

// The statements of SAK EMKM (IAI, "Standar Akuntansi Keuangan Entitas Mikro, Kecil, dan Menengah", chapters 3 to 6): balance sheet, income,
// notes. All of them come out of the ledger; nobody types them.

/** An account of the group or of one of its members; debit is positive. */
export type OwnBalance = { kind: AccountKind; balance: Rupiah };

/** What the month's entries posted, summed by entry kind, account kind and, for cash beside sales, category. Debit is positive. */
export type MonthPosting = {
  entryKind: string;
  accountKind: AccountKind;
  category: CashCategory | null;
  amount: Rupiah;
};

export type BalanceKey = AccountKind | "at-network" | "owed-by-members" | "stock" | "stock-kept";
export type StatementLine<Key extends string> = { key: Key; amount: Rupiah };

export type BalanceSheet = {
  assets: StatementLine<BalanceKey>[];
  liabilities: StatementLine<BalanceKey>[];
  equity: StatementLine<BalanceKey>[];
  totalAssets: Rupiah;
  totalLiabilities: Rupiah;
  totalEquity: Rupiah;
};

const LIABILITIES = [
  "deposits-held",
  "member-payable",
  "debt-to-network",
  "entrusted-due",
  "savings-sukarela",
] as const;
const EQUITY = [
  "group-fund",
  "fixed-costs",
  "savings-pokok",
  "savings-wajib",
  "shu-reserve",
  "shu-fund",
  "restricted-grant",
] as const;
/** These stand there even when they are zero: a reader looks for them. */
const ALWAYS: readonly string[] = ["cash-box", "at-network", "deposits-held", "member-payable", "group-fund"];

type BalanceBasis = { own: readonly OwnBalance[]; atNetwork: Rupiah; stock?: Rupiah };

/**
 * What a group has and to whom it belongs. All in whole rupiah.
 * @param atNetwork what the network keeps for it, reckoned from the network's side; the sheet is in balance when both sides agree
 * @param stock what unsold goods cost, as far as it is on record. No entry is posted for them: the same sum is the group's own until they sell.
 */
export function balanceSheet({ own, atNetwork, stock = ZERO }: BalanceBasis): BalanceSheet {
  const credit = (kind: AccountKind): Rupiah =>
    negate(sum(own.filter((account) => account.kind === kind).map((account) => account.balance)));
  const payables = own.filter((account) => account.kind === "member-payable").map((account) => account.balance);
  // A member who was paid more than is left after a refund owes it: that is the group's, not less of what others have.
  const owedByMembers = sum(payables.filter((balance) => balance > 0));
  const owedToMembers = negate(sum(payables.filter((balance) => balance < 0)));
  const assets = shown<BalanceKey>([
    { key: "cash-box", amount: negate(credit("cash-box")) },
    { key: "own-account", amount: negate(credit("own-account")) },
    { key: "at-network", amount: atNetwork },
    { key: "owed-by-members", amount: owedByMembers },
    { key: "entrusted-receivable", amount: negate(credit("entrusted-receivable")) },
    { key: "advances", amount: negate(credit("advances")) },
    { key: "stock", amount: stock },
  ]);
  const liabilities = shown<BalanceKey>(
    LIABILITIES.map((key) => ({ key, amount: key === "member-payable" ? owedToMembers : credit(key) })),
  );
  const funds = EQUITY.map((key) => ({ key, amount: credit(key) }));
  const equity = shown<BalanceKey>([...funds, { key: "stock-kept", amount: stock }]);
  return {
    ...{ assets, liabilities, equity },
    totalAssets: totalOf(assets),
    totalLiabilities: totalOf(liabilities),
    totalEquity: totalOf(equity),
  };
}

export type IncomeStatement = {
  /** The value of the goods that arrived, less what came back. */
  sales: Rupiah;
  /** What of it is not the group's: its members' shares, and fees. */
  deductions: StatementLine<AccountKind>[];
  /** What of its sales stays with the group. */
  groupShare: Rupiah;
  income: StatementLine<CashCategory>[];
  expenses: StatementLine<CashCategory>[];
  /** Anything else that made the group's own more or less, by the kind of its entry: a lost fee it bears. */
  other: StatementLine<string>[];
  /** By this much the group fund and what is set aside grew in the month. */
  result: Rupiah;
};

const SALES: readonly string[] = ["delivered", "returned"];
const NOT_THE_GROUPS = ["member-payable", "network-fee", "provider-fees"] as const;
const OWN_FUNDS: readonly AccountKind[] = ["group-fund", "fixed-costs"];

/** What came in, what it cost, and what is left of a month for the group. All in whole rupiah; a cost is above zero. */
export function incomeStatement(moved: readonly MonthPosting[]): IncomeStatement {
  const total = (which: (posting: MonthPosting) => boolean): Rupiah =>
    sum(moved.filter(which).map((posting) => posting.amount));
  const isSale = (posting: MonthPosting): boolean => SALES.includes(posting.entryKind);
  const isOwn = (posting: MonthPosting): boolean => OWN_FUNDS.includes(posting.accountKind);
  const sales = total((posting) => isSale(posting) && posting.accountKind === "deposits-held");
  const deductions = NOT_THE_GROUPS.map((key) => ({
    key,
    amount: negate(total((posting) => isSale(posting) && posting.accountKind === key)),
  }));
  const ofCategory = (key: CashCategory): Rupiah => total((posting) => isOwn(posting) && posting.category === key);
  const income = shown(INCOME_CATEGORIES.map((key) => ({ key, amount: negate(ofCategory(key)) })));
  const expenses = shown(EXPENSE_CATEGORIES.map((key) => ({ key, amount: ofCategory(key) })));
  const isOther = (posting: MonthPosting): boolean => isOwn(posting) && !isSale(posting) && posting.category === null;
  const kinds = [...new Set(moved.filter(isOther).map((posting) => posting.entryKind))].sort();
  const other = shown(
    kinds.map((key) => ({ key, amount: negate(total((posting) => isOther(posting) && posting.entryKind === key)) })),
  );
  const groupShare = subtract(sales, totalOf(deductions));
  const result = add(subtract(add(groupShare, totalOf(income)), totalOf(expenses)), totalOf(other));
  return { sales, deductions: shown(deductions), groupShare, income, expenses, other, result };
}

/** The group's own, which the result of a month is added to: its fund and what is set aside. */
export function ownFunds(own: readonly OwnBalance[]): Rupiah {
  return negate(sum(own.filter(({ kind }) => OWN_FUNDS.includes(kind)).map(({ balance }) => balance)));
}

function shown<Key extends string>(lines: StatementLine<Key>[]): StatementLine<Key>[] {
  return lines.filter(({ key, amount }) => amount !== ZERO || ALWAYS.includes(key));
}

function totalOf(lines: readonly { amount: Rupiah }[]): Rupiah {
  return sum(lines.map((line) => line.amount));
}
