import { and, desc, eq, type SQL } from "drizzle-orm";
import { accountCode, type EntryKind } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah, subtract } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { entries, orderLines, postings } from "../schema.ts";

type Asked = {
  groupId: string;
  memberId: string;
  limit: number;
  /** Only what is older than this posting; the newest when it is left out. */
  before?: string | undefined;
};

/**
 * A page of all that was ever owed and paid to a member, the newest first, each with what was owed after it; and what is owed now. Both are
 * summed by the database: a page costs the same at the thousandth line.
 */
export async function listStatement(actor: Actor, { groupId, memberId, limit, before }: Asked) {
  permit(actor, "see-member-statement", { groupId, memberId });
  const account = accountCode("member-payable", { kind: "member", id: memberId });
  const older = before === undefined ? undefined : olderThan(before, account);
  const [found, owed, owedBefore, newer] = await Promise.all([
    db()
      .select({
        ...{ id: postings.id, entryId: entries.id, kind: entries.kind, at: entries.at, amount: postings.amount },
        ...{ lineId: postings.orderLineId, listing: orderLines.listingName, variant: orderLines.variantName },
      })
      .from(postings)
      .innerJoin(entries, eq(entries.id, postings.entryId))
      .leftJoin(orderLines, eq(orderLines.id, postings.orderLineId))
      .where(and(eq(postings.accountCode, account), older))
      .orderBy(desc(entries.at), desc(entries.book), desc(entries.sequence), desc(postings.position))
      .limit(limit + 1),
    owedOf(account),
    older ? owedOf(account, older) : null,
    before === undefined
      ? []
      : db().select({ entryId: postings.entryId }).from(postings).where(eq(postings.id, before)),
  ]);
  let after = owedBefore ?? owed;
  let newerEntry = newer[0]?.entryId ?? null;
  const rows = found.slice(0, limit).map(({ amount, listing, variant, kind, ...row }) => {
    const change = negate(amount);
    const shown = { ...row, kind: kind as EntryKind, change, owed: after, isLast: row.entryId !== newerEntry };
    after = subtract(after, change);
    newerEntry = row.entryId;
    return { ...shown, what: [listing, variant].filter(Boolean).join(", ") };
  });
  return { owed, rows, hasOlder: found.length > limit };
}

async function owedOf(account: string, which?: SQL): Promise<Rupiah> {
  const total = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));
  const read = db().select({ total }).from(postings);
  const [row] = await (which
    ? read.innerJoin(entries, eq(entries.id, postings.entryId)).where(and(eq(postings.accountCode, account), which))
    : read.where(eq(postings.accountCode, account)));
  return negate(row?.total ?? rupiah(0));
}

/** Postings before this one in the order of every statement; none for a posting of another account. */
function olderThan(postingId: string, account: string): SQL {
  return sql`(${entries.at}, ${entries.book}, ${entries.sequence}, ${postings.position}) < (select e.at, e.book, e.sequence, p.position from postings p join entries e on e.id = p.entry_id where p.id = ${postingId} and p.account_code = ${account})`;
}
