import { and, asc, eq, gte, inArray, isNotNull, lt, or, type SQL } from "drizzle-orm";
import type { CashCategory, MoneyPlace } from "#app/domain/cash-movement.ts";
import { accountCode, NETWORK, NETWORK_BOOK } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah } from "#app/domain/money.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { accounts, cashMovements, entries, members, payouts, postings } from "../schema.ts";
import { permitBook } from "./journal.ts";

export type MoneyLine = {
  entryId: string;
  kind: string;
  /** The entry's number in its book. */
  sequence: number;
  at: Date;
  /** Whole rupiah; above zero it came in. */
  change: Rupiah;
  /** Whom a payout went to. */
  member: string | null;
  voucher: Voucher | null;
};

export type Voucher = {
  id: string;
  year: number;
  number: number;
  category: CashCategory;
  counterpart: string;
  note: string;
  /** Whether it takes another one back, or was taken back itself. */
  isReversal: boolean;
  isReversed: boolean;
};

type Asked = { book: string; place: MoneyPlace; from: Date; until: Date };

/** A cash or bank book: what was there before, and each entry that changed it between two instants, oldest first. */
export async function readMoneyBook(actor: Actor, { book, place, from, until }: Asked) {
  permitBook(actor, book);
  const where = whichPostings(book, place);
  const sign = isTheNetworksDebt(book, place) ? negate : rupiah;
  const [before] = await db()
    .select({ balance: total })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(and(where, lt(entries.at, from)));
  const rows = await listChanges(and(where, gte(entries.at, from), lt(entries.at, until)));
  const reversed = await listReversed(rows.flatMap((row) => row.voucher?.id ?? []));
  const lines: MoneyLine[] = rows
    .filter((row) => row.change !== 0)
    .map(({ voucher, change, ...row }) => ({
      ...{ ...row, change: sign(change) },
      voucher: voucher && { ...voucher, isReversal: voucher.reverses !== null, isReversed: reversed.has(voucher.id) },
    }));
  return { opening: sign(before?.balance ?? rupiah(0)), lines };
}

const total = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));

/** What a group and its members and buyers have in all, its box apart, the network owes: so it is read from the other side. */
function isTheNetworksDebt(book: string, place: MoneyPlace): boolean {
  return place === "bank" && book !== NETWORK_BOOK;
}

function whichPostings(book: string, place: MoneyPlace): SQL | undefined {
  if (book === NETWORK_BOOK) return eq(accounts.code, accountCode("bank", NETWORK));
  if (place === "cash") return eq(accounts.code, accountCode("cash-box", { kind: "group", id: book }));
  return ownAccounts(book);
}

/** Every account that is a group's own or one of its members'. */
export function ownAccounts(groupId: string): SQL | undefined {
  const ids = db().select({ id: members.id }).from(members).where(eq(members.groupId, groupId));
  return or(
    and(eq(accounts.ownerKind, "group"), eq(accounts.ownerId, groupId)),
    and(eq(accounts.ownerKind, "member"), inArray(accounts.ownerId, ids)),
  );
}

function listChanges(where: SQL | undefined) {
  const { id, year, number, category, counterpart, note, reverses } = cashMovements;
  return db()
    .select({
      ...{ entryId: entries.id, kind: entries.kind, sequence: entries.sequence, at: entries.at },
      ...{ change: total, member: members.name },
      voucher: { id, year, number, category, counterpart, note, reverses },
    })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .leftJoin(cashMovements, and(eq(entries.causeKind, "cash-movement"), eq(cashMovements.id, entries.causeId)))
    .leftJoin(payouts, and(eq(entries.causeKind, "payout"), eq(payouts.id, entries.causeId)))
    .leftJoin(members, eq(members.id, payouts.memberId))
    .where(where)
    .groupBy(entries.id, cashMovements.id, members.id)
    .orderBy(asc(entries.at), asc(entries.book), asc(entries.sequence));
}

async function listReversed(ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db()
    .select({ reverses: cashMovements.reverses })
    .from(cashMovements)
    .where(and(isNotNull(cashMovements.reverses), inArray(cashMovements.reverses, [...ids])));
  return new Set(rows.flatMap((row) => row.reverses ?? []));
}
