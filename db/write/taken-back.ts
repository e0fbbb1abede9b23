import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { statesBefore } from "#app/domain/consignment.ts";
import { type Rupiah, ZERO } from "#app/domain/money.ts";
import { orderAfter, orderStatesBefore } from "#app/domain/order-life.ts";
import { lostFeeEntry, refundedEntries, refundedInput } from "#app/domain/postings-of-refunds.ts";
import { lostFee, type RefundPlan } from "#app/domain/refund.ts";
import type { RefundBasis } from "../read/refunds.ts";
import { consignments, orderLineShares, orderLines, orders } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";
import { returnPart } from "./lots.ts";
import { completeOrder } from "./orders-delivered.ts";
import type { By } from "./paid-orders.ts";

type Taking = {
  basis: RefundBasis;
  plan: RefundPlan;
  refundId: string;
  /** What of the unique addition is taken back from the buyer's credit. */
  credit: Rupiah;
  /** Goods that the buyer had came back and can be sold again. */
  isBackInStock: boolean;
};

/**
 * Takes a plan's goods and shipping back: the parties' parts and the order's own rows are marked, what was posted is mirrored, what was
 * not delivered can be bought again. False when the order changed since the plan was made: nothing is written then.
 */
export async function takeOrderBack(tx: Tx, by: By, taking: Taking): Promise<boolean> {
  const { basis, plan, refundId, credit } = taking;
  const { order } = basis;
  if (!(await turnOrder(tx, by, taking))) return false;
  // Before the lines are marked, for it asks what was left of them.
  await putBack(tx, by, taking);
  await markLines(tx, plan);
  await markShipping(tx, order.id, plan);
  const buyerCredit = order.buyerId && credit > 0 ? { buyerId: order.buyerId, amount: credit } : null;
  const entries = refundedEntries({ refundId, orderId: order.id, ...refundedInput(plan), buyerCredit });
  const postedBy = { actorId: by.actor.personId, now: by.now, newId: by.newId };
  for (const entry of entries) if (entry.postings.length > 0) await post(tx, entry, postedBy);
  await postLostFees(tx, by, taking);
  await closeParts(tx, order.id, plan);
  await completeOrder(tx, { orderId: order.id, now: by.now });
  return true;
}

async function turnOrder(tx: Tx, by: By, { basis: { order }, plan }: Taking): Promise<boolean> {
  const event = plan.isEverything ? "refund" : "refund-part";
  const state = orderAfter(order.state, event);
  if (!state) return false;
  const changed = await tx
    .update(orders)
    .set({ state, version: order.version + 1, ...(event === "refund" && { closedAt: by.now }) })
    .where(
      and(eq(orders.id, order.id), eq(orders.version, order.version), inArray(orders.state, orderStatesBefore(event))),
    )
    .returning({ id: orders.id });
  return changed.length === 1;
}

async function markLines(tx: Tx, plan: RefundPlan): Promise<void> {
  for (const { orderLineId, amount, quantityMilli, shares } of plan.lines) {
    await tx
      .update(orderLines)
      .set({
        refundedValue: sql`${orderLines.refundedValue} + ${amount}`,
        refundedMilli: sql`${orderLines.refundedMilli} + ${quantityMilli}`,
        // What was packed counts what is still wanted.
        packedQuantityMilli: sql`${orderLines.packedQuantityMilli} - ${quantityMilli}`,
      })
      .where(eq(orderLines.id, orderLineId));
    for (const share of shares)
      await tx
        .update(orderLineShares)
        .set({ refunded: sql`${orderLineShares.refunded} + ${share.amount}` })
        .where(eq(orderLineShares.id, share.shareId));
  }
}

async function markShipping(tx: Tx, orderId: string, plan: RefundPlan): Promise<void> {
  for (const { consignmentId, amount, from } of plan.shipping)
    if (consignmentId === null)
      await tx
        .update(orders)
        .set({ doorFeeRefunded: sql`${orders.doorFeeRefunded} + ${amount}` })
        .where(eq(orders.id, orderId));
    else
      await tx
        .update(consignments)
        .set(
          from === "shipping-held"
            ? { quoteRefunded: sql`${consignments.quoteRefunded} + ${amount}` }
            : { shareRefunded: sql`${consignments.shareRefunded} + ${amount}` },
        )
        .where(eq(consignments.id, consignmentId));
}

async function postLostFees(tx: Tx, by: By, { basis, plan, refundId }: Taking): Promise<void> {
  for (const { id: groupId, feeBearer: bearer } of basis.groups) {
    const lines = plan.lines.filter((line) => line.groupId === groupId);
    const fee = lostFee(lines);
    if (bearer === "network" || fee === ZERO) continue;
    const postedBy = { actorId: by.actor.personId, now: by.now, newId: by.newId };
    await post(tx, lostFeeEntry({ refundId, groupId, bearer, fee, lines }), postedBy);
  }
}

/** Goods that the buyer never had can be sold again; those that the buyer had, when they came back. */
async function putBack(tx: Tx, by: By, { basis, plan, isBackInStock }: Taking): Promise<void> {
  const left = new Map(basis.lines.map((line) => [line.orderLineId, line]));
  const lines = plan.lines.flatMap(({ orderLineId, isEarned, quantityMilli }) => {
    const line = left.get(orderLineId);
    if (!line || quantityMilli === 0 || (isEarned && !isBackInStock)) return [];
    return { orderLineId, variantId: line.variantId, quantityMilli, leftMilli: line.quantityMilli };
  });
  await returnPart(tx, { lines, now: by.now });
}

/** A part of which nothing is left, neither goods nor shipping that is still held, is refunded; the others go on. */
async function closeParts(tx: Tx, orderId: string, plan: RefundPlan): Promise<void> {
  const rows = await tx
    .select({
      id: consignments.id,
      delivery: orders.delivery,
      quote: consignments.quote,
      quoteRefunded: consignments.quoteRefunded,
      share: consignments.share,
      value: sql<number>`sum(${orderLines.goodsValue} - ${orderLines.missing} - ${orderLines.refundedValue})`.mapWith(
        Number,
      ),
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(orderLines, eq(orderLines.consignmentId, consignments.id))
    .where(and(eq(consignments.orderId, orderId), notInArray(consignments.state, ["cancelled", "refunded"])))
    .groupBy(consignments.id, orders.delivery);
  for (const part of rows) {
    const isShippingLeft = part.share === null && part.quote > part.quoteRefunded;
    if (part.value > 0 || (isShippingLeft && !plan.isEverything)) continue;
    await tx
      .update(consignments)
      .set({ state: "refunded" })
      .where(and(eq(consignments.id, part.id), inArray(consignments.state, statesBefore("refund", part.delivery))));
  }
}
