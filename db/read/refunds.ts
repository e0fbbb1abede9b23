import { and, asc, desc, eq, ne, sql, sum as sumOf } from "drizzle-orm";
import { add, negate, type Rupiah, rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import { orderAfter } from "#app/domain/order-life.ts";
import type { OrderState } from "#app/domain/order-states.ts";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import type { Held, HeldShipping } from "#app/domain/refund.ts";
import { db } from "../client.server.ts";
import { orders, payments, refunds } from "../schema.ts";
import { balanceOf } from "./ledger.ts";
import { type BasisGroup, type BasisLine, listBasisGroups, listHeldLines, listHeldShipping } from "./refund-basis.ts";

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
      way: refunds.way,
      orderId: payments.orderId,
    })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, refundId));
  return row;
}

/** What the buyer will be given back when everything goes back: of a late payment all of it, else what is still held or the groups'. */
export async function findRefundAmount(basis: RefundBasis): Promise<Rupiah> {
  if (basis.isLate) return basis.latePaid;
  const held = basis.shipping.filter((part) => part.from === "shipping-held");
  return sum([
    ...basis.lines.map((line) => line.value),
    ...held.map((part) => part.amount),
    await findUnassigned(basis.order.id),
    await findCreditToTake(basis),
  ]);
}

/** What a transfer carried on top became the buyer's credit; spent meanwhile, or taken back before, it cannot be taken back. */
export async function findCreditToTake({ order, uniqueAddition, isLate }: RefundBasis): Promise<Rupiah> {
  if (isLate || !order.buyerId || uniqueAddition === 0) return ZERO;
  const credit = negate(await balanceOf(`buyer-credit:buyer:${order.buyerId}`));
  return credit >= uniqueAddition ? uniqueAddition : ZERO;
}

/** What an order is owed that no refund stands for yet: those that are written down and not paid will take their own part. */
export async function findUnassigned(orderId: string): Promise<Rupiah> {
  const owed = negate(await balanceOf(`refunds-payable:order:${orderId}`));
  const [row] = await db()
    .select({ amount: sumOf(refunds.amount).mapWith(Number) })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(payments.orderId, orderId), ne(refunds.state, "succeeded")));
  return subtract(owed, rupiah(row?.amount ?? 0));
}

/** The groups that an order with this number is of; none when there is no such order. */
export async function listGroupsOfNumber(number: string) {
  const [order] = await db().select({ id: orders.id }).from(orders).where(eq(orders.number, number));
  return order ? listBasisGroups(order.id) : [];
}

export type RefundBasis = {
  order: {
    id: string;
    number: string;
    state: OrderState;
    buyerId: string | null;
    buyerName: string;
    version: number;
    total: Rupiah;
    /** What the buyer's credit had paid of it: that goes back to credit first. */
    creditUsed: Rupiah;
  };
  paymentId: string;
  isByCard: boolean;
  /** The money came when the order did not wait for it: nothing but that money goes back. */
  isLate: boolean;
  latePaid: Rupiah;
  uniqueAddition: Rupiah;
  /** What is left of each line, and with whom. */
  lines: BasisLine[];
  shipping: HeldShipping[];
  groups: BasisGroup[];
};

/** What an order consists of that could go back now; null when there is nothing. */
export async function gatherRefund(number: string): Promise<RefundBasis | null> {
  const [order] = await db().select().from(orders).where(eq(orders.number, number));
  if (!order) return null;
  const payment =
    (await findLate(order.id)) ?? (orderAfter(order.state, "refund") === null ? null : await findPaidPayment(order.id));
  if (!payment) return null;
  const isLate = payment.state === "needs-attention";
  const { id, state, buyerId, buyerName, version, total, creditUsed } = order;
  return {
    order: { id, number, state, buyerId, buyerName, version, total, creditUsed },
    paymentId: payment.id,
    isByCard: payment.provider === "stripe",
    isLate,
    latePaid: isLate ? add(payment.amount, rupiah(payment.uniqueAddition)) : ZERO,
    uniqueAddition: rupiah(payment.uniqueAddition),
    lines: isLate ? [] : await listHeldLines(id),
    shipping: isLate ? [] : await listHeldShipping(order),
    groups: await listBasisGroups(id),
  };
}

/** Of what could go back, what this actor may give back: an officer the own group's part, whoever may for all groups also what is for all. */
export function heldFor(
  actor: Actor,
  { lines, shipping, groups }: RefundBasis,
): Omit<Held, "lines"> & { lines: BasisLine[]; boxGroupIds: string[] } {
  const mine = new Set(groups.filter(({ id }) => may(actor, "refund-order", { groupId: id })).map(({ id }) => id));
  const isWhole = mine.size === groups.length && groups.length > 0;
  const isOperator = may(actor, "see-operations");
  return {
    isWhole,
    boxGroupIds: [...mine],
    lines: lines.filter((line) => mine.has(line.groupId)),
    // The shipping reserve is the network's: only the operator gives out of it.
    shipping: shipping.filter(
      (part) =>
        (part.from === "shipping-held" || isOperator) && (part.groupId === null ? isWhole : mine.has(part.groupId)),
    ),
  };
}

/** The payment that money of this order goes back through; null when none is paid. */
export async function findPaidPayment(orderId: string) {
  const [row] = await db()
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), eq(payments.state, "paid")))
    .orderBy(asc(payments.attempt))
    .limit(1);
  return row ?? null;
}

/** Money that came late and is not on its way back yet. */
async function findLate(orderId: string) {
  const rows = await db()
    .select({ payment: payments, refundId: refunds.id })
    .from(payments)
    .leftJoin(refunds, eq(refunds.paymentId, payments.id))
    .where(and(eq(payments.orderId, orderId), eq(payments.state, "needs-attention")))
    .orderBy(asc(payments.attempt));
  return rows.find((row) => row.refundId === null)?.payment ?? null;
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
      way: refunds.way,
      providerRef: refunds.providerRef,
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
