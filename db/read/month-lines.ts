import { and, asc, desc, eq, gte, inArray, lt, type SQL } from "drizzle-orm";
import { flagsOf, openQuestions } from "#app/domain/month-review.ts";
import type { Month } from "#app/domain/period.ts";
import { defaultRuleName } from "#app/domain/rule-version.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import {
  acceptedLines,
  consignments,
  entries,
  members,
  orderLineShares,
  orderLines,
  orders,
  payouts,
  postings,
  shareWords,
  splitRules,
} from "../schema.ts";
import { membersOwed } from "./periods.ts";

// What was delivered in a month, line by line, and what is odd about it; whoever calls looks who asks.

/** The lines that arrived in this month, whatever became of them since. */
function ofMonth(groupId: string, month: Month): SQL | undefined {
  return and(
    eq(consignments.groupId, groupId),
    gte(consignments.deliveredAt, new Date(month.fromMs)),
    lt(consignments.deliveredAt, new Date(month.untilMs)),
  );
}

/** Every line of a group's month with its flags, the newest first. */
export async function listMonthLines(groupId: string, month: Month) {
  const [lines, shares, paid, returned, rules, owed] = await Promise.all([
    readLines(groupId, month),
    readShares(groupId, month),
    readPayouts(groupId, month),
    readReturns(groupId, month),
    readRules(groupId),
    membersOwed(groupId, new Date(month.untilMs)),
  ]);
  const generalRuleName = defaultRuleName(rules, month.untilMs);
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const memberOf = new Map(
    owed.map((member) => [member.id, { hasLeft: member.hasLeft, owed: member.owed, paidOutMs: paid(member.id) }]),
  );
  return lines.map(({ splitRuleId, acceptedAt, deliveredAt, ...line }) => {
    const rule = ruleOf.get(splitRuleId);
    const flags = flagsOf({
      ...line,
      ...{ ruleName: rule?.name ?? "", generalRuleName },
      rule: rule?.rule ?? { fixedCosts: [], pieceRates: [] },
      deliveredMs: deliveredAt?.getTime() ?? 0,
      returnedMs: returned(line.id),
      shares: shares(line.id).map(({ reason, memberId }) => ({ reason, member: memberOf.get(memberId ?? "") ?? null })),
    });
    return { ...line, deliveredAt, flags, isAccepted: acceptedAt !== null };
  });
}

function readLines(groupId: string, month: Month) {
  return db()
    .select({
      id: orderLines.id,
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      unit: orderLines.unit,
      unitPrice: orderLines.unitPrice,
      quantityMilli: orderLines.quantityMilli,
      isCatchWeight: orderLines.catchWeight,
      missing: orderLines.missing,
      value: sql`${orderLines.goodsValue} - ${orderLines.missing} - ${orderLines.refundedValue}`.mapWith(
        orderLines.goodsValue,
      ),
      splitRuleId: orderLines.splitRuleId,
      orderNumber: orders.number,
      deliveredAt: consignments.deliveredAt,
      acceptedAt: acceptedLines.acceptedAt,
    })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .leftJoin(acceptedLines, eq(acceptedLines.orderLineId, orderLines.id))
    .where(ofMonth(groupId, month))
    .orderBy(desc(consignments.deliveredAt), asc(orders.number), asc(orderLines.position));
}

async function readShares(groupId: string, month: Month) {
  const rows = await db()
    .select({
      lineId: orderLineShares.orderLineId,
      reason: orderLineShares.reason,
      memberId: orderLineShares.memberId,
    })
    .from(orderLineShares)
    .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(and(ofMonth(groupId, month), inArray(orderLineShares.party, ["member", "group-fund"])));
  return grouped(rows, (row) => row.lineId);
}

async function readPayouts(groupId: string, month: Month) {
  const rows = await db()
    .select({ memberId: payouts.memberId, paidAt: payouts.paidAt })
    .from(payouts)
    .where(and(eq(payouts.groupId, groupId), eq(payouts.kind, "share"), gte(payouts.paidAt, new Date(month.fromMs))));
  const of = grouped(rows, (row) => row.memberId);
  return (memberId: string): number[] => of(memberId).map(({ paidAt }) => paidAt.getTime());
}

async function readReturns(groupId: string, month: Month) {
  const rows = await db()
    .selectDistinct({ lineId: postings.orderLineId, at: entries.at })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(and(eq(entries.book, groupId), eq(entries.kind, "returned"), gte(entries.at, new Date(month.fromMs))));
  const of = grouped(rows, (row) => row.lineId ?? "");
  return (lineId: string): number[] => of(lineId).map(({ at }) => at.getTime());
}

async function readRules(groupId: string) {
  const { id, name, rule, version, sequence, state, isDefault, effectiveFrom } = splitRules;
  const rows = await db()
    .select({ id, name, rule, version, sequence, state, isDefault, effectiveFrom })
    .from(splitRules)
    .where(eq(splitRules.groupId, groupId));
  return rows.map(({ isDefault, effectiveFrom, ...row }) => ({
    ...row,
    isDefault: isDefault === 1,
    fromMs: effectiveFrom.getTime(),
  }));
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

const words = {
  id: shareWords.id,
  lineId: shareWords.orderLineId,
  memberId: shareWords.memberId,
  memberName: members.name,
  said: shareWords.said,
  words: shareWords.words,
  saidAt: shareWords.saidAt,
  answer: shareWords.answer,
  answeredAt: shareWords.answeredAt,
};

/** What members said of their shares in a line, the oldest first. */
export function listWordsOfLine(lineId: string) {
  return db()
    .select(words)
    .from(shareWords)
    .innerJoin(members, eq(members.id, shareWords.memberId))
    .where(eq(shareWords.orderLineId, lineId))
    .orderBy(asc(shareWords.saidAt), asc(shareWords.id));
}

/** The questions about a month's lines that nobody has answered yet. */
export async function listOpenQuestions(groupId: string, month: Month) {
  const rows = await db()
    .select(words)
    .from(shareWords)
    .innerJoin(members, eq(members.id, shareWords.memberId))
    .innerJoin(orderLines, eq(orderLines.id, shareWords.orderLineId))
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(ofMonth(groupId, month))
    .orderBy(asc(shareWords.saidAt), asc(shareWords.id));
  return openQuestions(
    rows.map((row) => ({ ...row, saidMs: row.saidAt.getTime(), isAnswered: row.answeredAt !== null })),
  );
}
