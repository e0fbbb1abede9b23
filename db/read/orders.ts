import { and, asc, desc, eq, inArray, isNull, lt, or, type SQLWrapper, sql } from "drizzle-orm";
import { orderNumber } from "#app/domain/order.ts";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import {
  consignments,
  groups,
  orderLines,
  orders,
  payments,
  people,
  pickUpPoints,
  refunds,
  runs,
  tariffs,
} from "../schema.ts";
import { listOrderDisputes } from "./disputes.ts";

/** The order that a form made already. */
export async function findOrderByFormKey(formKey: string) {
  const [row] = await db()
    .select({ id: orders.id, number: orders.number, formHash: orders.formHash })
    .from(orders)
    .where(eq(orders.formKey, formKey));
  return row;
}

const WIB_MS = 7 * 3_600_000;

/** A number that no order has: the day as it is in WIB and a short code. */
export async function freeOrderNumber(now: Date, shortCode: (length: number) => string): Promise<string> {
  const yymmdd = new Date(now.getTime() + WIB_MS).toISOString().slice(2, 10).replaceAll("-", "");
  for (;;) {
    const number = orderNumber({ yymmdd, code: shortCode(4) });
    const taken = await db().select({ id: orders.id }).from(orders).where(eq(orders.number, number));
    if (taken.length === 0) return number;
  }
}

/** Who an order belongs to, for permit() and compare-and-set. */
export async function findOrderHead(number: string) {
  const [row] = await db()
    .select({
      id: orders.id,
      number: orders.number,
      buyerId: orders.buyerId,
      buyerPhone: orders.buyerPhone,
      recipientPhone: orders.recipientPhone,
      state: orders.state,
    })
    .from(orders)
    .where(eq(orders.number, number));
  return row;
}

/** An order as its buyer follows it; undefined for everybody whom it is nothing to. */
export async function findOrder(actor: Actor, number: string) {
  const head = await findOrderHead(number);
  if (!head || !may(actor, "see-order", { orderId: head.id, buyerId: head.buyerId })) return undefined;
  const [row] = await db()
    .select({
      ...{ id: orders.id, number: orders.number, state: orders.state, delivery: orders.delivery },
      ...{ buyerName: orders.buyerName, buyerPhone: orders.buyerPhone },
      villageCode: orders.villageCode,
      street: orders.street,
      rt: orders.rt,
      rw: orders.rw,
      landmark: orders.landmark,
      postcode: orders.postcode,
      noteToGroups: orders.noteToGroups,
      recipientName: orders.recipientName,
      recipientPhone: orders.recipientPhone,
      cardNote: orders.cardNote,
      goodsTotal: orders.goodsTotal,
      shippingQuote: orders.shippingQuote,
      shippingAlone: orders.shippingAlone,
      doorFee: orders.doorFee,
      total: orders.total,
      missingTotal: orders.missingTotal,
      creditUsed: orders.creditUsed,
      savingAs: orders.savingAs,
      payBy: orders.payBy,
      placedAt: orders.placedAt,
      paidAt: orders.paidAt,
      runCode: runs.code,
      vessel: runs.vessel,
      runState: runs.state,
      cutOffAt: runs.cutOffAt,
      departsAt: runs.departsAt,
      departedAt: runs.departedAt,
      arrivedAt: runs.arrivedAt,
      ...{ tariff: tariffs.service, tariffFrom: tariffs.validFrom },
      pickUpPoint: pickUpPoints.name,
      pickUpAddress: pickUpPoints.address,
    })
    .from(orders)
    .leftJoin(runs, eq(runs.id, orders.runId))
    .leftJoin(tariffs, eq(tariffs.id, orders.tariffId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .where(eq(orders.id, head.id));
  if (!row) return undefined;
  const [parts, payment] = [await listConsignments(row.id), await findLastPayment(row.id)];
  const refunded = await listOrderRefunds(row.id);
  const disputed = await listOrderDisputes(row.id);
  const isOwn = may(actor, "report-complaint", { orderId: head.id, buyerId: head.buyerId });
  return {
    ...{ ...row, isOwn, hasAccount: head.buyerId !== null, consignments: parts, payment },
    ...{ refunds: refunded, disputes: disputed },
  };
}

export type OrderView = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

async function listConsignments(orderId: string) {
  const parts = await db()
    .select({
      id: consignments.id,
      groupName: groups.name,
      groupSlug: groups.slug,
      groupPhone: groups.phone,
      state: consignments.state,
      goodsValue: consignments.goodsValue,
      grams: consignments.grams,
      alone: consignments.alone,
      quote: consignments.quote,
      share: consignments.share,
      deliveredAt: consignments.deliveredAt,
    })
    .from(consignments)
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .where(eq(consignments.orderId, orderId))
    .orderBy(asc(groups.name), asc(consignments.id));
  const lines = await db()
    .select({
      id: orderLines.id,
      consignmentId: orderLines.consignmentId,
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      unit: orderLines.unit,
      unitPrice: orderLines.unitPrice,
      quantityMilli: orderLines.quantityMilli,
      goodsValue: orderLines.goodsValue,
      catchWeight: orderLines.catchWeight,
      packedQuantityMilli: orderLines.packedQuantityMilli,
      missing: orderLines.missing,
      refundedValue: orderLines.refundedValue,
      madeToOrderDays: orderLines.madeToOrderDays,
    })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position));
  return parts.map((part) => ({ ...part, lines: lines.filter((line) => line.consignmentId === part.id) }));
}

