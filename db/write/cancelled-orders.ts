import { type ConsignmentState, statesBefore } from "#app/domain/consignment.ts";
import type { Tx } from "../transaction.server.ts";
import { returnGoods } from "./lots.ts";
import { cancelConsignments, listOrderedQuantities, markOrderCancelled } from "./orders.ts";
import { endPayments } from "./payment-states.ts";

type Ending = { orderId: string; now: Date };

/**
 * An order that nobody paid and nobody packed ends, and its goods can be bought again.
 * @returns false when it is too late for that: the caller must then undo the transaction
 */
export async function cancelWholeOrder(tx: Tx, { orderId, now }: Ending): Promise<boolean> {
  return endUnpaid(tx, { orderId, now });
}

/** The same of one whose sailing was put off or called off, whether it was packed or not. */
export async function leaveUnpaidOrder(tx: Tx, { orderId, now }: Ending): Promise<boolean> {
  const before = [...statesBefore("cancel", "run-door"), ...statesBefore("leave", "run-door")];
  return endUnpaid(tx, { orderId, now, before });
}

async function endUnpaid(tx: Tx, { orderId, now, before }: Ending & { before?: ConsignmentState[] }): Promise<boolean> {
  if (!(await markOrderCancelled(tx, { orderId, now }))) return false;
  const { cancelled, all } = await cancelConsignments(tx, { orderId, ...(before && { before }) });
  if (cancelled < all) return false;
  await endPayments(tx, { orderId, event: "cancel", now });
  await returnGoods(tx, { lines: await listOrderedQuantities(tx, orderId), now });
  return true;
}
