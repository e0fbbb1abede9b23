import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { ENDED_STATES } from "#app/domain/consignment.ts";
import { orderStatesBefore } from "#app/domain/order-life.ts";
import { consignments, orders } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Paid → completed once nothing of the order is left to deliver; false while something is. */
export async function completeOrder(tx: Tx, { orderId, now }: { orderId: string; now: Date }): Promise<boolean> {
  const left = await tx
    .select({ id: consignments.id })
    .from(consignments)
    .where(and(eq(consignments.orderId, orderId), notInArray(consignments.state, [...ENDED_STATES])))
    .limit(1);
  if (left.length > 0) return false;
  const changed = await tx
    .update(orders)
    .set({ state: "completed", closedAt: now, version: sql`${orders.version} + 1` })
    .where(and(eq(orders.id, orderId), inArray(orders.state, orderStatesBefore("complete"))))
    .returning({ id: orders.id });
  return changed.length === 1;
}
