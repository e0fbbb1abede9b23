import type { Context } from "#app/usecases/context.ts";
import { listOverdueOrders } from "#db/read/orders.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { returnGoods } from "#db/write/lots.ts";
import { tellBuyer } from "#db/write/messages.ts";
import { releaseCredit } from "#db/write/order-credit.ts";
import { cancelConsignments, listOrderedQuantities, markOrderExpired } from "#db/write/orders.ts";
import { endPayments } from "#db/write/payment-states.ts";

/**
 * Orders that nobody paid in time end, and their goods can be bought again. Each in a transaction of its own, won by a compare-and-set:
 * a payment that comes at the same moment either keeps the order alive or finds it ended.
 * An order whose buyer sent a proof of payment waits for a person to look at it.
 * @returns the numbers of those that ended now
 */
export async function expireOrders(ctx: Pick<Context, "now" | "newId" | "mail">): Promise<string[]> {
  const ended: string[] = [];
  for (const { id: orderId, number } of await listOverdueOrders(ctx.now)) {
    const isOver = await inTransaction(async (tx) => {
      if (!(await markOrderExpired(tx, { orderId, now: ctx.now }))) return false;
      await cancelConsignments(tx, { orderId });
      await endPayments(tx, { orderId, event: "expire", now: ctx.now });
      await releaseCredit(tx, ctx, orderId);
      await returnGoods(tx, { lines: await listOrderedQuantities(tx, orderId), now: ctx.now });
      await tellBuyer(tx, ctx, { orderId, kind: "payment-expired" });
      return true;
    });
    if (isOver) ended.push(number);
  }
  return ended;
}
