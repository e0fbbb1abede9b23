import { and, asc, desc, eq, gte, inArray, lt } from "drizzle-orm";
import type { EntryKind } from "#app/domain/ledger.ts";
import { sum } from "#app/domain/money.ts";
import { priceParts } from "#app/domain/turnover.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { accounts, entries, members, orderLines, orders, postings, splitRules } from "../schema.ts";
import { PRICE, SALES, SHARE } from "./turnover.ts";

// What a turnover is made of, sold thing by sold thing. Whoever calls looks who asks.

type Asked = {
  groupId: string;
  from: Date;
  until: Date;
  /** Only what counts for this member; everything when it is left out. */
  memberId?: string;
};

/** One page of what was sold or came back, the newest first: its entry, order line and rule, its whole price, and whose parts of it that is. */
export async function listSold({ limit, offset, ...asked }: Asked & { limit: number; offset: number }) {
  const found = await db()
    .selectDistinct({
      ...{ entryId: entries.id, sequence: entries.sequence, hash: entries.hash, kind: entries.kind, at: entries.at },
      ...{ lineId: orderLines.id, listingName: orderLines.listingName, variantName: orderLines.variantName },
      ...{ orderNumber: orders.number, ruleVersion: splitRules.version },
    })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .leftJoin(orderLines, eq(orderLines.id, postings.orderLineId))
    .leftJoin(orders, eq(orders.id, orderLines.orderId))
    .leftJoin(splitRules, eq(splitRules.id, orderLines.splitRuleId))
    .where(conditionOf(asked))
    .orderBy(desc(entries.at), desc(entries.sequence), asc(orderLines.id))
    .limit(limit)
    .offset(offset);
  const parts = await partsOf(asked.groupId, [...new Set(found.map(({ entryId }) => entryId))]);
  return found.map(({ listingName, variantName, kind, ...row }) => {
    const part = parts.get(`${row.entryId} ${row.lineId ?? ""}`) ?? [];
    return {
      ...{ ...row, kind: kind as EntryKind, name: [listingName, variantName].filter(Boolean).join(", ") },
      ...{ gross: sum(part.map(({ amount }) => amount)), parts: part },
    };
  });
}

/** How many there are. */
export async function countSold(asked: Asked): Promise<number> {
  const [row] = await db()
    .select({
      count: sql<number>`count(distinct ${entries.id} || ' ' || coalesce(${postings.orderLineId}, ''))`.mapWith(Number),
    })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .where(conditionOf(asked));
  return row?.count ?? 0;
}

function conditionOf({ groupId, from, until, memberId }: Asked) {
  return and(
    ...[eq(entries.book, groupId), inArray(entries.kind, SALES), gte(entries.at, from), lt(entries.at, until)],
    memberId === undefined
      ? inArray(accounts.kind, [...PRICE])
      : and(inArray(accounts.kind, [...SHARE]), eq(accounts.ownerKind, "member"), eq(accounts.ownerId, memberId)),
  );
}

type Part = ReturnType<typeof priceParts>[number] & { name: string | null };

/** Each member's part of the whole price, by entry and line. */
async function partsOf(groupId: string, entryIds: readonly string[]): Promise<Map<string, Part[]>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db()
    .select({
      ...{ entryId: postings.entryId, lineId: postings.orderLineId, amount: postings.amount },
      ...{ kind: accounts.kind, memberId: members.id, name: members.name },
    })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .leftJoin(members, and(eq(members.id, accounts.ownerId), eq(members.groupId, groupId)))
    .where(and(inArray(postings.entryId, [...entryIds]), inArray(accounts.kind, [...PRICE, ...SHARE])))
    .orderBy(asc(members.number), asc(postings.position));
  const found = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.entryId} ${row.lineId ?? ""}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return new Map(
    [...found].map(([key, those]) => {
      const shares = those.flatMap(({ kind, memberId, amount }) =>
        SHARE.includes(kind) && memberId !== null ? [{ memberId, amount }] : [],
      );
      const gross = sum(those.filter(({ kind }) => PRICE.includes(kind)).map(({ amount }) => amount));
      const nameOf = (id: string | null): string | null => those.find(({ memberId }) => memberId === id)?.name ?? null;
      return [
        key,
        priceParts({ gross, shares }).map((part) => ({ ...part, name: part.memberId && nameOf(part.memberId) })),
      ];
    }),
  );
}
