import { and, asc, eq, sql } from "drizzle-orm";
import type { Rupiah } from "#app/domain/money.ts";
import type { DisputeState } from "#app/domain/order-states.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { disputes, orders, payments } from "../schema.ts";

const isOpen = eq(disputes.state, "open");

/** The orders of which a payment is disputed just now; to be put into a condition. */
export function disputedOrderIds() {
  return db()
    .select({ id: payments.orderId })
    .from(disputes)
    .innerJoin(payments, eq(payments.id, disputes.paymentId))
    .where(isOpen);
}

/** Whether the buyer's bank has not decided yet about this order's money. */
export async function isDisputed(orderId: string): Promise<boolean> {
  const [row] = await db()
    .select({ id: disputes.id })
    .from(disputes)
    .innerJoin(payments, eq(payments.id, disputes.paymentId))
    .where(and(eq(payments.orderId, orderId), isOpen))
    .limit(1);
  return row !== undefined;
}

export type OrderDispute = { state: DisputeState; amount: Rupiah };

/** Every dispute of an order, the oldest first. The caller has checked who asks. */
export function listOrderDisputes(orderId: string): Promise<OrderDispute[]> {
  return db()
    .select({ state: disputes.state, amount: disputes.amount })
    .from(disputes)
    .innerJoin(payments, eq(payments.id, disputes.paymentId))
    .where(eq(payments.orderId, orderId))
    .orderBy(asc(disputes.openedAt), asc(disputes.id));
}

/** For the operator: the disputes of the network, those that are open first, the most pressing before the others. */
export function listDisputes(actor: Actor) {
  permit(actor, "see-operations");
  return db()
    .select({
      id: disputes.id,
      providerRef: disputes.providerRef,
      amount: disputes.amount,
      state: disputes.state,
      reason: disputes.reason,
      answerBy: disputes.answerBy,
      openedAt: disputes.openedAt,
      closedAt: disputes.closedAt,
      orderNumber: orders.number,
      buyerName: orders.buyerName,
    })
    .from(disputes)
    .innerJoin(payments, eq(payments.id, disputes.paymentId))
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .orderBy(
      sql`case ${disputes.state} when 'open' then 0 else 1 end`,
      asc(disputes.answerBy),
      asc(disputes.openedAt),
      asc(disputes.id),
    )
    .limit(50);
}
