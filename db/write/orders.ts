import { and, eq, exists, inArray, lt, not, sql } from "drizzle-orm";
import { type ConsignmentState, statesBefore } from "#app/domain/consignment.ts";
import { orderStatesBefore } from "#app/domain/order-life.ts";
import type { LineShare } from "#app/domain/sale-split.ts";
import { consignments, orderLineShares, orderLines, orders, payments } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type OrderRow = typeof orders.$inferInsert;
type ConsignmentRow = typeof consignments.$inferInsert;
type LineRow = typeof orderLines.$inferInsert;

export type OrderToWrite = {
  order: OrderRow;
  consignments: ConsignmentRow[];
  lines: (LineRow & { shares: LineShare[] })[];
};

/** Writes a whole order: its consignments, lines, and how each line is divided. */
export async function insertOrder(tx: Tx, whole: OrderToWrite, newId: () => string): Promise<void> {
  await tx.insert(orders).values(whole.order);
  await tx.insert(consignments).values(whole.consignments);
  for (const { shares, ...line } of whole.lines) {
    await tx.insert(orderLines).values(line);
    const rows = shares.map((share, at) => ({ ...share, id: newId(), orderLineId: line.id, position: at + 1 }));
    if (rows.length > 0) await tx.insert(orderLineShares).values(rows);
  }
}

type Ending = { orderId: string; now: Date };

/** Awaiting payment → expired, if its time is over and nobody says to have paid; false when it is not so (any more). */
export function markOrderExpired(tx: Tx, { orderId, now }: Ending): Promise<boolean> {
  return endOrder(tx, {
    set: { state: "expired", closedAt: now },
    where: and(inArray(orders.state, orderStatesBefore("expire")), lt(orders.payBy, now)),
    orderId,
  });
}

/** Awaiting payment, or payable on delivery → cancelled; false when money came or is said to have come, or it ended otherwise. */
export function markOrderCancelled(tx: Tx, { orderId, now }: Ending): Promise<boolean> {
  return endOrder(tx, {
    set: { state: "cancelled", closedAt: now },
    where: inArray(orders.state, orderStatesBefore("cancel")),
    orderId,
  });
}

type End = { orderId: string; set: Pick<OrderRow, "state" | "closedAt">; where: ReturnType<typeof and> };

async function endOrder(tx: Tx, { orderId, set, where }: End): Promise<boolean> {
  const money = tx
    .select({ one: sql`1` })
    .from(payments)
    .where(and(eq(payments.orderId, orderId), inArray(payments.state, ["claimed", "paid", "needs-attention"])));
  const ended = await tx
    .update(orders)
    .set({ ...set, version: sql`${orders.version} + 1` })
    .where(and(eq(orders.id, orderId), where, not(exists(money))))
    .returning({ id: orders.id });
  return ended.length === 1;
}

/**
 * Cancels an order's consignments: those that nobody has packed yet, which is the same however they would travel, unless other states are
 * named. Returns how many there were of these, and how many in all.
 */
export async function cancelConsignments(
  tx: Tx,
  { orderId, before = statesBefore("cancel", "fetch") }: { orderId: string; before?: ConsignmentState[] },
): Promise<{ cancelled: number; all: number }> {
  const cancelled = await tx
    .update(consignments)
    .set({ state: "cancelled" })
    .where(and(eq(consignments.orderId, orderId), inArray(consignments.state, before)))
    .returning({ id: consignments.id });
  const all = await tx.select({ id: consignments.id }).from(consignments).where(eq(consignments.orderId, orderId));
  return { cancelled: cancelled.length, all: all.length };
}

/** What an order took out of stock, line by line. */
export function listOrderedQuantities(tx: Tx, orderId: string) {
  return tx
    .select({
      orderLineId: orderLines.id,
      variantId: orderLines.variantId,
      quantityMilli: orderLines.quantityMilli,
      packedQuantityMilli: orderLines.packedQuantityMilli,
    })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId));
}
