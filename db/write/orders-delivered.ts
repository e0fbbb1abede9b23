import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Delivery } from "#app/domain/checkout.ts";
import { ENDED_STATES } from "#app/domain/consignment.ts";
import { orderStatesBefore } from "#app/domain/order-life.ts";
import { deliveredEntry } from "#app/domain/postings.ts";
import { listConsignmentShares } from "../read/deliveries.ts";
import { consignments, orders } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { stepConsignment } from "./consignments.ts";
import { post } from "./ledger.ts";

type By = { actor: { personId: string | null }; now: Date; newId: () => string };
type Part = { id: string; groupId: string; delivery: Delivery };

/** The buyer has this part in hand: what was held for it becomes the members'. False when it is not there to be given (any more). */
export async function deliverPart(tx: Tx, by: By, { id, groupId, delivery }: Part): Promise<boolean> {
  if (!(await stepConsignment(tx, { consignmentId: id, delivery, step: "deliver", now: by.now }))) return false;
  const entry = deliveredEntry({ consignmentId: id, groupId, lines: await listConsignmentShares(id) });
  // Of goods that all went back on the way, nothing becomes anybody's.
  if (entry.postings.length > 0) await post(tx, entry, { actorId: by.actor.personId, now: by.now, newId: by.newId });
  return true;
}

/** What was sold over the counter goes into the buyer's hands at the moment it is paid: nobody packs it, and nothing is held. */
export async function giveOverCounter(tx: Tx, by: By, orderId: string): Promise<void> {
  const parts = await tx
    .select({ id: consignments.id, groupId: consignments.groupId })
    .from(consignments)
    .where(eq(consignments.orderId, orderId))
    .orderBy(asc(consignments.id));
  for (const part of parts) {
    const delivery = "counter" as const;
    const isThere = await stepConsignment(tx, { consignmentId: part.id, delivery, step: "hand-over", now: by.now });
    if (!isThere || !(await deliverPart(tx, by, { ...part, delivery })))
      throw new Error(`what order ${orderId} sold does not lie on the counter`);
  }
  await completeOrder(tx, { orderId, now: by.now });
}

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
