import { and, eq, inArray, ne } from "drizzle-orm";
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
    .where(and(eq(orders.id, orderId), eq(orders.version, version), inArray(orders.state, ["paid", "completed"])))
    .returning({ id: orders.id });
  if (changed.length !== 1) return false;
  await tx
    .update(consignments)
    .set({ state: "refunded" })
    .where(and(eq(consignments.orderId, orderId), ne(consignments.state, "cancelled")));
  return true;
}
