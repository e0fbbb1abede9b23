import { and, count, desc, eq, inArray, isNull, ne, or, sum as sumOf } from "drizzle-orm";
import { leftInFund, putInto, SPENT_FUNDS, type SpentFund } from "#app/domain/fund-payment.ts";
import { type Rupiah, rupiah } from "#app/domain/money.ts";
import type { OpenTask } from "#app/domain/open-task.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { alias } from "../dialect.ts";
import { fundPayments, groups, members, people, surplusYears, withdrawalRequests } from "../schema.ts";
import type { groupsWhere } from "./own-groups.ts";

/** What each fund of a cooperative got and has left, whole rupiah. Whoever calls looks who asks. */
export async function readFunds(groupId: string): Promise<{ fund: SpentFund; put: Rupiah; left: Rupiah }[]> {
  const years = await db()
    .select({ content: surplusYears.content })
    .from(surplusYears)
    .where(and(eq(surplusYears.groupId, groupId), inArray(surplusYears.state, ["posted", "reversal-asked"])));
  const spent = await db()
    .select({ fund: fundPayments.fund, amount: sumOf(fundPayments.amount).mapWith(Number) })
    .from(fundPayments)
    .where(and(eq(fundPayments.groupId, groupId), inArray(fundPayments.state, ["paid", "reversal-asked"])))
    .groupBy(fundPayments.fund);
  return SPENT_FUNDS.map((fund) => {
    const put = putInto(
      fund,
      years.map(({ content }) => content),
    );
    const paid = rupiah(spent.find((row) => row.fund === fund)?.amount ?? 0);
    return { fund, put, left: leftInFund({ put, paid }) };
  });
}

const second = alias(people, "second_person");

/** Every payment out of a group's funds, the newest first. */
export async function listFundPayments(actor: Actor, groupId: string) {
  permit(actor, "see-books", { groupId });
  return db()
    .select({
      ...{ id: fundPayments.id, fund: fundPayments.fund, purpose: fundPayments.purpose, amount: fundPayments.amount },
      ...{
        way: fundPayments.way,
        day: fundPayments.day,
        counterpart: fundPayments.counterpart,
        note: fundPayments.note,
      },
      ...{ state: fundPayments.state, year: fundPayments.year, number: fundPayments.number },
      ...{ askedBy: fundPayments.askedBy, asker: people.name, decider: second.name, why: fundPayments.decidedWhy },
      ...{ reversalBy: fundPayments.reversalBy, reversalWhy: fundPayments.reversalWhy },
    })
    .from(fundPayments)
    .innerJoin(people, eq(people.id, fundPayments.askedBy))
    .leftJoin(second, eq(second.id, fundPayments.decidedBy))
    .where(eq(fundPayments.groupId, groupId))
    .orderBy(desc(fundPayments.askedAt), desc(fundPayments.id));
}

/** One payment of a group; undefined when it has none such. */
export async function findFundPayment(actor: Actor, { groupId, paymentId }: { groupId: string; paymentId: string }) {
  permit(actor, "see-books", { groupId });
  const [row] = await db()
    .select()
    .from(fundPayments)
    .where(and(eq(fundPayments.groupId, groupId), eq(fundPayments.id, paymentId)));
  return row;
}

/** The payment that a form has made already, if it has. */
export async function findFundPaymentByForm(formKey: string) {
  const { id, groupId, fund, amount, state } = fundPayments;
  const [row] = await db()
    .select({ id, groupId, fund, amount, state })
    .from(fundPayments)
    .where(eq(fundPayments.formKey, formKey));
  return row;
}

/** Up to this the treasurer alone pays out of a fund, whole rupiah. */
export async function findFundLimit(groupId: string): Promise<Rupiah> {
  const [row] = await db().select({ limit: groups.fundPaymentLimit }).from(groups).where(eq(groups.id, groupId));
  return row?.limit ?? rupiah(0);
}

/** What members ask of their voluntary savings and nobody answered, the oldest first. Whoever calls looks who asks. */
export function listWithdrawalRequests(groupId: string) {
  const { id, memberId, amount, way, words, askedAt } = withdrawalRequests;
  return db()
    .select({ id, memberId, amount, way, words, askedAt, name: members.name })
    .from(withdrawalRequests)
    .innerJoin(members, eq(members.id, memberId))
    .where(and(eq(withdrawalRequests.groupId, groupId), isNull(withdrawalRequests.answeredAt)))
    .orderBy(askedAt);
}

/** The newest thing that a member asked of the own savings, with its answer. Whoever calls looks who asks. */
export async function findNewestWithdrawal(memberId: string) {
  const { amount, way, askedAt, answeredAt, refusedWhy, movementId } = withdrawalRequests;
  const [row] = await db()
    .select({ amount, way, askedAt, answeredAt, refusedWhy, movementId })
    .from(withdrawalRequests)
    .where(eq(withdrawalRequests.memberId, memberId))
    .orderBy(desc(askedAt), desc(withdrawalRequests.id))
    .limit(1);
  return row;
}

export async function findWithdrawalByForm(formKey: string) {
  const { memberId, amount } = withdrawalRequests;
  const [row] = await db()
    .select({ memberId, amount })
    .from(withdrawalRequests)
    .where(eq(withdrawalRequests.formKey, formKey));
  return row;
}

type Own = ReturnType<typeof groupsWhere>[number];

/** Payments out of a fund that wait for somebody who did not ask for them. */
export async function listFundTasks(actor: Actor, { id, slug, name }: Own): Promise<OpenTask[]> {
  const [row] = await db()
    .select({ count: count().mapWith(Number) })
    .from(fundPayments)
    .where(
      and(
        eq(fundPayments.groupId, id),
        or(
          and(eq(fundPayments.state, "asked"), ne(fundPayments.askedBy, actor.personId ?? "")),
          and(eq(fundPayments.state, "reversal-asked"), ne(fundPayments.reversalBy, actor.personId ?? "")),
        ),
      ),
    );
  if (!row?.count) return [];
  const task = { kind: "fund-payments-to-approve", role: "group", of: name, dueMs: null, amount: null } as const;
  return [{ ...task, count: row.count, path: `/books/${slug}/surplus/funds` }];
}

/** Members who ask for their voluntary savings. */
export async function listWithdrawalTasks({ id, slug, name }: Own): Promise<OpenTask[]> {
  const waiting = await listWithdrawalRequests(id);
  if (waiting.length === 0) return [];
  const task = { kind: "withdrawals-asked", role: "group", of: name, dueMs: null, amount: null } as const;
  return [{ ...task, count: waiting.length, path: `/books/${slug}/savings#asked` }];
}
