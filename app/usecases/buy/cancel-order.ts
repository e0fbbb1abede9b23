import { permit } from "#app/domain/permissions.ts";
import { type Refused, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findOrderHead } from "#db/read/orders.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { cancelWholeOrder } from "#db/write/cancelled-orders.ts";

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
      if (!(await cancelWholeOrder(tx, ctx, head.id))) throw new TooLate();
      return { ok: true };
    });
  } catch (problem) {
    if (problem instanceof TooLate) return refuse("too-late-to-cancel");
    throw problem;
  }
}
