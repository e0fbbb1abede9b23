import { and, eq, inArray } from "drizzle-orm";
import { sum } from "#app/domain/money.ts";
import { ALL_LINES, countToAccept, type LineCursor, type MonthFilter, tallyShows } from "#app/domain/month-filter.ts";
import { carriedOver, type Month, type MonthToClose, type MonthTotals, reconcile } from "#app/domain/period.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, orderLineShares, orderLines, people } from "../schema.ts";
import { readReviewBasis } from "./month-basis.ts";
import { listMonthLines, tallyMonthLines } from "./month-lines.ts";
import {
  bookHead,
  countEntries,
  countedInLedger,
  findPeriod,
  firstEntryAt,
  groupMoneyBefore,
  listPeriods,
  listSeals,
  sealedUntil,
} from "./periods.ts";
import { listOpenQuestions } from "./share-words.ts";

type OfMonth = { groupId: string; month: Month };

/** Everything that the close of a month looks at, and no line of it. Whoever calls looks who asks. */
export async function gatherMonth({ groupId, month }: OfMonth, now: Date) {
  const [period, sealed, ledger, basis, questions, head] = await Promise.all([
    findPeriod({ groupId, month: month.name }),
    sealedUntil(groupId),
    countedInLedger(groupId, month),
    readReviewBasis({ groupId, month }),
    listOpenQuestions({ groupId, month }),
    bookHead(groupId, new Date(month.untilMs)),
  ]);
  const tallies = await tallyMonthLines(basis, ALL_LINES);
  const sealedUntilMs = sealed?.getTime() ?? 0;
  const earlier = { from: new Date(Math.max(sealedUntilMs, 0)), until: new Date(month.fromMs) };
  const hasEarlierOpen = earlier.from < earlier.until && (await countEntries(groupId, earlier)) > 0;
  const reconciled = period && reconcile({ counted: countedOf(period), ledger });
  const facts: MonthToClose = {
    ...{ month, nowMs: now.getTime(), state: period?.state ?? "open", sealedUntilMs, hasEarlierOpen },
    reconciled: reconciled ?? null,
    unreviewed: countToAccept(tallies, "all"),
  };
  return { facts, period, basis, tallies, questions, head };
}

function countedOf(period: NonNullable<Awaited<ReturnType<typeof findPeriod>>>) {
  const { cashBox, bank, stripe, codInTransit } = period;
  return { "cash-box": cashBox, bank, stripe, "cod-in-transit": codInTransit };
}

type Gathered = Pick<Awaited<ReturnType<typeof gatherMonth>>, "basis" | "tallies" | "questions">;

/** What a month is worth at its end, as its seal keeps it. */
export async function sumMonth({ basis, tallies, questions }: Gathered): Promise<MonthTotals> {
  const { groupId, month, owed: members } = basis;
  const [from, until] = [new Date(month.fromMs), new Date(month.untilMs)];
  const [money, entries] = await Promise.all([
    groupMoneyBefore(groupId, until),
    countEntries(groupId, { from, until }),
  ]);
  return {
    ...money,
    owed: sum(members.map((member) => member.owed)),
    entries,
    ...{ lines: tallyShows(tallies).all.lines, openQuestions: questions.length },
    negatives: carriedOver(members).map(({ id, owed }) => ({ memberId: id, owed })),
  };
}

type Shown = { filter: MonthFilter; cursor: LineCursor | null; limit: number };

const FIRST_LINES: Shown = { filter: ALL_LINES, cursor: null, limit: 50 };

/** A month as its page shows it, with one page of its lines. */
export async function findMonth(actor: Actor, { groupId, month }: OfMonth, now: Date, shown: Shown = FIRST_LINES) {
  permit(actor, "see-books", { groupId });
  const [gathered, seals] = await Promise.all([gatherMonth({ groupId, month }, now), listSeals(groupId)]);
  const { filter } = shown;
  const isNarrowed = filter.memberId !== null || filter.goods !== "";
  const [lines, narrowed] = await Promise.all([
    listMonthLines(gathered.basis, shown),
    isNarrowed ? tallyMonthLines(gathered.basis, filter) : gathered.tallies,
  ]);
  const own = seals.filter((seal) => seal.month === month.name);
  const { period } = gathered;
  const names = await namesOf([
    ...own.flatMap((seal) => [seal.preparedBy, seal.doneBy]),
    ...[period?.countedBy, period?.proposedBy, period?.sentBackBy],
  ]);
  const totals = await sumMonth(gathered);
  const counted = { narrowed: tallyShows(narrowed), toAccept: countToAccept(narrowed, filter.show) };
  return { ...gathered, ...counted, lines, seals: own, totals, negatives: carriedOver(gathered.basis.owed), names };
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
