import { and, asc, desc, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import { type Rupiah, rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { complaints, consignments, groups, orderLineShares, orderLines, orders, resentLines } from "../schema.ts";
import { disputedOrderIds } from "./disputes.ts";

const columns = {
  id: complaints.id,
  consignmentId: complaints.consignmentId,
  groupId: consignments.groupId,
  groupName: groups.name,
  orderId: orders.id,
  orderNumber: orders.number,
  buyerId: orders.buyerId,
  buyerName: orders.buyerName,
  kind: complaints.kind,
  wish: complaints.wish,
  words: complaints.words,
  photoId: complaints.photoId,
  state: complaints.state,
  reportedAt: complaints.reportedAt,
  answerBy: complaints.answerBy,
  answer: complaints.answer,
  answeredAt: complaints.answeredAt,
  outcome: complaints.outcome,
  decision: complaints.decision,
  decidedAt: complaints.decidedAt,
};

function select() {
  return db()
    .select(columns)
    .from(complaints)
    .innerJoin(consignments, eq(consignments.id, complaints.consignmentId))
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId));
}

export type ComplaintView = Awaited<ReturnType<typeof select>>[number];

/** For the use cases and the photo's door, which look who asks. */
export async function findComplaint(complaintId: string) {
  const [row] = await select().where(eq(complaints.id, complaintId));
  return row;
}

export async function findComplaintByFormKey(formKey: string): Promise<string | null> {
  const [row] = await db().select({ id: complaints.id }).from(complaints).where(eq(complaints.formKey, formKey));
  return row?.id ?? null;
}

/** The parts of an order, each of which a complaint could be about. The caller looks who asks. */
export function listComplainable(number: string) {
  return db()
    .select({
      orderId: orders.id,
      number: orders.number,
      buyerId: orders.buyerId,
      consignmentId: consignments.id,
      groupId: consignments.groupId,
      groupName: groups.name,
      state: consignments.state,
      deliveredAt: consignments.deliveredAt,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .where(eq(orders.number, number))
    .orderBy(asc(groups.name), asc(consignments.id));
}

/** All complaints about these parts of an order, newest first; whoever may see the order may see them. */
export function listConsignmentComplaints(consignmentIds: string[]) {
  return consignmentIds.length === 0
    ? Promise.resolve([])
    : select()
        .where(inArray(complaints.consignmentId, consignmentIds))
        .orderBy(desc(complaints.reportedAt), asc(complaints.id));
}

const OPEN_FIRST = sql`case ${complaints.state} when 'closed' then 1 else 0 end`;

/** What buyers said of a group's goods, what is still open first. */
export function listGroupComplaints(actor: Actor, groupId: string) {
  permit(actor, "answer-complaint", { groupId });
  return select()
    .where(eq(consignments.groupId, groupId))
    .orderBy(OPEN_FIRST, asc(complaints.answerBy), asc(complaints.id))
    .limit(100);
}

/** All complaints of the network, what is still open first. */
export function listComplaints(actor: Actor) {
  permit(actor, "decide-complaint");
  return select().orderBy(OPEN_FIRST, asc(complaints.answerBy), asc(complaints.id)).limit(100);
}

/** What is left of the goods that complaints are about, line by line, and what of it is sent again. The caller has looked who asks. */
export async function listComplaintLines(complaintIds: readonly string[]) {
  if (complaintIds.length === 0) return [];
  return db()
    .select({
      complaintId: complaints.id,
      orderLineId: orderLines.id,
      variantId: orderLines.variantId,
      name: LINE_NAME,
      unit: orderLines.unit,
      quantityMilli: sql<number>`${orderLines.quantityMilli} - ${orderLines.refundedMilli}`.mapWith(Number),
      resentMilli: resentLines.quantityMilli,
    })
    .from(complaints)
    .innerJoin(orderLines, eq(orderLines.consignmentId, complaints.consignmentId))
    .leftJoin(resentLines, and(eq(resentLines.complaintId, complaints.id), eq(resentLines.orderLineId, orderLines.id)))
    .where(inArray(complaints.id, [...complaintIds]))
    .orderBy(asc(complaints.id), asc(orderLines.position));
}

const LINE_NAME = sql<string>`case when ${orderLines.variantName} = '' then ${orderLines.listingName} else ${orderLines.listingName} || ', ' || ${orderLines.variantName} end`;

/** For the demo: what was delivered last to somebody with an account, one part of an order each. */
export async function listLastDelivered() {
  const rows = await db()
    .select({
      number: orders.number,
      buyerId: orders.buyerId,
      consignmentId: consignments.id,
      groupId: consignments.groupId,
      goodsValue: consignments.goodsValue,
      deliveredAt: consignments.deliveredAt,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .where(and(eq(consignments.state, "delivered"), isNotNull(orders.buyerId), eq(orders.state, "completed")))
    .orderBy(desc(consignments.deliveredAt), asc(consignments.id))
    .limit(30);
  return rows.filter((row, at) => rows.findIndex((each) => each.number === row.number) === at);
}

/**
 * What of each member's money is held because a buyer complained, as long as that is not closed, or disputes the payment at the bank. The
 * caller has looked who asks.
 */
export async function heldBack(groupIds: string[]): Promise<Map<string, Rupiah>> {
  if (groupIds.length === 0) return new Map();
  const rows = await db()
    .select({
      memberId: orderLineShares.memberId,
      amount:
        sql<number>`sum(${orderLineShares.amount} - ${orderLineShares.missing} - ${orderLineShares.refunded})`.mapWith(
          Number,
        ),
    })
    .from(consignments)
    .innerJoin(orderLines, eq(orderLines.consignmentId, consignments.id))
    .innerJoin(orderLineShares, eq(orderLineShares.orderLineId, orderLines.id))
    .where(
      and(
        eq(consignments.state, "delivered"),
        inArray(consignments.groupId, groupIds),
        or(
          inArray(
            consignments.id,
            db().select({ id: complaints.consignmentId }).from(complaints).where(ne(complaints.state, "closed")),
          ),
          inArray(consignments.orderId, disputedOrderIds()),
        ),
      ),
    )
    .groupBy(orderLineShares.memberId);
  return new Map(rows.flatMap(({ memberId, amount }) => (memberId ? [[memberId, rupiah(amount)] as const] : [])));
}
