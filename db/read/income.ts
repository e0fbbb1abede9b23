import { and, desc, eq, gte, lt, or } from "drizzle-orm";
import { accountCode } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { consignments, entries, orderLines, postings } from "../schema.ts";

type Month = { name: string; from: Date; until: Date };

/** What a member earned in each of these months by sales, less what came back: the postings of the sales alone, no payout. */
export async function listMemberIncome(
  actor: Actor,
  { groupId, memberId, months }: { groupId: string; memberId: string; months: readonly Month[] },
): Promise<{ month: string; amount: Rupiah }[]> {
  permit(actor, "see-member-statement", { groupId, memberId });
  const code = accountCode("member-payable", { kind: "member", id: memberId });
  const total = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));
  return Promise.all(
    months.map(async ({ name, from, until }) => {
      const [row] = await db()
        .select({ total })
        .from(postings)
        .innerJoin(entries, eq(entries.id, postings.entryId))
        .where(
          and(
            eq(postings.accountCode, code),
            or(eq(entries.kind, "delivered"), eq(entries.kind, "returned")),
            gte(entries.at, from),
            lt(entries.at, until),
          ),
        );
      return { month: name, amount: negate(row?.total ?? rupiah(0)) };
    }),
  );
}

/** The goods that brought a group most in a month: what arrived, less what was packed short and what came back. */
export async function listTopGoods(
  actor: Actor,
  { groupId, from, until, limit }: { groupId: string; from: Date; until: Date; limit: number },
) {
  permit(actor, "see-books", { groupId });
  const worth = sql<number>`sum(${orderLines.goodsValue} - ${orderLines.missing} - ${orderLines.refundedValue})`;
  return db()
    .select({ name: orderLines.listingName, amount: worth.mapWith((value) => rupiah(Number(value))) })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(
      and(
        eq(consignments.groupId, groupId),
        eq(consignments.state, "delivered"),
        gte(consignments.deliveredAt, from),
        lt(consignments.deliveredAt, until),
      ),
    )
    .groupBy(orderLines.listingName)
    .orderBy(desc(worth), orderLines.listingName)
    .limit(limit);
}