/** What somebody gave back of it, oldest first. What was packed short and what a run saved are told apart elsewhere. */
function listOrderRefunds(orderId: string) {
  return db()
    .select({ id: refunds.id, amount: refunds.amount, way: refunds.way, state: refunds.state })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(
      and(
        eq(payments.orderId, orderId),
        inArray(refunds.cause, ["order", "cycle-short", "sailing", "at-provider", "dispute"]),
      ),
    )
    .orderBy(asc(refunds.createdAt), asc(refunds.id));
}

async function findLastPayment(orderId: string) {
  const [row] = await db()
    .select({ method: payments.method, state: payments.state, amount: payments.amount })
    .from(payments)
    .where(eq(payments.orderId, orderId))
    .orderBy(desc(payments.attempt))
    .limit(1);
  return row ?? null;
}

/** The signed-in person's own orders, newest first; or those whose number, goods, group or recipient have the words in them. */
export async function listOwnOrders(actor: Actor, { query = "", limit = 100, offset = 0 } = {}) {
  permit(actor, "see-account");
  return db()
    .select({
      number: orders.number,
      state: orders.state,
      total: sql`${orders.total} - ${orders.missingTotal}`.mapWith(orders.total),
      placedAt: orders.placedAt,
      delivery: orders.delivery,
    })
    .from(orders)
    .where(and(eq(orders.buyerId, actor.personId ?? ""), hasWords(query)))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit)
    .offset(offset);
}

function hasWords(query: string) {
  const words = query.trim().toLowerCase();
  if (words === "") return undefined;
  const part = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const named = db()
    .select({ id: orderLines.orderId })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .where(
      sql`lower(${orderLines.listingName} || ' ' || ${orderLines.variantName} || ' ' || ${groups.name}) like ${part} escape '\\'`,
    );
  const is = (column: SQLWrapper) => sql`lower(${column}) like ${part} escape '\\'`;
  return or(is(orders.number), is(orders.recipientName), inArray(orders.id, named));
}

/** What a checkout form begins with: name and phone of the account, and the address of the last order, so that nobody types it twice. */
export async function findCheckoutDefaults(actor: Actor) {
  if (!actor.personId) return undefined;
  const [person] = await db()
    .select({ buyerName: people.name, buyerPhone: people.phone })
    .from(people)
    .where(eq(people.id, actor.personId));
  const rows = await db()
    .select({
      villageCode: orders.villageCode,
      street: orders.street,
      rt: orders.rt,
      rw: orders.rw,
      landmark: orders.landmark,
      postal: orders.postcode,
    })
    .from(orders)
    // Where a gift went is somebody else's address.
    .where(and(eq(orders.buyerId, actor.personId), isNull(orders.recipientName)))
    .orderBy(desc(orders.placedAt))
    .limit(5);
  const last = rows.find((row) => row.street) ?? rows.find((row) => row.villageCode);
  return { ...person, ...last };
}

/** Orders whose time to pay is over, the longest overdue first; a beat of the clock takes a handful. */
export function listOverdueOrders(now: Date) {
  return db()
    .select({ id: orders.id, number: orders.number })
    .from(orders)
    .where(and(eq(orders.state, "awaiting-payment"), lt(orders.payBy, now)))
    .orderBy(asc(orders.payBy))
    .limit(500);
}
