import { and, eq, inArray, max } from "drizzle-orm";
import type { PaymentEvent } from "#app/domain/life-move.ts";
import type { Rupiah } from "#app/domain/money.ts";
import type { PaymentMethod } from "#app/domain/order.ts";
import { afterEvent, statesBefore } from "#app/domain/payment.ts";
import { orders, payments } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { oweOutside } from "./outbox.ts";
import { insertPayment } from "./payments.ts";

type Change = { paymentId: string; event: PaymentEvent; set?: Partial<typeof payments.$inferInsert> };

/** Moves a payment by the table of domain/order-life.ts. False when it was not (or no longer) in a state where that can happen. */
export async function movePayment(tx: Tx, { paymentId, event, set = {} }: Change): Promise<boolean> {
  const [row] = await tx
    .select({ state: payments.state, version: payments.version })
    .from(payments)
    .where(eq(payments.id, paymentId));
  const next = row && afterEvent(row.state, event);
  if (!next) return false;
  const changed = await tx
    .update(payments)
    .set({ ...set, state: next, version: row.version + 1 })
    .where(and(eq(payments.id, paymentId), eq(payments.state, row.state), eq(payments.version, row.version)))
    .returning({ id: payments.id });
  return changed.length === 1;
}

type Ending = { orderId: string; event: "expire" | "cancel"; now: Date; exceptId?: string };

/** Stops asking for an order's money; a page at a provider is closed by the outbox. For an order that expires, is cancelled or is paid otherwise. */
export async function endPayments(tx: Tx, { orderId, event, now, exceptId }: Ending): Promise<void> {
  const rows = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), inArray(payments.state, statesBefore(event))));
  for (const row of rows) {
    if (row.id === exceptId || !(await movePayment(tx, { paymentId: row.id, event }))) continue;
    if (row.provider === "stripe" && row.providerRef)
      await oweOutside(tx, {
        key: `expire:${row.id}`,
        kind: "stripe-expire",
        subjectId: row.id,
        args: { ref: row.providerRef },
        now,
      });
  }
}

type Attempt = {
  id: string;
  orderId: string;
  method: PaymentMethod;
  amount: Rupiah;
  expiresAt: Date | null;
  now: Date;
};

/** The next try to pay an order; null when no amount that nobody else is asked for is left near this one. */
export async function insertAttempt(tx: Tx, attempt: Attempt) {
  const [last] = await tx
    .select({ attempt: max(payments.attempt) })
    .from(payments)
    .where(eq(payments.orderId, attempt.orderId));
  return insertPayment(tx, { ...attempt, attempt: Number(last?.attempt ?? 0) + 1 });
}

/** Holds an order open for as long as the provider's page is: only ever later, and only while it waits. */
export async function extendPayBy(tx: Tx, { orderId, until }: { orderId: string; until: Date }): Promise<boolean> {
  const [order] = await tx.select({ payBy: orders.payBy }).from(orders).where(eq(orders.id, orderId));
  const changed = await tx
    .update(orders)
    .set({ payBy: order?.payBy && order.payBy > until ? order.payBy : until })
    .where(and(eq(orders.id, orderId), eq(orders.state, "awaiting-payment")))
    .returning({ id: orders.id });
  return changed.length === 1;
}

/** Where the buyer goes to pay, once the provider has told. */
export async function keepPage(
  tx: Tx,
  { paymentId, providerRef, payUrl }: { paymentId: string; providerRef: string; payUrl: string },
): Promise<void> {
  await tx.update(payments).set({ providerRef, payUrl }).where(eq(payments.id, paymentId));
}
