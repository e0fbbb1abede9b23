import type { SerializeFrom } from "@remix-run/node";
import { LINE_FLAGS } from "#app/domain/month-review.ts";
import type { Month } from "#app/domain/period.ts";
import { may } from "#app/domain/permissions.ts";
import type { Door } from "#app/web/door.server.ts";
import type { GroupView } from "#db/read/groups.ts";
import { findMonth } from "#db/read/month-review.ts";

const PAGE = 50;

/** What the page of a month shows, to whoever may see the books. */
export async function readMonthPage({ ctx, url }: Door, { group, month }: { group: GroupView; month: Month }) {
  const found = await findMonth(ctx.actor, { groupId: group.id, month }, ctx.now);
  const { lines, facts, period, questions, seals, totals, negatives, names } = found;
  const show = url.searchParams.get("show") ?? "to-review";
  const toReview = lines.filter((line) => line.flags.length > 0 && !line.isAccepted);
  const flag = LINE_FLAGS.find((each) => each === show);
  const shown = show === "all" ? lines : flag ? lines.filter((line) => line.flags.includes(flag)) : toReview;
  const asked = Number(url.searchParams.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const mays = ["accept-lines", "count-period", "book-difference", "propose-period", "close-period"] as const;
  const nameOf = (id: string | null | undefined): string => names.get(id ?? "") ?? "";
  return {
    group: { slug: group.slug, name: group.name },
    month: month.name,
    state: facts.state,
    isOver: facts.nowMs >= month.untilMs,
    totals,
    negatives: negatives.map(({ id, number, name, owed }) => ({ id, number, name, owed })),
    lines: shown.slice((page - 1) * PAGE, page * PAGE).map((line) => ({
      ...{ id: line.id, listingName: line.listingName, variantName: line.variantName, unit: line.unit },
      ...{ quantityMilli: line.quantityMilli, value: line.value, orderNumber: line.orderNumber },
      ...{ deliveredAt: line.deliveredAt, flags: line.flags, isAccepted: line.isAccepted },
    })),
    show: flag ?? (show === "all" ? ("all" as const) : ("to-review" as const)),
    ...{ page, hasMore: shown.length > page * PAGE },
    counts: {
      ...{ "to-review": toReview.length, all: lines.length },
      flags: LINE_FLAGS.map((each) => ({
        flag: each,
        count: lines.filter((line) => line.flags.includes(each)).length,
      })),
    },
    questions: questions.map(({ id, lineId, memberName, words, saidAt }) => ({
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
