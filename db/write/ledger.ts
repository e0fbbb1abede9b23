import { desc, eq } from "drizzle-orm";
import { accountCode, checkEntry, NETWORK_BOOK, type NewEntry, ownerId } from "#app/domain/ledger.ts";
import { entryHashOf, inputHashOf } from "../ledger-hash.ts";
import { sealedUntil } from "../read/periods.ts";
import { accounts, entries, postings } from "../schema/ledger.ts";
import type { Tx } from "../transaction.server.ts";

/** The same key came with another content: two different facts must not share a name. */
export class LedgerKeyConflict extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`the ledger already has ${key} with another content`);
    this.name = "LedgerKeyConflict";
    this.key = key;
  }
}

/** The entry bears a date that its book's seals cover: it belongs into a month that is open. */
export class SealedPeriod extends Error {
  constructor(key: string, at: Date) {
    super(`${key} bears ${at.toISOString()}, which is in a sealed period`);
    this.name = "SealedPeriod";
  }
}

export type Posted = {
  entryId: string;
  /** False when the key was posted before, with the same content: nothing was written now. */
  fresh: boolean;
};

export type PostedBy = {
  /** Null for a job or a provider's event. */
  actorId: string | null;
  now: Date;
  newId: () => string;
};

/**
 * Writes one entry at the end of its book: once for its key, balanced, chained to the entry before it. The only way into the ledger.
 * @throws RangeError when it does not balance, {@link LedgerKeyConflict} when its key stands for something else,
 * {@link SealedPeriod} when its date is in a month of its book that was closed
 */
export async function post(tx: Tx, entry: NewEntry, { actorId, now, newId }: PostedBy): Promise<Posted> {
  checkEntry(entry);
  const lines = entry.postings.map(({ account, amount, orderLineId }) => ({
    accountCode: accountCode(account.kind, account.owner),
    amount,
    orderLineId: orderLineId ?? null,
  }));
  const { book, kind, key, causeKind, causeId } = entry;
  const content = { book, kind, key, causeKind, causeId, memo: entry.memo ?? "", postings: lines };
  const inputHash = inputHashOf(content);
  const [known] = await tx
    .select({ id: entries.id, inputHash: entries.inputHash })
    .from(entries)
    .where(eq(entries.key, key));
  if (known) {
    if (known.inputHash !== inputHash) throw new LedgerKeyConflict(key);
    return { entryId: known.id, fresh: false };
  }
  for (const sealable of booksConcerned(entry)) {
    const sealed = await sealedUntil(sealable);
    if (sealed && now < sealed) throw new SealedPeriod(key, now);
  }

  const [last] = await tx
    .select({ sequence: entries.sequence, hash: entries.hash })
    .from(entries)
    .where(eq(entries.book, book))
    .orderBy(desc(entries.sequence))
    .limit(1);
  const id = newId();
  const row = {
    ...content,
    id,
    sequence: (last?.sequence ?? 0) + 1,
    actorId,
    at: now,
    previousHash: last?.hash ?? "",
  };
  await openAccounts(tx, entry);
  // Postings first: once their entry stands, the triggers let nothing join it.
  await tx.insert(postings).values(lines.map((line, position) => ({ ...line, id: newId(), entryId: id, position })));
  const { postings: _, ...columns } = row;
  await tx.insert(entries).values({ ...columns, inputHash, hash: entryHashOf(row) });
  return { entryId: id, fresh: true };
}

/** Whose seals count: the book's own, and for one of the network's entries those of every group whose accounts it moves. */
function booksConcerned({ book, postings: lines }: NewEntry): string[] {
  const groups = lines.flatMap(({ account: { owner } }) => (owner.kind === "group" ? [owner.id] : []));
  return [...new Set([...(book === NETWORK_BOOK ? [] : [book]), ...groups])];
}

async function openAccounts(tx: Tx, entry: NewEntry): Promise<void> {
  const rows = entry.postings.map(({ account: { kind, owner } }) => ({
    code: accountCode(kind, owner),
    kind,
    ownerKind: owner.kind,
    ownerId: ownerId(owner),
  }));
  await tx.insert(accounts).values(rows).onConflictDoNothing();
}
