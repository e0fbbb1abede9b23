import { and, asc, count, desc, eq, gte, inArray, type SQL } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import type { FlaggedTally, LineCursor, MonthFilter } from "#app/domain/month-filter.ts";
import { flagsOf } from "#app/domain/month-review.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import {
  acceptedLines,
  consignments,
  entries,
  orderLineShares,
  orderLines,
  orders,
  payouts,
  postings,
} from "../schema.ts";
import type { ReviewBasis } from "./month-basis.ts";
import { beyond, flagMask, flagsOfMask, narrowedLines, REVIEWED_PARTIES, shownLines } from "./month-conditions.ts";

// What was delivered in a month, line by line, and what is odd about it; whoever calls looks who asks.

/** The same for a page as for a month of a hundred thousand lines: how many lines are read at once. */
type Asked = { filter: MonthFilter; cursor: LineCursor | null; limit: number };

/** Lines of a group's month with their flags, the newest first, from the cursor on. */
export async function listMonthLines(basis: ReviewBasis, { filter, cursor, limit }: Asked) {
  const lines = await readLines(and(shownLines(basis, filter), beyond(cursor)), {
    isBackwards: cursor?.direction === "before",
    limit,
  });
  const ids = lines.map((line) => line.id);
  const members = new Map(basis.owed.map((member) => [member.id, member]));
  const ruleOf = new Map(basis.rules.map((rule) => [rule.id, rule]));
  const [shares, returned] = await Promise.all([readShares(ids), readReturns(basis, ids)]);
  const paid = await readPayouts(basis, shares.memberIds);
  return lines.map(({ splitRuleId, acceptedAt, deliveredAt, ...line }) => {
    const rule = ruleOf.get(splitRuleId);
    const flags = flagsOf({
      ...line,
      ...{ ruleName: rule?.name ?? "", generalRuleName: basis.generalRuleName },
      rule: rule?.rule ?? { fixedCosts: [], pieceRates: [] },
      deliveredMs: deliveredAt?.getTime() ?? 0,
      returnedMs: returned(line.id),
      shares: shares.of(line.id).map(({ reason, memberId }) => {
        const member = members.get(memberId ?? "");
        return {
          reason,
          member: member ? { hasLeft: member.hasLeft, owed: member.owed, paidOutMs: paid(member.id) } : null,
        };
      }),
    });
    return { ...line, deliveredAt, flags, isAccepted: acceptedAt !== null };
  });
}

const WORTH = sql`${orderLines.goodsValue} - ${orderLines.missing} - ${orderLines.refundedValue}`;

/** How many lines bear which flags and what they are worth, of those with a member's share or with these goods. */
export async function tallyMonthLines(basis: ReviewBasis, filter: Omit<MonthFilter, "show">): Promise<FlaggedTally[]> {
  const rows = await db()
    .select({
      mask: flagMask(basis),
      isAccepted: sql<number>`case when ${acceptedLines.acceptedAt} is null then 0 else 1 end`.mapWith(Number),
      lines: count(),
      value: sql`sum(${WORTH})`.mapWith((value) => rupiah(Number(value))),
    })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .leftJoin(acceptedLines, eq(acceptedLines.orderLineId, orderLines.id))
    .where(narrowedLines(basis, filter))
    // By their places in the list: PostgreSQL takes an expression with parameters for another one each time.
    .groupBy(sql`1`, sql`2`);
  return rows.map(({ mask, isAccepted, ...tally }) => ({
    ...tally,
    flags: flagsOfMask(mask),
    isAccepted: isAccepted === 1,
  }));
}

async function readLines(where: SQL | undefined, { isBackwards, limit }: { isBackwards: boolean; limit: number }) {
  const [first, then] = isBackwards ? [asc, desc] : [desc, asc];
  const rows = await db()
    .select({
      id: orderLines.id,
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      unit: orderLines.unit,
      unitPrice: orderLines.unitPrice,
      quantityMilli: orderLines.quantityMilli,
      isCatchWeight: orderLines.catchWeight,
      missing: orderLines.missing,
      value: WORTH.mapWith(orderLines.goodsValue),
      splitRuleId: orderLines.splitRuleId,
      orderNumber: orders.number,
      position: orderLines.position,
      deliveredAt: consignments.deliveredAt,
      acceptedAt: acceptedLines.acceptedAt,
    })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .leftJoin(acceptedLines, eq(acceptedLines.orderLineId, orderLines.id))
    .where(where)
    .orderBy(first(consignments.deliveredAt), then(orders.number), then(orderLines.position))
    .limit(limit);
  return isBackwards ? rows.toReversed() : rows;
}

async function readShares(lineIds: readonly string[]) {
  const rows = await db()
    .select({
      lineId: orderLineShares.orderLineId,
      reason: orderLineShares.reason,
      memberId: orderLineShares.memberId,
    })
    .from(orderLineShares)
    .where(
      and(inArray(orderLineShares.orderLineId, [...lineIds]), inArray(orderLineShares.party, [...REVIEWED_PARTIES])),
    );
  return {
    of: grouped(rows, (row) => row.lineId),
    memberIds: [...new Set(rows.flatMap(({ memberId }) => memberId ?? []))],
  };
}

async function readPayouts({ groupId, month }: ReviewBasis, memberIds: readonly string[]) {
  const rows = await db()
    .select({ memberId: payouts.memberId, paidAt: payouts.paidAt })
    .from(payouts)
    .where(
      and(
        eq(payouts.groupId, groupId),
        eq(payouts.kind, "share"),
        gte(payouts.paidAt, new Date(month.fromMs)),
        inArray(payouts.memberId, [...memberIds]),
      ),
    );
  const of = grouped(rows, (row) => row.memberId);
  return (memberId: string): number[] => of(memberId).map(({ paidAt }) => paidAt.getTime());
}

async function readReturns({ groupId, month }: ReviewBasis, lineIds: readonly string[]) {
  const rows = await db()
    .selectDistinct({ lineId: postings.orderLineId, at: entries.at })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(
      and(
        eq(entries.book, groupId),
        eq(entries.kind, "returned"),
        gte(entries.at, new Date(month.fromMs)),
        inArray(postings.orderLineId, [...lineIds]),
      ),
    );
  const of = grouped(rows, (row) => row.lineId ?? "");
  return (lineId: string): number[] => of(lineId).map(({ at }) => at.getTime());
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): (key: string) => Row[] {
  const by = new Map<string, Row[]>();
  for (const row of rows) {
    const known = by.get(keyOf(row));
    if (known) known.push(row);
    else by.set(keyOf(row), [row]);
  }
  return (key) => by.get(key) ?? [];
}
