import { and, eq, gt, gte, inArray, isNull, lt, not, or, type SQL } from "drizzle-orm";
import { ZERO } from "#app/domain/money.ts";
import type { LineCursor, MonthFilter, MonthShow } from "#app/domain/month-filter.ts";
import { costPerUnit, LINE_FLAGS, type LineFlag } from "#app/domain/month-review.ts";
import type { Month } from "#app/domain/period.ts";
import type { ShareReason } from "#app/domain/sale-split.ts";
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

// What domain/month-review.ts says of one line, said to the database of all of them: a month of a hundred thousand lines is counted,
// filtered and accepted there. tests/db/month-lines.test.ts holds the two against each other. Each condition stands in a query of order
// lines, their consignments and what was accepted of them.

const NEVER = sql`1 = 0`;

/** The lines that arrived in this month, whatever became of them since. */
export function ofMonth({ groupId, month }: { groupId: string; month: Month }): SQL | undefined {
  return and(
    eq(consignments.groupId, groupId),
    gte(consignments.deliveredAt, new Date(month.fromMs)),
    lt(consignments.deliveredAt, new Date(month.untilMs)),
  );
}

/** Parties that a line is reviewed for; what the network and the provider take is nobody's contribution. */
export const REVIEWED_PARTIES = ["member", "group-fund"] as const;

/** The line has such a share; the condition speaks of order_line_shares. */
function hasShare(which: SQL | undefined): SQL {
  const share = and(
    eq(orderLineShares.orderLineId, orderLines.id),
    inArray(orderLineShares.party, [...REVIEWED_PARTIES]),
    which,
  );
  return sql`exists (select 1 from ${orderLineShares} where ${share})`;
}

/** Through no index of the member's, or SQLite would look through all shares that she ever had, for each line anew. */
function hasMember(ids: readonly string[]): SQL {
  return ids.length === 0 ? NEVER : hasShare(inArray(sql`coalesce(${orderLineShares.memberId}, '')`, [...ids]));
}

/** One condition for each flag. */
export function flagConditions(basis: ReviewBasis): Record<LineFlag, SQL> {
  const { owed, rules, generalRuleName } = basis;
  const others = rules.filter(({ name }) => generalRuleName !== null && name !== generalRuleName);
  const costly = rules.flatMap(({ id, rule }) => (costPerUnit(rule) > 0 ? [{ id, cost: costPerUnit(rule) }] : []));
  return {
    "no-contribution": hasShare(eq(orderLineShares.reason, "no-contribution" satisfies ShareReason)),
    "inactive-member": hasMember(owed.flatMap(({ id, hasLeft }) => (hasLeft ? [id] : []))),
    override: others.length === 0 ? NEVER : inArray(orderLines.splitRuleId, idsOf(others)),
    "refund-after-payout": wasPaidBeforeReturn(basis),
    "negative-balance": hasMember(idsOf(owed.filter((member) => member.owed < 0))),
    "catch-weight": and(eq(orderLines.catchWeight, true), gt(orderLines.missing, ZERO)) ?? NEVER,
    "under-cost":
      or(...costly.map(({ id, cost }) => and(eq(orderLines.splitRuleId, id), lt(orderLines.unitPrice, cost)))) ?? NEVER,
  };
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** Something of the line went back to the group after a member with a share in it had taken money home. */
function wasPaidBeforeReturn({ groupId, month }: ReviewBasis): SQL {
  const isOfEntry = eq(entries.id, postings.entryId);
  const returned = and(
    eq(postings.orderLineId, orderLines.id),
    eq(entries.book, groupId),
    eq(entries.kind, "returned"),
    gte(entries.at, new Date(month.fromMs)),
  );
  const paid = and(
    eq(payouts.groupId, groupId),
    eq(payouts.kind, "share"),
    gte(payouts.paidAt, consignments.deliveredAt),
    lt(payouts.paidAt, entries.at),
  );
  const takenHome = hasShare(
    sql`exists (select 1 from ${payouts} where ${and(eq(payouts.memberId, orderLineShares.memberId), paid)})`,
  );
  // CROSS JOIN keeps SQLite at the line's own postings; it would begin with all entries of the book.
  return sql`exists (select 1 from ${postings} cross join ${entries} where ${and(isOfEntry, returned, takenHome)})`;
}

/** The flags of a line as one number: bit n stands for flag n of {@link LINE_FLAGS}. */
export function flagMask(basis: ReviewBasis): SQL<number> {
  const conditions = flagConditions(basis);
  const bits = LINE_FLAGS.map(
    (flag, at) => sql`case when ${conditions[flag]} then ${sql.raw(String(2 ** at))} else 0 end`,
  );
  return sql<number>`${sql.join(bits, sql` + `)}`.mapWith(Number);
}

/** Reads what {@link flagMask} wrote. */
export function flagsOfMask(mask: number): LineFlag[] {
  return LINE_FLAGS.filter((_, at) => Math.floor(mask / 2 ** at) % 2 === 1);
}

/** The lines that a view shows. */
export function shownLines(basis: ReviewBasis, { show, ...rest }: MonthFilter): SQL | undefined {
  return and(narrowedLines(basis, rest), showCondition(basis, show));
}

/** Of the lines that a view shows, those that wait for the treasurer. */
export function toReview(basis: ReviewBasis, filter: MonthFilter): SQL | undefined {
  return and(shownLines(basis, filter), showCondition(basis, "to-review"));
}

/** Lines of a month that somebody named. */
export function pickedLines(of: { groupId: string; month: Month }, ids: readonly string[]): SQL | undefined {
  return and(ofMonth(of), inArray(orderLines.id, [...ids]));
}

/** The lines of a month with a member's share or with these goods; all views of them together. */
export function narrowedLines(basis: ReviewBasis, { memberId, goods }: Omit<MonthFilter, "show">): SQL | undefined {
  const part = `%${goods.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    ofMonth(basis),
    memberId === null ? undefined : hasMember([memberId]),
    goods === ""
      ? undefined
      : sql`lower(${orderLines.listingName} || ' ' || ${orderLines.variantName}) like ${part} escape '\\'`,
  );
}

function showCondition(basis: ReviewBasis, show: MonthShow): SQL | undefined {
  if (show === "all") return undefined;
  const conditions = flagConditions(basis);
  if (show !== "to-review") return conditions[show];
  return and(isNull(acceptedLines.acceptedAt), or(...LINE_FLAGS.map((flag) => conditions[flag])));
}

/** The lines beyond a cursor, in the order of the page: the newest delivery first, then by order and place. */
export function beyond(cursor: LineCursor | null): SQL | undefined {
  if (!cursor) return undefined;
  const at = new Date(cursor.deliveredMs);
  const isBehind = or(
    lt(consignments.deliveredAt, at),
    and(
      eq(consignments.deliveredAt, at),
      or(
        gt(orders.number, cursor.number),
        and(eq(orders.number, cursor.number), gt(orderLines.position, cursor.position)),
      ),
    ),
  );
  if (cursor.direction === "after" || !isBehind) return isBehind;
  const isSelf = and(
    eq(consignments.deliveredAt, at),
    eq(orders.number, cursor.number),
    eq(orderLines.position, cursor.position),
  );
  return isSelf && and(not(isBehind), not(isSelf));
}
