import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { accountKind, NETWORK, type NewPosting } from "#app/domain/ledger.ts";
import { type Rupiah, rupiah, sum } from "#app/domain/money.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { entryHashOf, inputHashOf } from "../ledger-hash.ts";
import { accounts, entries, postings } from "../schema/ledger.ts";

// Balances are always summed from the postings; none is stored.
const balance = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));

/** Debit is positive. An account that nothing was posted to has zero. */
export async function balanceOf(accountCode: string): Promise<Rupiah> {
  const [row] = await db().select({ balance }).from(postings).where(eq(postings.accountCode, accountCode));
  return rupiah(row?.balance ?? 0);
}

/** As {@link balanceOf}, for several accounts at once; every code asked for is in the answer. */
export async function balancesOf(accountCodes: readonly string[]): Promise<Map<string, Rupiah>> {
  const balances = new Map(accountCodes.map((code) => [code, rupiah(0)]));
  if (balances.size === 0) return balances;
  const rows = await db()
    .select({ code: postings.accountCode, balance })
    .from(postings)
    .where(inArray(postings.accountCode, [...balances.keys()]))
    .groupBy(postings.accountCode);
  for (const row of rows) balances.set(row.code, rupiah(row.balance));
  return balances;
}

export type AccountPosting = {
  entryId: string;
  book: string;
  sequence: number;
  kind: string;
  at: Date;
  memo: string;
  causeKind: string;
  causeId: string;
  actorId: string | null;
  amount: Rupiah;
  orderLineId: string | null;
};

