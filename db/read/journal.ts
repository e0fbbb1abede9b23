import { asc, eq, max, min } from "drizzle-orm";
import type { JournalAccount, JournalEntry } from "#app/domain/journal-file.ts";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { accounts, entries, members, postings } from "../schema.ts";
import { readPage, verifyBook } from "./ledger.ts";

/** A group's book is for those who may see its books, the network's for the operator. */
export function permitBook(actor: Actor, book: string): void {
  if (book === NETWORK_BOOK) permit(actor, "see-network-book");
  else permit(actor, "see-books", { groupId: book });
}

/** Reads a whole book again and recomputes every sum and every hash: its first bad entry, and the last good one. */
export async function checkBook(actor: Actor, book: string) {
  permitBook(actor, book);
  return verifyBook(book);
}

export type BookAccount = JournalAccount & { kind: string; balance: number };

/** Every account that a book posts to, with what this book alone posted to it; a member's by name, nobody else's. */
export async function listBookAccounts(actor: Actor, book: string): Promise<BookAccount[]> {
  permitBook(actor, book);
  const rows = await db()
    .select({
      code: accounts.code,
      kind: accounts.kind,
      name: min(members.name),
      since: min(entries.at),
      balance: sql<number>`sum(${postings.amount})`.mapWith((value) => rupiah(Number(value))),
    })
    .from(entries)
    .innerJoin(postings, eq(postings.entryId, entries.id))
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .leftJoin(members, eq(members.id, accounts.ownerId))
    .where(eq(entries.book, book))
    .groupBy(accounts.code, accounts.kind)
    .orderBy(asc(accounts.code));
  return rows.map(({ since, ...row }) => ({ ...row, sinceMs: since?.getTime() ?? 0 }));
}

/**
 * A book as it stands now, from its first entry on, with every account that it names. However long it is, one page of it stands in
 * memory; what is posted meanwhile is left for the next time.
 */
export async function readJournal(actor: Actor, book: string) {
  permitBook(actor, book);
  const [last] = await db()
    .select({ sequence: max(entries.sequence) })
    .from(entries)
    .where(eq(entries.book, book));
  return { accounts: await listBookAccounts(actor, book), pages: pagesOf(book, last?.sequence ?? 0) };
}

async function* pagesOf(book: string, until: number): AsyncGenerator<JournalEntry[]> {
  for (let after: number | null = null; after === null || after < until; ) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(book, after);
    if (page.length === 0) return;
    after = page.at(-1)?.sequence ?? until;
    yield page
      .filter((entry) => entry.sequence <= until)
      .map(({ inputHash: _, at, ...entry }) => ({ ...entry, at: at.toISOString(), atMs: at.getTime() }));
  }
}
