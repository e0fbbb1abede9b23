import { and, eq, gte, lt, ne } from "drizzle-orm";
import type { CashCategory } from "#app/domain/cash-movement.ts";
import { accountKind } from "#app/domain/ledger.ts";
import { add, type Rupiah, rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import type { MonthPosting, OwnBalance } from "#app/domain/statements.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { accounts, cashMovements, entries, postings } from "../schema.ts";
import { ownAccounts } from "./cash-book.ts";

type Asked = { groupId: string; from: Date; until: Date };

/** What an account was posted by entries of one kind (and, for cash beside sales, one category): up to the month's end, and of it in the month. */
type Summed = {
  code: string;
  kind: string;
  ownerKind: string;
  ownerId: string;
  isOwn: boolean;
  entryKind: string;
  category: CashCategory | null;
  total: Rupiah;
  inMonth: Rupiah;
};

/**
 * What a group's statements of a month are made of: its own accounts before and after, what the network keeps for it, what was posted.
 * The database sums every posting once, those of the group's book by their entries, those of its accounts in other books by the account: a
 * book of a hundred thousand lines comes out of it as a few rows.
 */
export async function readStatementBasis(actor: Actor, { groupId, from, until }: Asked) {
  permit(actor, "see-books", { groupId });
  const [here, elsewhere] = await Promise.all([
    sumOwnBook({ groupId, from, until }),
    sumElsewhere({ groupId, from, until }),
  ]);
  const own = [...here.filter(({ isOwn }) => isOwn), ...elsewhere];
  return {
    before: balancesOf(own, ({ total, inMonth }) => subtract(total, inMonth)),
    own: balancesOf(own, ({ total }) => total),
    atNetwork: keptByNetwork(here, elsewhere),
    moved: monthPostings([...here, ...elsewhere]),
  };
}

/** The group's own book, entry by entry: its own accounts and those of others. */
async function sumOwnBook({ groupId, from, until }: Asked): Promise<Summed[]> {
  const sums = db()
    .select(summed(from))
    .from(entries)
    .innerJoin(postings, eq(postings.entryId, entries.id))
    .leftJoin(cashMovements, ofVoucher)
    .where(and(eq(entries.book, groupId), lt(entries.at, until)))
    .groupBy(postings.accountCode, entries.kind, cashMovements.category)
    .as("sums");
  const isOwn = sql<number>`case when ${ownAccounts(groupId)} then 1 else 0 end`.mapWith(Number);
  const rows = await db()
    .select({
      ...{ code: sums.code, entryKind: sums.entryKind, category: sums.category, total: sums.total },
      ...{
        inMonth: sums.inMonth,
        kind: accounts.kind,
        ownerKind: accounts.ownerKind,
        ownerId: accounts.ownerId,
        isOwn,
      },
    })
    .from(sums)
    .innerJoin(accounts, eq(accounts.code, sums.code));
  return rows.map((row) => ({ ...figures(row), isOwn: row.isOwn === 1 }));
}

/** The group's own accounts in other books: what buyers paid for, above all. */
async function sumElsewhere({ groupId, from, until }: Asked): Promise<Summed[]> {
  const rows = await db()
    .select({
      ...{ ...summed(from), kind: accounts.kind, ownerKind: accounts.ownerKind, ownerId: accounts.ownerId },
    })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .leftJoin(cashMovements, ofVoucher)
    .where(and(ne(entries.book, groupId), ownAccounts(groupId), lt(entries.at, until)))
    .groupBy(
      postings.accountCode,
      accounts.kind,
      accounts.ownerKind,
      accounts.ownerId,
      entries.kind,
      cashMovements.category,
    );
  return rows.map((row) => ({ ...figures(row), isOwn: true }));
}

const ofVoucher = and(eq(entries.causeKind, "cash-movement"), eq(cashMovements.id, entries.causeId));

const summed = (from: Date) => ({
  code: sql<string>`${postings.accountCode}`.as("posted_on"),
  entryKind: sql<string>`${entries.kind}`.as("entry_kind"),
  category: sql<CashCategory | null>`${cashMovements.category}`.as("category"),
  total: sql<number>`sum(${postings.amount})`.as("total"),
  inMonth: sql<number>`sum(case when ${gte(entries.at, from)} then ${postings.amount} else 0 end)`.as("in_month"),
});

/** PostgreSQL writes a sum as text. */
function figures<Row extends { total: unknown; inMonth: unknown }>(row: Row) {
  return { ...row, total: rupiah(Number(row.total)), inMonth: rupiah(Number(row.inMonth)) };
}

function balancesOf(own: readonly Summed[], balance: (row: Summed) => Rupiah): (OwnBalance & { ownerId: string })[] {
  const found = new Map<string, OwnBalance & { ownerId: string }>();
  for (const row of own) {
    const known = found.get(row.code)?.balance ?? ZERO;
    found.set(row.code, { kind: accountKind(row.kind), ownerId: row.ownerId, balance: add(known, balance(row)) });
  }
  return [...found.values()];
}

/**
 * Reckoned from the network's side: what its own accounts have of the group's book, and what other books posted to the group. The group's
 * accounts say the same when every entry balances.
 */
function keptByNetwork(here: readonly Summed[], elsewhere: readonly Summed[]): Rupiah {
  const network = here.filter(({ ownerKind }) => ownerKind !== "group" && ownerKind !== "member");
  return subtract(sum(network.map(({ total }) => total)), sum(elsewhere.map(({ total }) => total)));
}

function monthPostings(rows: readonly Summed[]): MonthPosting[] {
  const found = new Map<string, MonthPosting>();
  for (const { entryKind, kind, category, inMonth } of rows) {
    const key = `${entryKind} ${kind} ${category ?? ""}`;
    const known = found.get(key)?.amount ?? ZERO;
    found.set(key, { entryKind, accountKind: accountKind(kind), category, amount: add(known, inMonth) });
  }
  return [...found.values()].filter(({ amount }) => amount !== ZERO);
}
