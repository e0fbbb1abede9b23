import { and, asc, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { type Actor, may, NotAllowed } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, networks, orderLines, orders, payments } from "../schema.ts";

/** An order by the number its buyer reads out, with what paying it needs; undefined when there is none. */
export async function findOrderToPay(number: string) {
  const [order] = await db()
    .select({
      id: orders.id,
      number: orders.number,
      buyerId: orders.buyerId,
      buyerName: orders.buyerName,
      state: orders.state,
      total: sql`${orders.total} - ${orders.missingTotal}`.mapWith(orders.total),
      /** What is left to be paid beside credit. */
      toPay: sql`${orders.total} - ${orders.missingTotal} - ${orders.creditUsed}`.mapWith(orders.total),
      creditUsed: orders.creditUsed,
      shippingQuote: orders.shippingQuote,
      doorFee: orders.doorFee,
      payBy: orders.payBy,
    })
    .from(orders)
    .where(eq(orders.number, number));
  return order;
}

const PAYMENT = {
  id: payments.id,
  orderId: payments.orderId,
  attempt: payments.attempt,
  provider: payments.provider,
  method: payments.method,
  providerRef: payments.providerRef,
  payUrl: payments.payUrl,
  amount: payments.amount,
  uniqueAddition: payments.uniqueAddition,
  state: payments.state,
  expiresAt: payments.expiresAt,
  proofPhotoId: payments.proofPhotoId,
  proofAt: payments.proofAt,
  confirmedAt: payments.confirmedAt,
  createdAt: payments.createdAt,
};

/** Every try to pay an order, the newest first. The caller has checked who asks. */
export function listAttempts(orderId: string) {
  return db().select(PAYMENT).from(payments).where(eq(payments.orderId, orderId)).orderBy(desc(payments.attempt));
}

export function listOrderLineNames(orderId: string) {
  return db()
    .select({
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      quantityMilli: orderLines.quantityMilli,
      unit: orderLines.unit,
      goodsValue: orderLines.goodsValue,
    })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position));
}

/** Where to send the money, and which ways are open. */
export async function findPayInfo() {
  const [network] = await db()
    .select({
      name: networks.name,
      bankName: networks.bankName,
      bankAccount: networks.bankAccount,
      bankHolder: networks.bankHolder,
      qrisPhotoId: networks.qrisPhotoId,
      takesTransfer: networks.takesTransfer,
      takesQris: networks.takesQris,
      payWithinHours: networks.payWithinHours,
    })
    .from(networks)
    .where(eq(networks.id, "network"));
  return network;
}

/** The groups that sell in an order: their treasurers may see its payments. */
export async function listGroupIdsOfOrder(orderId: string): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ groupId: consignments.groupId })
    .from(consignments)
    .where(eq(consignments.orderId, orderId));
  return rows.map((row) => row.groupId);
}

/** Whose orders' payments the actor sees: all for the operator, else those with a consignment of a group whose treasurer it is. */
function groupsSeen(actor: Actor): string[] | "all" {
  if (may(actor, "see-payments")) return "all";
  const groupIds = actor.memberships
    .map((membership) => membership.groupId)
    .filter((groupId) => may(actor, "see-payments", { groupId }));
  if (groupIds.length === 0) throw new NotAllowed("see-payments", actor.personId !== null);
  return groupIds;
}

/** Throws unless there is a payment that the actor may look at. */
export function mustSeePayments(actor: Actor): void {
  groupsSeen(actor);
}

const WAITING = ["open", "claimed", "needs-attention"] as const;
/** Money for one of these may still come; the bank's list then shows an amount that somebody searches for. */
const GIVEN_UP = ["failed", "expired", "cancelled"] as const;

const byHand = and(eq(payments.provider, "manual"), inArray(payments.method, ["transfer", "qris"]));

/** The payments of orders in which these groups sell. */
function isTheirs(seen: string[] | "all") {
  if (seen === "all") return undefined;
  return inArray(
    payments.orderId,
    db().select({ id: consignments.orderId }).from(consignments).where(inArray(consignments.groupId, seen)),
  );
}

/** How many buyers say that they have paid, of those whose word the actor may check. */
export async function countClaimedPayments(actor: Actor): Promise<number> {
  return db().$count(payments, and(eq(payments.state, "claimed"), byHand, isTheirs(groupsSeen(actor))));
}

/** Payments that wait for somebody to look at the bank's list, claimed ones first; or any that was asked for exactly this amount. */
export async function listWaitingPayments(actor: Actor, { amount }: { amount: number | null }) {
  const mine = isTheirs(groupsSeen(actor));
  return db()
    .select({
      ...PAYMENT,
      orderNumber: orders.number,
      buyerName: orders.buyerName,
      buyerPhone: orders.buyerPhone,
    })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(
      and(
        inArray(payments.state, amount === null ? [...WAITING] : [...WAITING, ...GIVEN_UP]),
        or(byHand, eq(payments.state, "needs-attention")),
        mine,
        amount === null ? undefined : sql`${payments.amount} + ${payments.uniqueAddition} = ${amount}`,
      ),
    )
    .orderBy(
      sql`case ${payments.state} when 'needs-attention' then 0 when 'claimed' then 1 when 'open' then 2 else 3 end`,
      asc(payments.createdAt),
      asc(payments.id),
    )
    .limit(100);
}

/** Every transfer or QRIS payment that money may still come for, of those that the actor may confirm. */
export async function listAwaitedPayments(actor: Actor) {
  const mine = isTheirs(groupsSeen(actor));
  return db()
    .select({ ...PAYMENT, orderNumber: orders.number, buyerName: orders.buyerName })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(and(inArray(payments.state, ["open", "claimed", ...GIVEN_UP]), byHand, mine))
    .orderBy(asc(payments.createdAt), asc(payments.id));
}

/** A payment with its order, for who may confirm it or look at its proof. */
export async function findPayment(paymentId: string) {
  const [row] = await db()
    .select({ ...PAYMENT, orderNumber: orders.number, orderState: orders.state, buyerId: orders.buyerId })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(payments.id, paymentId));
  return row;
}

/** One line on the bank's list is one payment. */
export async function isBankReferenceUsed(line: { bankReference: string; exceptPaymentId: string }): Promise<boolean> {
  const [row] = await db()
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.bankReference, line.bankReference), ne(payments.id, line.exceptPaymentId)))
    .limit(1);
  return row !== undefined;
}
