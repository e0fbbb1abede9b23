import { and, eq, inArray } from "drizzle-orm";
import { statesBefore } from "#app/domain/consignment.ts";
import { add, type Rupiah, rupiah, subtract } from "#app/domain/money.ts";
import { orderStatesBefore } from "#app/domain/order-life.ts";
import { isWaitingForMoney } from "#app/domain/payment.ts";
import { type Arrival, paidEntry } from "#app/domain/postings.ts";
import { latePaidEntry } from "#app/domain/postings-of-mishaps.ts";
import { consignments, orders, payments } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";
import { type Teller, tellBuyer, tellOfficers } from "./messages.ts";
import { giveOverCounter } from "./orders-delivered.ts";
import { endPayments, movePayment } from "./payment-states.ts";
import { splitAsPaid } from "./split-as-paid.ts";

export type By = Teller & { actor: { personId: string | null } };
type Arrived = {
  paymentId: string;
  into: Arrival;
  bankReference?: string | null;
  /** What a buyer at the counter gave. */
  cashGiven?: Rupiah;
};

/**
 * The money is here. Once: the payment is paid, its order too, the groups may pack, and the ledger holds the money for them.
 * "late" when the order does not wait for it (expired, cancelled, paid by another try): the money is owed back, and a person looks at it.
 */
export async function markPaymentPaid(tx: Tx, by: By, arrived: Arrived): Promise<"paid" | "already" | "late"> {
  const { paymentId, into, bankReference = null, cashGiven } = arrived;
  const [payment] = await tx.select().from(payments).where(eq(payments.id, paymentId));
  if (!payment) throw new Error(`no payment ${paymentId}`);
  const [order] = await tx.select().from(orders).where(eq(orders.id, payment.orderId));
  if (!order) throw new Error(`no order ${payment.orderId}`);
  const inTime = isWaitingForMoney(order.state);
  const moved = await movePayment(tx, {
    paymentId,
    event: inTime ? "arrive" : "arrive-late",
    set: { confirmedBy: by.actor.personId, confirmedAt: by.now, bankReference, ...(cashGiven && { cashGiven }) },
  });
  if (!moved) return "already";
  const postedBy = { actorId: by.actor.personId, now: by.now, newId: by.newId };
  const uniqueAddition = rupiah(payment.uniqueAddition);
  if (!inTime) {
    const amount = add(payment.amount, uniqueAddition);
    await post(tx, latePaidEntry({ paymentId, orderId: order.id, into, amount }), postedBy);
    return "late";
  }
  const packed = await tx
    .select({
      id: consignments.id,
      groupId: consignments.groupId,
      goodsValue: consignments.goodsValue,
      missing: consignments.missing,
    })
    .from(consignments)
    .where(eq(consignments.orderId, order.id))
    .orderBy(consignments.id);
  // What was packed before it is paid, at the door, is paid as packed.
  const parts = packed.map(({ id, groupId, goodsValue, missing }) => ({
    ...{ id, groupId },
    goodsValue: subtract(goodsValue, missing),
  }));
  const entry = paidEntry({
    paymentId,
    orderId: order.id,
    buyerId: order.buyerId,
    into,
    consignments: parts,
    shipping: add(order.shippingQuote, order.doorFee),
    creditUsed: order.creditUsed,
    uniqueAddition,
  });
  await post(tx, entry, postedBy);
  await markOrderPaid(tx, { orderId: order.id, version: order.version, now: by.now });
  await endPayments(tx, { orderId: order.id, event: "cancel", now: by.now, exceptId: paymentId });
  await splitAsPaid(tx, by, payment);
  if (order.delivery === "counter") {
    await giveOverCounter(tx, by, order.id);
    return "paid";
  }
  // Cash at the door comes with the goods in hand: there is nothing to tell, and nothing to pack any more.
  if (into.kind === "cod-in-transit") return "paid";
  const paidAmount = add(payment.amount, uniqueAddition);
  await tellBuyer(tx, by, { orderId: order.id, kind: "paid", facts: { paidAmount } });
  await tellNewOrder(tx, by, { orderId: order.id, number: order.number, parts });
  return "paid";
}

type Part = { id: string; groupId: string; goodsValue: Rupiah };

/** Each group's officers hear of what is to be packed. */
export async function tellNewOrder(
  tx: Tx,
  by: Teller,
  { orderId, number, parts }: { orderId: string; number: string; parts: readonly Part[] },
): Promise<void> {
  for (const { id, groupId, goodsValue } of parts)
    await tellOfficers(tx, by, {
      groupId,
      about: orderId,
      kind: "new-order",
      facts: { number, goodsAmount: goodsValue },
      path: `/consignments/${id}`,
    });
}

async function markOrderPaid(
  tx: Tx,
  { orderId, version, now }: { orderId: string; version: number; now: Date },
): Promise<void> {
  const changed = await tx
    .update(orders)
    .set({ state: "paid", paidAt: now, version: version + 1 })
    .where(and(eq(orders.id, orderId), eq(orders.version, version), inArray(orders.state, orderStatesBefore("pay"))))
    .returning({ id: orders.id });
  if (changed.length !== 1) throw new Error(`order ${orderId} changed while it was paid`);
  await tx
    .update(consignments)
    .set({ state: "to-pack" })
    .where(and(eq(consignments.orderId, orderId), inArray(consignments.state, statesBefore("pay", "fetch"))));
}
