import { and, asc, eq, gte, inArray, lt } from "drizzle-orm";
import { add, type Rupiah, ZERO } from "#app/domain/money.ts";
import { type SoldPart, type Turnover, turnoverOf } from "#app/domain/turnover.ts";
import { db } from "../client.server.ts";
import { accounts, entries, members, postings } from "../schema.ts";

/** The entries that a sale's price goes through, and those that take it back. */
export const SALES = ["delivered", "returned", "entrusted-sold", "entrusted-undone"];
export const PRICE: readonly string[] = ["deposits-held", "entrusted-receivable"];
export const SHARE: readonly string[] = ["member-payable", "entrusted-due"];

/** A group's turnover between two instants, by member and month. Whoever calls looks who asks. */
export async function readTurnover(which: { groupId: string; from: Date; until: Date }): Promise<Turnover[]> {
  return turnoverOf(await listSold(which));
}

async function listSold({ groupId, from, until }: { groupId: string; from: Date; until: Date }): Promise<SoldPart[]> {
  const rows = await db()
    .select({
      ...{ entryId: entries.id, at: entries.at, lineId: postings.orderLineId, amount: postings.amount },
      ...{ kind: accounts.kind, ownerId: accounts.ownerId },
    })
    .from(entries)
    .innerJoin(postings, eq(postings.entryId, entries.id))
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .where(and(eq(entries.book, groupId), inArray(entries.kind, SALES), gte(entries.at, from), lt(entries.at, until)))
    .orderBy(asc(entries.sequence), asc(postings.position));
  const numbers = await db()
    .select({ id: members.id, number: members.number })
    .from(members)
    .where(eq(members.groupId, groupId));
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  const sold = new Map<string, { atMs: number; gross: Rupiah; shares: { memberId: string; amount: Rupiah }[] }>();
  for (const { entryId, lineId, at, kind, ownerId, amount } of rows) {
    const key = `${entryId} ${lineId ?? ""}`;
    const part = sold.get(key) ?? { atMs: at.getTime(), gross: ZERO, shares: [] };
    if (PRICE.includes(kind)) part.gross = add(part.gross, amount);
    if (SHARE.includes(kind)) part.shares.push({ memberId: ownerId, amount });
    sold.set(key, part);
  }
  const byNumber = (a: { memberId: string }, b: { memberId: string }): number =>
    (numberOf.get(a.memberId) ?? 0) - (numberOf.get(b.memberId) ?? 0);
  return [...sold.values()].map((part) => ({ ...part, shares: part.shares.toSorted(byNumber) }));
}
