import { readQuantity } from "#app/domain/listing-numbers.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Refused, refuse } from "#app/domain/result.ts";
import { goodsValueOf, MAX_BASKET_LINES } from "#app/domain/sale-line.ts";
import type { Unit } from "#app/domain/unit.ts";
import type { Context } from "#app/usecases/context.ts";
import { type BasketOwner, countBasketLines, findBuyable } from "#db/read/baskets.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openBasket, removeBasketLine, setBasketLine } from "#db/write/baskets.ts";

export type BasketChange = {
  owner: BasketOwner;
  intent: "add" | "change" | "remove";
  variantId: string;
  /** As typed: "3" or "1,5". */
  quantity: string;
};

/** A quantity that cannot be, with what it was of and how much of that there is. */
export type WrongQuantity = Refused<
  "not-enough-stock" | "quantity-invalid" | "quantity-ambiguous" | "worth-too-much"
> & {
  left: { name: string; stockMilli: number; unit: Unit };
};

export type BasketAnswer = { ok: true } | WrongQuantity | Refused<"not-for-sale" | "basket-full">;

/**
 * Puts goods into a basket (on top of what is in it), changes how much, or takes them out. A basket reserves nothing; it only never
 * holds more than there is to sell at that moment.
 */
export async function changeBasket(ctx: Context, change: BasketChange): Promise<BasketAnswer> {
  permit(ctx.actor, "change-basket");
  const { owner, variantId } = change;
  return inTransaction(async (tx): Promise<BasketAnswer> => {
    if (change.intent === "remove") {
      const basketId = await openBasket(tx, owner, ctx);
      await removeBasketLine(tx, { basketId, variantId });
      return { ok: true };
    }
    const goods = await findBuyable(variantId, owner, ctx.now);
    if (!goods) return refuse("not-for-sale");
    const name = [goods.listingName, goods.variantName].filter(Boolean).join(", ");
    const wrong = (reason: WrongQuantity["reason"]): WrongQuantity => ({
      ...refuse(reason),
      left: { name, stockMilli: goods.stockMilli, unit: goods.unit },
    });
    const typed = readQuantity(change.quantity, goods.unit);
    if (!typed.ok) return wrong(typed.reason === "quantity-ambiguous" ? typed.reason : "quantity-invalid");
    const quantityMilli = change.intent === "add" ? goods.heldMilli + typed.value : typed.value;
    if (quantityMilli > goods.stockMilli) return wrong("not-enough-stock");
    if (goodsValueOf({ price: goods.price, quantityMilli }) === null) return wrong("worth-too-much");
    if (goods.heldMilli === 0 && (await countBasketLines(owner)) >= MAX_BASKET_LINES) return refuse("basket-full");
    const basketId = await openBasket(tx, owner, ctx);
    await setBasketLine(tx, { basketId, variantId, quantityMilli, now: ctx.now });
    return { ok: true };
  });
}
