import { permit } from "#app/domain/permissions.ts";
import { goodsValueOf, MAX_BASKET_LINES } from "#app/domain/sale-line.ts";
import type { Context } from "#app/usecases/context.ts";
import { type BasketOwner, countBasketLines } from "#db/read/baskets.ts";
import { findOrderHead } from "#db/read/orders.ts";
import { findReorder } from "#db/read/reorders.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openBasket, setBasketLine } from "#db/write/baskets.ts";

type Input = { number: string; owner: BasketOwner };

/**
 * What of an earlier order is still for sale goes into the basket. Pressed twice it is there once: a line is never taken beyond what was
 * ordered then, nor below what the basket holds already.
 * @returns how many lines the basket holds of it now
 */
export async function reorder(ctx: Context, { number, owner }: Input): Promise<{ lines: number }> {
  const head = await findOrderHead(number);
  permit(ctx.actor, "reorder", { orderId: head?.id, buyerId: head?.buyerId });
  return inTransaction(async (tx) => {
    const compared = (await findReorder(ctx.actor, { number, owner, now: ctx.now })) ?? [];
    const wanted = compared.filter((line) => line.putMilli > 0);
    let room = MAX_BASKET_LINES - (await countBasketLines(owner));
    let lines = 0;
    if (wanted.length === 0) return { lines };
    const basketId = await openBasket(tx, owner, ctx);
    for (const { variantId, price, putMilli, heldMilli } of wanted) {
      if (heldMilli === 0 && room <= 0) continue;
      const quantityMilli = Math.max(putMilli, heldMilli);
      if (price === null || goodsValueOf({ price, quantityMilli }) === null) continue;
      if (heldMilli === 0) room -= 1;
      await setBasketLine(tx, { basketId, variantId, quantityMilli, now: ctx.now });
      lines += 1;
    }
    return { lines };
  });
}
