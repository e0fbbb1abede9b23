import { permit } from "#app/domain/permissions.ts";
import { type Refused, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findOrderHead } from "#db/read/orders.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { returnGoods } from "#db/write/lots.ts";
import { cancelConsignments, listOrderedQuantities, markOrderCancelled } from "#db/write/orders.ts";
import { endPayments } from "#db/write/payment-states.ts";

class TooLate extends Error {}

/** The buyer takes an order back, as long as nothing is paid and no group has packed. The goods can be bought again. */
export async function cancelOrder(
  ctx: Context,
  { number }: { number: string },
): Promise<{ ok: true } | Refused<"order-not-found" | "too-late-to-cancel">> {
  const head = await findOrderHead(number);
  if (!head) return refuse("order-not-found");
  permit(ctx.actor, "cancel-order", { orderId: head.id, buyerId: head.buyerId });
  try {
    return await inTransaction(async (tx) => {
      if (!(await markOrderCancelled(tx, { orderId: head.id, now: ctx.now }))) throw new TooLate();
      const { cancelled, all } = await cancelConsignments(tx, head.id);
      if (cancelled < all) throw new TooLate();
      await endPayments(tx, { orderId: head.id, event: "cancel", now: ctx.now });
      await returnGoods(tx, { lines: await listOrderedQuantities(tx, head.id), now: ctx.now });
      return { ok: true };
    });
  } catch (problem) {
    if (problem instanceof TooLate) return refuse("too-late-to-cancel");
    throw problem;
  }
}
