import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { NewPosting } from "#app/domain/ledger.ts";
import { add, type Rupiah, rupiah, ZERO } from "#app/domain/money.ts";
import { db } from "../client.server.ts";
import { consignments, orderLines, orders, payments, refunds, runs } from "../schema.ts";
import { listEntryPostings } from "./ledger.ts";

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
  undelivered: { variantId: string; quantityMilli: number }[];
};

/** What a full refund of this order consists of now; null when there is nothing that could go back. */
export async function gatherRefund(number: string): Promise<RefundBasis | null> {
  const [order] = await db().select().from(orders).where(eq(orders.number, number));
  if (!order) return null;
  const mayGoBack = order.state === "paid" || order.state === "completed";
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
    .leftJoin(refunds, eq(refunds.paymentId, payments.id))
    .where(and(eq(payments.orderId, orderId), eq(payments.state, state)))
    .orderBy(asc(payments.attempt));
  return rows.find((row) => row.refundId === null) ?? null;
}

async function listParts(orderId: string): Promise<RefundBasis["consignments"]> {
  const rows = await db()
    .select({ consignmentId: consignments.id, groupId: consignments.groupId, goodsValue: consignments.goodsValue })
    .from(consignments)
    .where(and(eq(consignments.orderId, orderId), ne(consignments.state, "cancelled")))
    .orderBy(asc(consignments.id));
  const parts: RefundBasis["consignments"] = [];
  for (const row of rows) {
    const delivered = await listEntryPostings(`delivered:${row.consignmentId}`);
    parts.push({ ...row, delivered: delivered.length > 0 ? delivered : null });
  }
  return parts;
}

async function listGoods(consignmentIds: string[]): Promise<RefundBasis["undelivered"]> {
  if (consignmentIds.length === 0) return [];
  return db()
    .select({ variantId: orderLines.variantId, quantityMilli: orderLines.quantityMilli })
    .from(orderLines)
    .where(inArray(orderLines.consignmentId, consignmentIds));
}

async function isSettled(runId: string | null): Promise<boolean> {
  if (!runId) return false;
  const [run] = await db().select({ state: runs.state }).from(runs).where(eq(runs.id, runId));
  return run?.state === "settled";
}
