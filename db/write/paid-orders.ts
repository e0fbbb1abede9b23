import { and, eq, inArray } from "drizzle-orm";
import { add, rupiah } from "#app/domain/money.ts";
import { type Arrival, paidEntry } from "#app/domain/postings.ts";
import { consignments, orders, payments } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";

export type By = { actor: { personId: string | null }; now: Date; newId: () => string };
type Arrived = { paymentId: string; into: Arrival; bankReference?: string | null };

/** The money is here, once: the payment is paid, its order too, the groups may pack, and the ledger holds the money for them. */
export async function markPaymentPaid(tx: Tx, by: By, arrived: Arrived): Promise<"paid" | "already" | "late"> {
  const [payment] = await tx
    .update(payments)
    .set({
      state: "paid",
      confirmedBy: by.actor.personId,
      confirmedAt: by.now,
      bankReference: arrived.bankReference ?? null,
    })
    .where(and(eq(payments.id, arrived.paymentId), inArray(payments.state, ["open", "claimed"])))
    .returning();
  if (!payment) return "already";
  const [order] = await tx
    .update(orders)
    .set({ state: "paid", paidAt: by.now })
    .where(and(eq(orders.id, payment.orderId), inArray(orders.state, ["awaiting-payment", "payable-on-delivery"])))
    .returning();
  if (!order) return "late";
  const parts = await tx
    .select({ groupId: consignments.groupId, goodsValue: consignments.goodsValue })
    .from(consignments)
    .where(eq(consignments.orderId, order.id))
    .orderBy(consignments.id);
  const entry = paidEntry({
    paymentId: payment.id,
    orderId: order.id,
    buyerId: order.buyerId,
    into: arrived.into,
    consignments: parts,
    shipping: add(order.shippingQuote, order.doorFee),
    uniqueAddition: rupiah(payment.uniqueAddition),
  });
  await post(tx, entry, { actorId: by.actor.personId, now: by.now, newId: by.newId });
  await tx
    .update(consignments)
    .set({ state: "to-pack" })
    .where(and(eq(consignments.orderId, order.id), eq(consignments.state, "waiting")));
  return "paid";
}
