import { and, asc, desc, eq, inArray, ne, sql, sum as sumOf } from "drizzle-orm";
import type { NewPosting } from "#app/domain/ledger.ts";
import { add, negate, type Rupiah, rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import { orderAfter } from "#app/domain/order-life.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, orderLines, orders, payments, refunds, runs } from "../schema.ts";
import { balanceOf, listEntryPostings } from "./ledger.ts";

export async function findRefundByFormKey(formKey: string): Promise<string | null> {
  const [row] = await db().select({ id: refunds.id }).from(refunds).where(eq(refunds.formKey, formKey));
  return row?.id ?? null;
}

/** A refund with the order it belongs to. */
export async function findRefund(refundId: string) {
  const [row] = await db()
    .select({
      id: refunds.id,
      state: refunds.state,
      amount: refunds.amount,
      provider: payments.provider,
      orderId: payments.orderId,
    })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, refundId));
  return row;
}

/** What the buyer will be given back: of a late payment all of it, else what was paid and is still held or the groups'. */
export async function findRefundAmount(basis: RefundBasis): Promise<Rupiah> {
  if (basis.isLate) return basis.latePaid;
  const { id, buyerId } = basis.order;
  const owed = await findUnassigned(id);
  const credit = buyerId ? negate(await balanceOf(`buyer-credit:buyer:${buyerId}`)) : ZERO;
  const goods = basis.consignments.map((part) => part.goodsValue);
  return sum([
    ...goods,
    basis.shippingHeld,
    owed,
    buyerId && credit >= basis.uniqueAddition ? basis.uniqueAddition : ZERO,
  ]);
}

/** What an order is owed that no refund stands for yet: those that are written down and not paid will take their own part. */
export async function findUnassigned(orderId: string): Promise<Rupiah> {
  const owed = negate(await balanceOf(`refunds-payable:order:${orderId}`));
  const [row] = await db()
    .select({ amount: sumOf(refunds.amount).mapWith(Number) })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(payments.orderId, orderId), eq(refunds.cause, "packed-short"), ne(refunds.state, "succeeded")));
  return subtract(owed, rupiah(row?.amount ?? 0));
}

export type RefundBasis = {
  order: { id: string; number: string; buyerId: string | null; buyerName: string; version: number; total: Rupiah };
  paymentId: string;
  /** The money came when the order did not wait for it: nothing but that money goes back. */
  isLate: boolean;
  latePaid: Rupiah;
  uniqueAddition: Rupiah;
  shippingHeld: Rupiah;
  consignments: { consignmentId: string; groupId: string; goodsValue: Rupiah; delivered: NewPosting[] | null }[];
  /** What goes back to stock. */
  undelivered: { orderLineId: string; variantId: string; quantityMilli: number; packedQuantityMilli: number | null }[];
};

/** What a full refund of this order consists of now; null when there is nothing that could go back. */
export async function gatherRefund(number: string): Promise<RefundBasis | null> {
  const [order] = await db().select().from(orders).where(eq(orders.number, number));
  if (!order) return null;
  const mayGoBack = orderAfter(order.state, "refund") !== null;
  const payment =
    (await findUnreturned(order.id, "needs-attention")) ?? (mayGoBack ? await findUnreturned(order.id, "paid") : null);
  if (!payment) return null;
  const isLate = payment.state === "needs-attention";
  const uniqueAddition = rupiah(payment.uniqueAddition);
  const parts = isLate ? [] : await listParts(order.id);
  const undeliveredIds = parts.filter((part) => part.delivered === null).map((part) => part.consignmentId);
  const { id, buyerId, buyerName, version, total } = order;
  return {
    order: { id, number, buyerId, buyerName, version, total },
    paymentId: payment.id,
    isLate,
    latePaid: isLate ? add(payment.amount, uniqueAddition) : ZERO,
    uniqueAddition,
    shippingHeld: isLate || (await isSettled(order.runId)) ? ZERO : add(order.shippingQuote, order.doorFee),
    consignments: parts,
    undelivered: await listGoods(undeliveredIds),
  };
}

async function findUnreturned(orderId: string, state: "paid" | "needs-attention") {
  const rows = await db()
    .select({
      id: payments.id,
      amount: payments.amount,
      uniqueAddition: payments.uniqueAddition,
      state: payments.state,
      refundId: refunds.id,
    })
    .from(payments)
    .leftJoin(refunds, and(eq(refunds.paymentId, payments.id), eq(refunds.cause, "order")))
    .where(and(eq(payments.orderId, orderId), eq(payments.state, state)))
    .orderBy(asc(payments.attempt));
  return rows.find((row) => row.refundId === null) ?? null;
}

async function listParts(orderId: string): Promise<RefundBasis["consignments"]> {
  const rows = await db()
    .select({
      consignmentId: consignments.id,
      groupId: consignments.groupId,
      goodsValue: consignments.goodsValue,
      missing: consignments.missing,
    })
    .from(consignments)
    .where(and(eq(consignments.orderId, orderId), ne(consignments.state, "cancelled")))
    .orderBy(asc(consignments.id));
  const parts: RefundBasis["consignments"] = [];
  for (const { goodsValue, missing, ...row } of rows) {
    const delivered = await listEntryPostings(`delivered:${row.consignmentId}`);
    // What was packed short went back when it was packed.
    const kept = { ...row, goodsValue: subtract(goodsValue, missing) };
    parts.push({ ...kept, delivered: delivered.length > 0 ? delivered : null });
  }
  return parts;
}

async function listGoods(consignmentIds: string[]): Promise<RefundBasis["undelivered"]> {
  if (consignmentIds.length === 0) return [];
  return db()
    .select({
      orderLineId: orderLines.id,
      variantId: orderLines.variantId,
      quantityMilli: orderLines.quantityMilli,
      packedQuantityMilli: orderLines.packedQuantityMilli,
    })
    .from(orderLines)
    .where(inArray(orderLines.consignmentId, consignmentIds));
}

async function isSettled(runId: string | null): Promise<boolean> {
  if (!runId) return false;
  const [run] = await db().select({ state: runs.state }).from(runs).where(eq(runs.id, runId));
  return run?.state === "settled";
}

/** Refunds, those not yet with the buyer first. */
export async function listRefunds(actor: Actor) {
  permit(actor, "refund-order");
  return db()
    .select({
      id: refunds.id,
      amount: refunds.amount,
      reason: refunds.reason,
      cause: refunds.cause,
      state: refunds.state,
      createdAt: refunds.createdAt,
      doneAt: refunds.doneAt,
      providerRef: refunds.providerRef,
      provider: payments.provider,
      orderNumber: orders.number,
      buyerName: orders.buyerName,
      buyerPhone: orders.buyerPhone,
    })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .orderBy(sql`case ${refunds.state} when 'succeeded' then 1 else 0 end`, desc(refunds.createdAt), asc(refunds.id))
    .limit(100);
}
