import { and, asc, desc, eq, gte, lt, or } from "drizzle-orm";
import { accountCode } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah, sum, ZERO } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { accounts, consignments, entries, members, orderLines, postings } from "../schema.ts";
import { deliveredByParty } from "./delivered-by-party.ts";

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
export async function listTopGoods(actor: Actor, { groupId, from, until, limit }: Goods) {
  permit(actor, "see-books", { groupId });
  return topGoods({ groupId, from, until, limit });
}

type Goods = { groupId: string; from: Date; until: Date; limit: number };

function topGoods({ groupId, from, until, limit }: Goods) {
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

type OfGroup = { groupId: string; isVotedOpen: boolean; months: readonly Month[] };

/**
 * What a group sold in each of these months, less what was packed short and what came back, and the goods that brought most: its season.
 * For those who may see the books, and for members once the group voted so.
 */
export async function listSeason(actor: Actor, { groupId, isVotedOpen, months }: OfGroup) {
  permit(actor, "see-members-income", { groupId, isVotedOpen });
  return Promise.all(
    months.map(async ({ name, from, until }) => {
      const parties = await deliveredByParty({ groupId, from, until });
      const [best] = await topGoods({ groupId, from, until, limit: 1 });
      return { month: name, amount: sum(parties.map(({ amount }) => amount)), best: best?.name ?? "" };
    }),
  );
}

/** What each member earned in each of these months by sales, less what came back; as {@link listMemberIncome} for all members at once. */
export async function listMembersIncome(actor: Actor, { groupId, isVotedOpen, months }: OfGroup) {
  permit(actor, "see-members-income", { groupId, isVotedOpen });
  const [people, ...earned] = await Promise.all([
    db()
      .select({ id: members.id, number: members.number, name: members.name })
      .from(members)
      .where(eq(members.groupId, groupId))
      .orderBy(asc(members.number)),
    ...months.map((month) => earnedIn(groupId, month)),
  ]);
  return people.map((member) => {
    const amounts = earned.map((of) => of.get(member.id) ?? ZERO);
    return { ...member, amounts, total: sum(amounts) };
  });
}

async function earnedIn(groupId: string, { from, until }: Month): Promise<Map<string, Rupiah>> {
  const total = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));
  const rows = await db()
    .select({ memberId: accounts.ownerId, total })
    .from(entries)
    .innerJoin(postings, eq(postings.entryId, entries.id))
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .where(
      and(
        eq(entries.book, groupId),
        or(eq(entries.kind, "delivered"), eq(entries.kind, "returned")),
        eq(accounts.kind, "member-payable"),
        gte(entries.at, from),
        lt(entries.at, until),
      ),
    )
    .groupBy(accounts.ownerId);
  return new Map(rows.map((row) => [row.memberId, negate(row.total)]));
}