/** What was posted to an account, oldest first. */
export function listAccountPostings(
  accountCode: string,
  { limit = 1000, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<AccountPosting[]> {
  return db()
    .select({
      entryId: entries.id,
      book: entries.book,
      sequence: entries.sequence,
      kind: entries.kind,
      at: entries.at,
      memo: entries.memo,
      causeKind: entries.causeKind,
      causeId: entries.causeId,
      actorId: entries.actorId,
      amount: postings.amount,
      orderLineId: postings.orderLineId,
    })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(eq(postings.accountCode, accountCode))
    .orderBy(asc(entries.at), asc(entries.book), asc(entries.sequence), asc(postings.position))
    .limit(limit)
    .offset(offset);
}

/** The postings of the entry with this key, as they stand; none when there is no such entry. A refund mirrors them. */
export async function listEntryPostings(key: string): Promise<NewPosting[]> {
  const rows = await db()
    .select({
      kind: accounts.kind,
      ownerKind: accounts.ownerKind,
      ownerId: accounts.ownerId,
      amount: postings.amount,
      orderLineId: postings.orderLineId,
    })
    .from(entries)
    .innerJoin(postings, eq(postings.entryId, entries.id))
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .where(eq(entries.key, key))
    .orderBy(asc(postings.position));
  return rows.map(({ kind, ownerKind, ownerId, amount, orderLineId }) => ({
    account: {
      kind: accountKind(kind),
      owner: ownerKind === "network" ? NETWORK : { kind: ownerKind, id: ownerId },
    },
    amount,
    ...(orderLineId !== null && { orderLineId }),
  }));
}

export type TrialBalance = {
  accounts: { accountCode: string; kind: string; ownerKind: string; ownerId: string; balance: Rupiah }[];
  /** Zero, or the books are wrong. */
  total: Rupiah;
};

/** Every account with its balance; the balances sum to zero. */
export async function trialBalance(): Promise<TrialBalance> {
  const rows = await db()
    .select({
      accountCode: accounts.code,
      kind: accounts.kind,
      ownerKind: accounts.ownerKind,
      ownerId: accounts.ownerId,
      balance,
    })
    .from(accounts)
    .leftJoin(postings, eq(postings.accountCode, accounts.code))
    .groupBy(accounts.code, accounts.kind, accounts.ownerKind, accounts.ownerId)
    .orderBy(asc(accounts.code));
  return { accounts: rows, total: sum(rows.map((row) => row.balance)) };
}

export type BookProblem = {
  book: string;
  /** Null for a posting without an entry, or an account whose code is not its own. */
  sequence: number | null;
  /** The first bad row: an entry's, posting's or account's id. */
  rowId: string;
  problem:
    | "too-few-postings"
    | "does-not-balance"
    | "out-of-sequence"
    | "chain-broken"
    | "content-changed"
    | "posting-without-entry"
    | "account-code-changed";
};

export type Verification = {
  ok: boolean;
  entries: number;
  problems: BookProblem[];
  /** The last hash of each book: written down elsewhere, it also shows whether entries were cut off the end. */
  heads: { book: string; sequence: number; hash: string }[];
};

/** Reads this many entries at a time. */
const PAGE = 500;

/** Recomputes every hash and every sum. For each book the first bad entry is named: what follows it hangs on it. */
export async function verifyBooks(): Promise<Verification> {
  const problems: BookProblem[] = [...(await strayPostings()), ...(await changedAccounts())];
  const heads: Verification["heads"] = [];
  let count = 0;
  const books = await db().selectDistinct({ book: entries.book }).from(entries).orderBy(asc(entries.book));
  for (const { book } of books) {
    const outcome = await verifyBook(book);
    count += outcome.entries;
    if (outcome.problem) problems.push(outcome.problem);
    if (outcome.head) heads.push({ book, ...outcome.head });
  }
  return { ok: problems.length === 0, entries: count, problems, heads };
}

type Head = { sequence: number; hash: string };
type BookOutcome = { entries: number; problem?: BookProblem; head?: Head };

/** One book: its first bad entry if there is one, and the last good one. */
export async function verifyBook(book: string): Promise<BookOutcome> {
  let head: Head = { sequence: 0, hash: "" };
  for (let checked = 0; ; ) {
    const page = await readPage(book, checked === 0 ? null : head.sequence);
    for (const entry of page) {
      checked += 1;
      const problem = problemOf(entry, head);
      if (problem)
        return { entries: checked, problem: { book, sequence: entry.sequence, rowId: entry.id, problem }, head };
      head = { sequence: entry.sequence, hash: entry.hash };
    }
    if (page.length < PAGE) return { entries: checked, head };
  }
}

type StoredEntry = Awaited<ReturnType<typeof readPage>>[number];

/** The entries of a book with their postings, from the one after `after` on, a page at a time; the last page is shorter. */
export async function readPage(book: string, after: number | null) {
  const page = await db()
    .select()
    .from(entries)
    .where(after === null ? eq(entries.book, book) : and(eq(entries.book, book), gt(entries.sequence, after)))
    .orderBy(asc(entries.sequence))
    .limit(PAGE);
  const lines = page.length === 0 ? [] : await postingsOf(page.map((entry) => entry.id));
  const byEntry = new Map<string, typeof lines>();
  for (const line of lines) byEntry.set(line.entryId, [...(byEntry.get(line.entryId) ?? []), line]);
  return page.map((entry) => ({ ...entry, postings: byEntry.get(entry.id) ?? [] }));
}

function postingsOf(entryIds: string[]) {
  return db()
    .select({
      entryId: postings.entryId,
      accountCode: postings.accountCode,
      amount: postings.amount,
      orderLineId: postings.orderLineId,
    })
    .from(postings)
    .where(inArray(postings.entryId, entryIds))
    .orderBy(asc(postings.entryId), asc(postings.position));
}

function problemOf(entry: StoredEntry, head: Head): BookProblem["problem"] | undefined {
  if (entry.sequence !== head.sequence + 1) return "out-of-sequence";
  if (entry.previousHash !== head.hash) return "chain-broken";
  if (entry.postings.length < 2) return "too-few-postings";
  const total = entry.postings.reduce((all, posting) => all + BigInt(posting.amount), 0n);
  if (total !== 0n) return "does-not-balance";
  if (entry.inputHash !== inputHashOf(entry) || entry.hash !== entryHashOf(entry)) return "content-changed";
  return undefined;
}

async function strayPostings(): Promise<BookProblem[]> {
  const rows = await db()
    .select({ id: postings.id })
    .from(postings)
    .leftJoin(entries, eq(entries.id, postings.entryId))
    .where(isNull(entries.id))
    .orderBy(asc(postings.id))
    .limit(1);
  return rows.map(({ id }) => ({ book: "", sequence: null, rowId: id, problem: "posting-without-entry" }));
}

async function changedAccounts(): Promise<BookProblem[]> {
  const rows = await db().select().from(accounts).orderBy(asc(accounts.code));
  const changed = rows.find((row) => row.code !== `${row.kind}:${row.ownerKind}:${row.ownerId}`);
  return changed ? [{ book: "", sequence: null, rowId: changed.code, problem: "account-code-changed" }] : [];
}
