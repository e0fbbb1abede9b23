import { and, desc, eq, gt, inArray, isNull, type SQL } from "drizzle-orm";
import { type Rupiah, rupiah, ZERO } from "#app/domain/money.ts";
import type { Payable, RepayTerms } from "#app/domain/payout.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { holdbacks, members, payoutLines, payoutRequests, payoutWays } from "../schema.ts";
import { heldBack } from "./complaints.ts";

// What may be paid to whom; whoever calls looks who asks.

const total = (column: typeof holdbacks.amount | SQL) =>
  sql<number>`coalesce(sum(${column}), 0)`.mapWith((value) => rupiah(Number(value)));

type Asked = { groupId: string; today: string; memberId?: string };

/** Each member, by number: what is owed and what of it waits, for what. `free` is what may be paid now; whole rupiah. */
export async function listPayables({ groupId, today, memberId }: Asked) {
  const ofGroup = and(eq(members.groupId, groupId), memberId === undefined ? undefined : eq(members.id, memberId));
  const rows = await db()
    .select({
      ...{ id: members.id, number: members.number, name: members.name, leftAt: members.leftAt },
      ...{ method: payoutWays.method, provider: payoutWays.provider, lastFour: payoutWays.lastFour },
      owed: sql<number>`(select coalesce(-sum(p.amount), 0) from postings p where p.account_code = 'member-payable:member:' || ${members.id})`.mapWith(
        (value) => rupiah(Number(value)),
      ),
      advance:
        sql<number>`(select coalesce(sum(p.amount), 0) from postings p where p.account_code = 'advances:member:' || ${members.id})`.mapWith(
          (value) => rupiah(Number(value)),
        ),
    })
    .from(members)
    .leftJoin(payoutWays, eq(payoutWays.memberId, members.id))
    .where(ofGroup)
    .orderBy(members.number);
  const [held, kept, underWay, terms, asked] = await Promise.all([
    heldBack([groupId]),
    sumHoldbacks({ groupId, today }),
    sumUnderWay(groupId),
    listTerms(groupId),
    listAsked(groupId),
  ]);
  return rows.map(({ leftAt, method, provider, lastFour, ...row }) => {
    const waits = {
      held: held.get(row.id) ?? ZERO,
      kept: kept.get(row.id) ?? ZERO,
      underWay: underWay.get(row.id) ?? ZERO,
    };
    const request = asked.get(row.id);
    return {
      ...{ ...row, ...waits, memberId: row.id, hasLeft: leftAt !== null },
      free: rupiah(row.owed - waits.held - waits.kept - waits.underWay),
      terms: terms.get(row.id) ?? null,
      ...{ method: method ?? ("cash" as const), provider: provider ?? "", lastFour: lastFour ?? "" },
      asked: request ? (request.amount ?? ("all" as const)) : null,
      askedAt: request?.askedAt ?? null,
      words: request?.words ?? "",
    } satisfies Payable & Record<string, unknown>;
  });
}

/** What is held back of each member's share today. */
async function sumHoldbacks({ groupId, today }: { groupId: string; today: string }): Promise<Map<string, Rupiah>> {
  const rows = await db()
    .select({ memberId: holdbacks.memberId, amount: total(holdbacks.amount) })
    .from(holdbacks)
    .where(and(eq(holdbacks.groupId, groupId), isNull(holdbacks.releasedAt), gt(holdbacks.untilDay, today)))
    .groupBy(holdbacks.memberId);
  return new Map(rows.map((row) => [row.memberId, row.amount]));
}

const gross = sql`${payoutLines.amount} + ${payoutLines.repaid} + ${payoutLines.kept}`;

/** What of each member's share waits in a batch. */
async function sumUnderWay(groupId: string): Promise<Map<string, Rupiah>> {
  const rows = await db()
    .select({ memberId: payoutLines.memberId, amount: total(gross) })
    .from(payoutLines)
    .where(and(eq(payoutLines.groupId, groupId), eq(payoutLines.state, "waiting"), eq(payoutLines.kind, "share")))
    .groupBy(payoutLines.memberId);
  return new Map(rows.map((row) => [row.memberId, row.amount]));
}

/** What of a group's money waits to leave the network's bank, and what of it as advances. */
export async function sumWaiting(
  groupId: string,
): Promise<{ byBank: Rupiah; advances: { memberId: string; amount: Rupiah }[] }> {
  const rows = await db()
    .select({
      ...{ memberId: payoutLines.memberId, kind: payoutLines.kind, method: payoutLines.method },
      amount: total(sql`${payoutLines.amount}`),
    })
    .from(payoutLines)
    .where(and(eq(payoutLines.groupId, groupId), eq(payoutLines.state, "waiting")))
    .groupBy(payoutLines.memberId, payoutLines.kind, payoutLines.method);
  return {
    byBank: rupiah(rows.filter((row) => row.method !== "cash").reduce((all, row) => all + row.amount, 0)),
    advances: rows.filter((row) => row.kind === "advance").map(({ memberId, amount }) => ({ memberId, amount })),
  };
}

/** What was agreed with the newest advance of each member. */
async function listTerms(groupId: string): Promise<Map<string, RepayTerms>> {
  const rows = await db()
    .select({
      memberId: payoutLines.memberId,
      basisPoints: payoutLines.repayBasisPoints,
      amount: payoutLines.repayAmount,
    })
    .from(payoutLines)
    .where(and(eq(payoutLines.groupId, groupId), eq(payoutLines.kind, "advance"), eq(payoutLines.state, "paid")))
    .orderBy(payoutLines.doneAt);
  return new Map(rows.map(({ memberId, ...terms }) => [memberId, terms]));
}

async function listAsked(groupId: string) {
  const rows = await db()
    .select()
    .from(payoutRequests)
    .where(and(eq(payoutRequests.groupId, groupId), isNull(payoutRequests.closedAt)))
    .orderBy(payoutRequests.askedAt);
  return new Map(rows.map((row) => [row.memberId, row]));
}

/** What is held back from a member: the newest first, what is over too. */
export function listHoldbacks(memberId: string) {
  return db()
    .select({
      id: holdbacks.id,
      amount: holdbacks.amount,
      reason: holdbacks.reason,
      untilDay: holdbacks.untilDay,
      releasedAt: holdbacks.releasedAt,
    })
    .from(holdbacks)
    .where(eq(holdbacks.memberId, memberId))
    .orderBy(desc(holdbacks.keptAt));
}

/** Members who asked for their money in these groups. */
export async function countAsked(groupIds: string[]): Promise<Map<string, number>> {
  if (groupIds.length === 0) return new Map();
  const rows = await db()
    .select({ groupId: payoutRequests.groupId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(payoutRequests)
    .where(and(inArray(payoutRequests.groupId, groupIds), isNull(payoutRequests.closedAt)))
    .groupBy(payoutRequests.groupId);
  return new Map(rows.map((row) => [row.groupId, row.count]));
}
