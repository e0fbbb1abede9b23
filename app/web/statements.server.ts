import type { CashCategory } from "#app/domain/cash-movement.ts";
import type { EntryKind } from "#app/domain/ledger.ts";
import { add } from "#app/domain/money.ts";
import {
  type BalanceKey,
  type BalanceSheet,
  balanceSheet,
  type IncomeStatement,
  incomeStatement,
  ownFunds,
  type StatementLine,
} from "#app/domain/statements.ts";
import {
  type StatementWhy,
  WHY_GROUP_SHARE,
  WHY_RESULT,
  WHY_SALES,
  whyOfBalance,
  whyOfCash,
  whyOfDeduction,
  whyOfOther,
} from "#app/domain/why-of-statements.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { type Translate, translator } from "#app/i18n/translate.ts";
import { stockWhenSealed } from "#db/read/periods.ts";
import { readStatementBasis } from "#db/read/statements.ts";
import { sumStockAtCost } from "#db/read/stock-on-hand.ts";
import type { Door } from "./door.server.ts";
import { openGroup } from "./group.server.ts";
import { monthBeside, monthNamed, monthOf } from "./month.ts";

/** A line of a statement in the reader's words, this month and the one before; a heading has no amounts. */
export type ReportRow = {
  key: string;
  label: string;
  now: number | null;
  before: number | null;
  isStrong: boolean;
  why: StatementWhy | null;
};

/** A group's statements of the month that the address asks for, beside those of the month before. */
export async function openStatements(entered: Door) {
  const { ctx, url } = entered;
  const group = await openGroup(entered, "see-books");
  const current = monthOf(ctx.now);
  const month = monthNamed(url.searchParams.get("month")) ?? current;
  const earlier = monthNamed(monthBeside(month.name, -1)) ?? month;
  const read = async ({ name, from, until }: typeof month) => ({
    ...(await readStatementBasis(ctx.actor, { groupId: group.id, from, until })),
    stock: name === current.name ? await sumStockAtCost(group.id) : await stockWhenSealed(group.id, name),
  });
  const [now, before] = await Promise.all([read(month), read(earlier)]);
  const t = translator(ctx.locale);
  const income = incomeStatement(now.moved);
  const funds = {
    before: formatRupiah(ownFunds(now.before)),
    result: formatRupiah(income.result),
    after: formatRupiah(ownFunds(now.own)),
  };
  return {
    ...{ groupId: group.id, slug: group.slug, name: group.name, month: month.name, earlier: earlier.name },
    isCurrent: month.name === current.name,
    balance: sideBySide(balanceRows(t, balanceSheet(now)), balanceRows(t, balanceSheet(before))),
    income: sideBySide(incomeRows(t, income), incomeRows(t, incomeStatement(before.moved))),
    notes: [
      t("report.note.basis", { group: group.name }),
      t("report.note.sales"),
      t("report.note.goods"),
      t("report.note.tools"),
      t("report.note.members"),
      t("report.note.funds", funds),
    ],
  };
}

type Row = { key: string; label: string; amount: number | null; isStrong: boolean; why: StatementWhy | null };

const heading = (key: string, label: string): Row => ({ key, label, amount: null, isStrong: true, why: null });
const total = (key: string, label: string, amount: number, why: StatementWhy | null = null): Row => ({
  ...{ key, label, amount, isStrong: true, why },
});
const line = (key: string, label: string, amount: number, why: StatementWhy | null): Row => ({
  ...{ key, label, amount, isStrong: false, why },
});

function balanceRows(t: Translate, sheet: BalanceSheet): Row[] {
  const name = (key: BalanceKey): string =>
    key === "at-network" || key === "owed-by-members" || key === "stock" || key === "stock-kept"
      ? t(`report.line.${key}`)
      : t(`account.${key}`);
  const lines = (some: readonly StatementLine<BalanceKey>[]): Row[] =>
    some.map(({ key, amount }) => line(key, name(key), amount, whyOfBalance(key)));
  const { totalAssets, totalLiabilities, totalEquity } = sheet;
  return [
    heading("assets", t("report.assets")),
    ...lines(sheet.assets),
    total("total-assets", t("report.total-assets"), totalAssets),
    heading("liabilities", t("report.liabilities")),
    ...lines(sheet.liabilities),
    total("total-liabilities", t("report.total-liabilities"), totalLiabilities),
    heading("equity", t("report.equity")),
    ...lines(sheet.equity),
    total("total-equity", t("report.total-equity"), totalEquity),
    total("total-both", t("report.total-both"), add(totalLiabilities, totalEquity)),
  ];
}

function incomeRows(t: Translate, income: IncomeStatement): Row[] {
  const cash = (some: readonly StatementLine<CashCategory>[], sign: 1 | -1): Row[] =>
    some.map(({ key, amount }) => line(key, t(`cash.for.${key}`), sign * amount, whyOfCash(key)));
  return [
    line("sales", t("report.sales"), income.sales, WHY_SALES),
    ...income.deductions.map(({ key, amount }) =>
      line(
        `less-${key}`,
        t("report.less", { what: key === "member-payable" ? t("report.shares") : t(`account.${key}`).toLowerCase() }),
        -amount,
        whyOfDeduction(key),
      ),
    ),
    total("group-share", t("report.group-share"), income.groupShare, WHY_GROUP_SHARE),
    heading("other-income-head", t("report.other-income")),
    ...cash(income.income, 1),
    heading("expenses-head", t("report.expenses")),
    ...cash(income.expenses, -1),
    heading("other-head", t("report.other")),
    ...income.other.map(({ key, amount }) =>
      line(`other-${key}`, t(`entry.${key as EntryKind}`), amount, whyOfOther(key as EntryKind)),
    ),
    total("result", t("report.result"), income.result, WHY_RESULT),
  ];
}

/** Both months line by line, in the order of the chart; a heading without lines goes. */
function sideBySide(now: readonly Row[], before: readonly Row[]): ReportRow[] {
  const rows: Row[] = [...now];
  for (const [at, row] of before.entries()) {
    if (rows.some(({ key }) => key === row.key)) continue;
    // Behind the one that it follows in its own month.
    const place = rows.findIndex(({ key }) => key === before[at - 1]?.key);
    rows.splice(place + 1, 0, row);
  }
  const amountIn = (some: readonly Row[], key: string): number => some.find((row) => row.key === key)?.amount ?? 0;
  return rows
    .filter((row, at) => row.amount !== null || rows[at + 1]?.isStrong === false)
    .map(({ amount, ...row }) =>
      amount === null
        ? { ...row, now: null, before: null }
        : { ...row, now: amountIn(now, row.key), before: amountIn(before, row.key) },
    );
}
