import type { SerializeFrom } from "@remix-run/node";
import { cutPage, MONTH_SHOWS, readLineCursor, readMonthFilter, writeLineCursor } from "#app/domain/month-filter.ts";
import type { Month } from "#app/domain/period.ts";
import { may } from "#app/domain/permissions.ts";
import type { Door } from "#app/web/door.server.ts";
import type { GroupView } from "#db/read/groups.ts";
import { findMonth } from "#db/read/month-review.ts";

/** Lines on a page, and questions. */
const PAGE = 50;

/** What the page of a month shows, to whoever may see the books. */
export async function readMonthPage({ ctx, url }: Door, { group, month }: { group: GroupView; month: Month }) {
  const filter = readMonthFilter(url.searchParams);
  const cursor = readLineCursor(url.searchParams);
  const shown = { filter, cursor, limit: PAGE + 1 };
  const found = await findMonth(ctx.actor, { groupId: group.id, month }, ctx.now, shown);
  const { facts, period, questions, seals, totals, negatives, names, basis } = found;
  const page = cutPage(found.lines, { cursor, size: PAGE });
  const mays = ["accept-lines", "count-period", "book-difference", "propose-period", "close-period"] as const;
  const nameOf = (id: string | null | undefined): string => names.get(id ?? "") ?? "";
  const edge = (line: (typeof page.rows)[number] | undefined): string | null =>
    line ? writeLineCursor({ ...line, deliveredMs: line.deliveredAt?.getTime() ?? 0, number: line.orderNumber }) : null;
  return {
    group: { slug: group.slug, name: group.name },
    month: month.name,
    state: facts.state,
    isOver: facts.nowMs >= month.untilMs,
    totals,
    negatives: negatives.map(({ id, number, name, owed }) => ({ id, number, name, owed })),
    lines: page.rows.map((line) => ({
      ...{ id: line.id, listingName: line.listingName, variantName: line.variantName, unit: line.unit },
      ...{ quantityMilli: line.quantityMilli, value: line.value, orderNumber: line.orderNumber },
      ...{ deliveredAt: line.deliveredAt, flags: line.flags, isAccepted: line.isAccepted },
    })),
    filter,
    members: basis.owed.map(({ id, number, name }) => ({ id, number, name })),
    before: page.hasBefore ? edge(page.rows.at(0)) : null,
    after: page.hasAfter ? edge(page.rows.at(-1)) : null,
    isFirst: cursor === null,
    shows: MONTH_SHOWS.map((show) => ({ show, ...found.narrowed[show] })),
    toAccept: found.toAccept,
    questionCount: questions.length,
    questions: questions.slice(0, PAGE).map(({ id, lineId, memberName, words, saidAt }) => ({
      id,
      lineId,
      memberName,
      words,
      saidAt,
    })),
    reconciled: facts.reconciled,
    counted: period && { by: nameOf(period.countedBy), at: period.countedAt },
    proposed: period?.proposedAt ? { by: nameOf(period.proposedBy), at: period.proposedAt } : null,
    sentBack: period?.sentBackAt
      ? { by: nameOf(period.sentBackBy), at: period.sentBackAt, why: period.sentBackWhy }
      : null,
    seals: seals.map((seal) => ({
      ...{ id: seal.id, kind: seal.kind, at: seal.at, reason: seal.reason },
      ...{ headSequence: seal.headSequence, headHash: seal.headHash },
      ...{ by: nameOf(seal.doneBy), preparedBy: nameOf(seal.preparedBy) },
    })),
    formKey: ctx.secrets.token(),
    may: mays.filter((each) => may(ctx.actor, each, { groupId: group.id })),
    isOperator: may(ctx.actor, "reopen-period"),
  };
}

export type MonthPage = SerializeFrom<typeof readMonthPage>;
