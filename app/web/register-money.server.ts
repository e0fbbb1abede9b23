import { dayInWib } from "#app/domain/calendar-day.ts";
import { ageClass } from "#app/domain/debt-age.ts";
import { sum } from "#app/domain/money.ts";
import { SAVING_KINDS, savingsNumber } from "#app/domain/savings.ts";
import { CAPITAL, savedAs, type Why, whyAddress } from "#app/domain/why.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { DEBT_KINDS, type Debt, listDebts } from "#db/read/debts.ts";
import { listSavers, listSavingsMovements } from "#db/read/savings.ts";
import type { Cell, Register, Writing } from "./register-cells.ts";

/** Buku simpanan: what each member has, and every receipt. */
export async function savingsRegister({ entered, group, t }: Writing): Promise<Register> {
  const { actor, now, locale } = entered.ctx;
  const [savers, movements] = await Promise.all([
    listSavers(actor, { groupId: group.id, now }),
    listSavingsMovements({ groupId: group.id }),
  ]);
  const here = savers.filter((saver) => saver.left === null || saver.total > 0);
  const kinds = SAVING_KINDS.map((kind) => ({ key: kind, label: t(`savings.${kind}`), isNumeric: true }));
  const base = `/books/${group.slug}`;
  const ofSaver = (amount: number, why: Why, member: string): Cell => ({
    ...{ amount, to: whyAddress(group.slug, amount, { ...why, of: "member", member }) },
  });
  return {
    tables: [
      {
        key: "savers",
        caption: t("register.savings.caption"),
        columns: [
          { key: "number", label: t("books.number") },
          { key: "name", label: t("books.member") },
          ...kinds,
          { key: "total", label: t("books.total"), isNumeric: true },
        ],
        rows: here.map((saver) => [
          { text: String(saver.number) },
          { text: saver.name, to: `${base}/members/${saver.id}/savings` },
          ...SAVING_KINDS.map((kind) => ofSaver(saver.saved[kind], savedAs(kind), saver.id)),
          ofSaver(saver.total, CAPITAL, saver.id),
        ]),
        totals: [
          ...[{ text: "" }, { text: t("books.total") }],
          ...SAVING_KINDS.map((kind) => ({ amount: sum(here.map((saver) => saver.saved[kind])) })),
          { amount: sum(here.map((saver) => saver.total)) },
        ],
      },
      {
        key: "receipts",
        caption: t("register.receipts.caption"),
        columns: [
          { key: "number", label: t("cash.number") },
          { key: "day", label: t("cash.day") },
          { key: "name", label: t("books.member") },
          { key: "what", label: t("cash.what") },
          ...kinds,
        ],
        rows: movements.map((row) => {
          const isIn = (row.purpose === "deposit") !== (row.reverses !== null);
          return [
            { text: savingsNumber(row), to: `${base}/savings/receipts/${row.id}` },
            { text: formatShortDay(locale, row.day) },
            { text: row.member.name },
            { text: t(isIn ? `savings.line.in.${row.way}` : `savings.line.out.${row.way}`) },
            ...SAVING_KINDS.map((kind) =>
              ofSaver(isIn ? row[kind] : -row[kind], { ...savedAs(kind), cause: row.id }, row.member.id),
            ),
          ];
        }),
        totals: null,
      },
    ],
    notes: [],
    postings: CAPITAL,
  };
}

/** Capital of a member who left is owed too, whatever kind it is. */
const DEBTS: Why = {
  ...{ of: "own", isCredit: true },
  account: [...new Set([...DEBT_KINDS, ...(CAPITAL.account ?? [])])],
};

/** Buku utang-piutang: who owes the group and whom it owes, and since when. */
export async function debtsRegister({ entered, group, t }: Writing): Promise<Register> {
  const { actor, now, locale } = entered.ctx;
  const { receivable, payable } = await listDebts(actor, group.id);
  const today = dayInWib(now.getTime());
  const memberPage = (id: string, kind: Debt["kind"]): string =>
    `/books/${group.slug}/members/${id}${kind.startsWith("savings-") ? "/savings" : ""}`;
  const whoOf = ({ kind, member }: Debt): Cell =>
    member
      ? { text: `${member.number}. ${member.name}`, to: memberPage(member.id, kind) }
      : { text: t(kind === "deposits-held" ? "register.debts.buyers" : "register.debts.places") };
  const owedCell = ({ kind, member, owed }: Debt, key: "receivable" | "payable"): Cell => {
    const whose = member ? { of: "member" as const, member: member.id } : { of: "group" as const };
    return {
      amount: owed,
      to: whyAddress(group.slug, owed, { ...whose, account: [kind], isCredit: key === "payable" }),
    };
  };
  const table = (key: "receivable" | "payable", debts: readonly Debt[]) => ({
    key,
    caption: t(`register.debts.${key}`),
    columns: [
      { key: "who", label: t("register.who") },
      { key: "what", label: t("cash.what") },
      { key: "since", label: t("register.since") },
      { key: "age", label: t("register.age") },
      { key: "owed", label: t("books.amount"), isNumeric: true },
    ],
    rows: debts.map((debt) => [
      whoOf(debt),
      {
        text:
          key === "receivable" && debt.kind === "member-payable"
            ? t("report.line.owed-by-members")
            : t(`account.${debt.kind}`),
      },
      { text: formatShortDay(locale, debt.since) },
      { text: t(`register.age.${ageClass(debt.since, today)}`) },
      owedCell(debt, key),
    ]),
    totals: [
      ...[{ text: t("books.total") }, { text: "" }, { text: "" }, { text: "" }],
      { amount: sum(debts.map(({ owed }) => owed)) },
    ],
  });
  return {
    tables: [table("receivable", receivable), table("payable", payable)],
    notes: [t("register.debts.note")],
    postings: DEBTS,
  };
}
