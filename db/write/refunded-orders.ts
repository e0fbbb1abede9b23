import { and, eq, inArray } from "drizzle-orm";
import { statesBefore } from "#app/domain/consignment.ts";
import { orderStatesBefore } from "#app/domain/order-life.ts";
import { consignments, orders } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Paid or completed → refunded, its consignments too. False when somebody else was first. */
export async function markOrderRefunded(
  tx: Tx,
  { orderId, version, now }: { orderId: string; version: number; now: Date },
): Promise<boolean> {
  const changed = await tx
    .update(orders)
    .set({ state: "refunded", closedAt: now, version: version + 1 })
    .where(and(eq(orders.id, orderId), eq(orders.version, version), inArray(orders.state, orderStatesBefore("refund"))))
    .returning({ id: orders.id });
  if (changed.length !== 1) return false;
  await tx
    .update(consignments)
    .set({ state: "refunded" })
    .where(and(eq(consignments.orderId, orderId), inArray(consignments.state, statesBefore("refund", "fetch"))));
  return true;
}
