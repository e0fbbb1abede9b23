import { and, eq, inArray } from "drizzle-orm";
import { sum } from "#app/domain/money.ts";
import { carriedOver, type Month, type MonthToClose, type MonthTotals, reconcile } from "#app/domain/period.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, orderLineShares, orderLines, people } from "../schema.ts";
import { listMonthLines, listOpenQuestions } from "./month-lines.ts";
import {
  bookHead,
  countEntries,
  countedInLedger,
  findPeriod,
  firstEntryAt,
  groupMoneyBefore,
  listPeriods,
  listSeals,
  membersOwed,
  sealedUntil,
} from "./periods.ts";

type OfMonth = { groupId: string; month: Month };

/** Everything that the close of a month looks at. Whoever calls looks who asks. */
export async function gatherMonth({ groupId, month }: OfMonth, now: Date) {
  const [period, sealed, first, ledger, lines, questions, head] = await Promise.all([
    findPeriod({ groupId, month: month.name }),
    sealedUntil(groupId),
    firstEntryAt(groupId),
    countedInLedger(groupId, month),
    listMonthLines(groupId, month),
    listOpenQuestions(groupId, month),
    bookHead(groupId, new Date(month.untilMs)),
  ]);
  const sealedUntilMs = sealed?.getTime() ?? 0;
  const earlier = { from: new Date(Math.max(sealedUntilMs, 0)), until: new Date(month.fromMs) };
  const hasEarlierOpen = earlier.from < earlier.until && (await countEntries(groupId, earlier)) > 0;
  const reconciled = period && reconcile({ counted: countedOf(period), ledger });
  const facts: MonthToClose = {
    ...{ month, nowMs: now.getTime(), state: period?.state ?? "open", sealedUntilMs, hasEarlierOpen },
    reconciled: reconciled ?? null,
    unreviewed: lines.filter((line) => line.flags.length > 0 && !line.isAccepted).length,
  };
  return { facts, period, lines, questions, head, firstMs: first?.getTime() ?? null };
}

function countedOf(period: NonNullable<Awaited<ReturnType<typeof findPeriod>>>) {
  const { cashBox, bank, stripe, codInTransit } = period;
  return { "cash-box": cashBox, bank, stripe, "cod-in-transit": codInTransit };
}

/** What a month is worth at its end, as its seal keeps it. */
export async function sumMonth(
  { groupId, month }: OfMonth,
  counts: { lines: number; openQuestions: number },
): Promise<MonthTotals> {
  const [from, until] = [new Date(month.fromMs), new Date(month.untilMs)];
  const [money, members, entries] = await Promise.all([
    groupMoneyBefore(groupId, until),
    membersOwed(groupId, until),
    countEntries(groupId, { from, until }),
  ]);
  return {
    ...money,
    owed: sum(members.map((member) => member.owed)),
    entries,
    ...counts,
    negatives: carriedOver(members).map(({ id, owed }) => ({ memberId: id, owed })),
  };
}

/** A month as its page shows it. */
export async function findMonth(actor: Actor, { groupId, month }: OfMonth, now: Date) {
  permit(actor, "see-books", { groupId });
  const [gathered, seals, members] = await Promise.all([
    gatherMonth({ groupId, month }, now),
    listSeals(groupId),
    membersOwed(groupId, new Date(month.untilMs)),
  ]);
  const own = seals.filter((seal) => seal.month === month.name);
  const { period } = gathered;
  const names = await namesOf([
    ...own.flatMap((seal) => [seal.preparedBy, seal.doneBy]),
    ...[period?.countedBy, period?.proposedBy, period?.sentBackBy],
  ]);
  const totals = await sumMonth(
    { groupId, month },
    { lines: gathered.lines.length, openQuestions: gathered.questions.length },
  );
  return { ...gathered, seals: own, totals, negatives: carriedOver(members), names };
}

async function namesOf(ids: readonly (string | null | undefined)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => (id ? [id] : [])))];
  if (known.length === 0) return new Map();
  const rows = await db().select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, known));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** How far each month of a group's books is, and what the seals say. */
export async function listMonths(actor: Actor, groupId: string) {
  permit(actor, "see-books", { groupId });
  const [states, seals, first, sealed] = await Promise.all([
    listPeriods(groupId),
    listSeals(groupId),
    firstEntryAt(groupId),
    sealedUntil(groupId),
  ]);
  return { states, seals, first, sealed };
}

/** A delivered line of a group, and whose shares it holds; undefined when there is no such line, or it never arrived. */
export async function findDeliveredLine({ groupId, lineId }: { groupId: string; lineId: string }) {
  const [line] = await db()
    .select({
      goodsValue: orderLines.goodsValue,
      missing: orderLines.missing,
      refundedValue: orderLines.refundedValue,
      deliveredAt: consignments.deliveredAt,
    })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(and(eq(orderLines.id, lineId), eq(consignments.groupId, groupId)));
  if (!line?.deliveredAt) return undefined;
  const shares = await db()
    .select({ memberId: orderLineShares.memberId })
    .from(orderLineShares)
    .where(eq(orderLineShares.orderLineId, lineId));
  return { ...line, deliveredAt: line.deliveredAt, memberIds: shares.flatMap(({ memberId }) => memberId ?? []) };
}
