import { and, eq } from "drizzle-orm";
import { MAX_BASKET_LINES } from "#app/domain/sale-line.ts";
import { MAX_QUANTITY_MILLI } from "#app/domain/unit.ts";
import { type BasketOwner, ownedBy } from "../read/baskets.ts";
import { basketLines, baskets } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type At = { now: Date; newId: () => string };

/** The owner's basket, made on first use. A person has one; a guest's is named by the hash of the cookie. */
export async function openBasket(tx: Tx, owner: BasketOwner, { now, newId }: At): Promise<string> {
  const [known] = await tx.select({ id: baskets.id }).from(baskets).where(ownedBy(owner));
  if (known) {
    await tx.update(baskets).set({ touchedAt: now }).where(eq(baskets.id, known.id));
    return known.id;
  }
  const id = "basketId" in owner ? owner.basketId : newId();
  const personId = "personId" in owner ? owner.personId : null;
  await tx.insert(baskets).values({ id, personId, createdAt: now, touchedAt: now });
  return id;
}

type Line = { basketId: string; variantId: string; quantityMilli: number };

/** Puts the line at this quantity, whether it was there or not. */
export async function setBasketLine(tx: Tx, { now, ...line }: Line & { now: Date }): Promise<void> {
  await tx
    .insert(basketLines)
    .values({ ...line, addedAt: now })
    .onConflictDoUpdate({
      target: [basketLines.basketId, basketLines.variantId],
      set: { quantityMilli: line.quantityMilli },
    });
}

export async function removeBasketLine(tx: Tx, { basketId, variantId }: Omit<Line, "quantityMilli">): Promise<void> {
  await tx.delete(basketLines).where(and(eq(basketLines.basketId, basketId), eq(basketLines.variantId, variantId)));
}

export async function clearBasket(tx: Tx, basketId: string): Promise<void> {
  await tx.delete(basketLines).where(eq(basketLines.basketId, basketId));
}

/**
 * When a guest signs in, what the guest's basket holds joins the person's and the guest's basket is gone. The same variant in both is
 * taken at the greater quantity: who put two in before and two again means two. Safe to repeat.
 */
export async function mergeBaskets(
  tx: Tx,
  { guestBasketId, personId, now, newId }: At & { guestBasketId: string; personId: string },
): Promise<void> {
  const [guest] = await tx.select({ personId: baskets.personId }).from(baskets).where(eq(baskets.id, guestBasketId));
  if (!guest || guest.personId !== null) return;
  const lines = await tx.select().from(basketLines).where(eq(basketLines.basketId, guestBasketId));
  if (lines.length > 0) {
    const basketId = await openBasket(tx, { personId }, { now, newId });
    const held = await tx.select().from(basketLines).where(eq(basketLines.basketId, basketId));
    const quantities = new Map(held.map((line) => [line.variantId, line.quantityMilli]));
    for (const { variantId, quantityMilli } of lines) {
      if (!quantities.has(variantId) && quantities.size >= MAX_BASKET_LINES) continue;
      const most = Math.min(Math.max(quantityMilli, quantities.get(variantId) ?? 0), MAX_QUANTITY_MILLI);
      quantities.set(variantId, most);
      await setBasketLine(tx, { basketId, variantId, quantityMilli: most, now });
    }
  }
  await clearBasket(tx, guestBasketId);
  await tx.delete(baskets).where(eq(baskets.id, guestBasketId));
}
