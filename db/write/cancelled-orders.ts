import type { Tx } from "../transaction.server.ts";
import { returnGoods } from "./lots.ts";
import { releaseCredit } from "./order-credit.ts";
import { cancelConsignments, listOrderedQuantities, markOrderCancelled } from "./orders.ts";
import { endPayments } from "./payment-states.ts";

/**
 * An order that nobody paid and nobody packed ends, and its goods can be bought again.
 * @returns false when it is too late for that: the caller must then undo the transaction
 */
export async function cancelWholeOrder(
  tx: Tx,
  { now, newId }: { now: Date; newId: () => string },
  orderId: string,
): Promise<boolean> {
  if (!(await markOrderCancelled(tx, { orderId, now }))) return false;
  const { cancelled, all } = await cancelConsignments(tx, orderId);
  if (cancelled < all) return false;
  await endPayments(tx, { orderId, event: "cancel", now });
  await releaseCredit(tx, { now, newId }, orderId);
  await returnGoods(tx, { lines: await listOrderedQuantities(tx, orderId), now });
  return true;
}
