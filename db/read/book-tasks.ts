import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import type { OpenTask, TaskKind } from "#app/domain/open-task.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { consignments, orderLines, payoutBatches, payoutLines, periods, shareWords } from "../schema.ts";
import { groupsWhere, type OwnGroup } from "./own-groups.ts";
import { countAsked } from "./payables.ts";

const counted = sql<number>`count(*)`.mapWith(Number);

/** What waits in the books of somebody's groups: approvals of the second person, lines to be paid, wishes and questions of members. */
export async function listBookTasks(actor: Actor): Promise<OpenTask[]> {
  const deciding = groupsWhere(actor, "decide-batch");
  const paying = groupsWhere(actor, "pay-lines");
  const parts = await Promise.all([
    tasksOf({ kind: "months-to-close", own: groupsWhere(actor, "close-period"), room: "months", rows: countProposed }),
    tasksOf({
      kind: "payouts-to-approve",
      own: deciding,
      room: "payouts",
      rows: (ids) => countBatches(ids, "prepared"),
    }),
    tasksOf({ kind: "payouts-to-pay", own: paying, room: "payouts", rows: (ids) => countBatches(ids, "approved") }),
    tasksOf({ kind: "payouts-asked", own: paying, room: "payouts", rows: countWishes }),
    tasksOf({
      ...{ kind: "share-questions", own: groupsWhere(actor, "answer-share-word"), room: "months" },
      rows: countQuestions,
    }),
  ]);
  return parts.flat();
}

type Row = { groupId: string; count: number; amount?: number };
type Kind = { kind: TaskKind; own: OwnGroup[]; room: string; rows: (ids: string[]) => Promise<Row[]> };

async function tasksOf({ kind, own, room, rows }: Kind): Promise<OpenTask[]> {
  if (own.length === 0) return [];
  const found = await rows(own.map((group) => group.id));
  return own.flatMap(({ id, slug, name }): OpenTask[] => {
    const row = found.find((each) => each.groupId === id);
    if (!row || row.count === 0) return [];
    const amount = row.amount === undefined ? null : rupiah(row.amount);
    return [{ kind, role: "group", count: row.count, of: name, path: `/books/${slug}/${room}`, dueMs: null, amount }];
  });
}

function countProposed(ids: string[]): Promise<Row[]> {
  return db()
    .select({ groupId: periods.groupId, count: counted })
    .from(periods)
    .where(and(inArray(periods.groupId, ids), eq(periods.state, "proposed")))
    .groupBy(periods.groupId);
}

/** Batches that wait for a yes; of approved ones the lines that are not paid. */
function countBatches(ids: string[], state: "prepared" | "approved"): Promise<Row[]> {
  return db()
    .select({
      groupId: payoutBatches.groupId,
      count: state === "prepared" ? sql<number>`count(distinct ${payoutBatches.id})`.mapWith(Number) : counted,
      amount: sql<number>`coalesce(sum(${payoutLines.amount}), 0)`.mapWith(Number),
    })
    .from(payoutBatches)
    .innerJoin(payoutLines, eq(payoutLines.batchId, payoutBatches.id))
    .where(and(inArray(payoutBatches.groupId, ids), eq(payoutBatches.state, state), eq(payoutLines.state, "waiting")))
    .groupBy(payoutBatches.groupId);
}

async function countWishes(ids: string[]): Promise<Row[]> {
  return [...(await countAsked(ids))].map(([groupId, count]) => ({ groupId, count }));
}

/** As the domain's open questions: asked, not answered, and not taken back by accepting since. */
function countQuestions(ids: string[]): Promise<Row[]> {
  const taken = sql`exists (select 1 from share_words w where w.order_line_id = ${shareWords.orderLineId} and w.member_id = ${shareWords.memberId} and w.said = 'accepted' and w.said_at >= ${shareWords.saidAt})`;
  return db()
    .select({ groupId: consignments.groupId, count: counted })
    .from(shareWords)
    .innerJoin(orderLines, eq(orderLines.id, shareWords.orderLineId))
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(
      and(
        inArray(consignments.groupId, ids),
        eq(shareWords.said, "asked"),
        isNull(shareWords.answeredAt),
        ne(consignments.state, "cancelled"),
        sql`not ${taken}`,
      ),
    )
    .groupBy(consignments.groupId);
}
