import { and, eq, gte, lt, ne, notInArray, or } from "drizzle-orm";
import { accountKind } from "#app/domain/ledger.ts";
import { type Rupiah, rupiah, subtract } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import type { MonthPosting, OwnBalance } from "#app/domain/statements.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { accounts, cashMovements, entries, postings } from "../schema.ts";
import { ownAccounts } from "./cash-book.ts";

type Asked = { groupId: string; from: Date; until: Date };

const total = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));

/** What a group's statements of a month are made of: its own accounts before and after, what the network keeps for it, what was posted. */
export async function readStatementBasis(actor: Actor, { groupId, from, until }: Asked) {
  permit(actor, "see-books", { groupId });
  const [before, own, atNetwork, moved] = await Promise.all([
    listOwnBalances(groupId, from),
    listOwnBalances(groupId, until),
    keptByNetwork(groupId, until),
    listMonthPostings({ groupId, from, until }),
  ]);
  return { before, own, atNetwork, moved };
}

async function listOwnBalances(groupId: string, until: Date): Promise<(OwnBalance & { ownerId: string })[]> {
  const rows = await db()
    .select({ kind: accounts.kind, ownerId: accounts.ownerId, balance: total })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(and(ownAccounts(groupId), lt(entries.at, until)))
    .groupBy(accounts.code, accounts.kind, accounts.ownerId);
  return rows.map((row) => ({ ...row, kind: accountKind(row.kind) }));
}

/**
 * Reckoned from the network's side: what its own accounts have of the group's book, and what other books posted to the group. The group's
 * accounts say the same when every entry balances.
 */
async function keptByNetwork(groupId: string, until: Date): Promise<Rupiah> {
  const [network] = await db()
    .select({ balance: total })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(and(eq(entries.book, groupId), notInArray(accounts.ownerKind, ["group", "member"]), lt(entries.at, until)));
  const [elsewhere] = await db()
    .select({ balance: total })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(and(ne(entries.book, groupId), ownAccounts(groupId), lt(entries.at, until)));
  return subtract(rupiah(network?.balance ?? 0), rupiah(elsewhere?.balance ?? 0));
}

async function listMonthPostings({ groupId, from, until }: Asked): Promise<MonthPosting[]> {
  const rows = await db()
    .select({
      ...{ entryKind: entries.kind, accountKind: accounts.kind, category: cashMovements.category },
      amount: total,
    })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .leftJoin(cashMovements, and(eq(entries.causeKind, "cash-movement"), eq(cashMovements.id, entries.causeId)))
    .where(and(or(eq(entries.book, groupId), ownAccounts(groupId)), gte(entries.at, from), lt(entries.at, until)))
    .groupBy(entries.kind, accounts.kind, cashMovements.category);
  return rows.map((row) => ({ ...row, accountKind: accountKind(row.accountKind) }));
}
