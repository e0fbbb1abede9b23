import { and, eq } from "drizzle-orm";
import { basketLines, baskets } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/**
 * When a guest signs in, what the guest's basket holds joins the person's and the guest's basket is gone. The same variant in both is
 * taken at the greater quantity: who put two in before and two again means two. Safe to repeat.
 */
export async function mergeBaskets(
  tx: Tx,
  { guestBasketId, personId, now, newId }: { guestBasketId: string; personId: string; now: Date; newId: () => string },
): Promise<void> {
  const [guest] = await tx.select({ personId: baskets.personId }).from(baskets).where(eq(baskets.id, guestBasketId));
  if (!guest || guest.personId !== null) return;
  const [own] = await tx.select({ id: baskets.id }).from(baskets).where(eq(baskets.personId, personId));
  const basketId = own?.id ?? newId();
  if (!own) await tx.insert(baskets).values({ id: basketId, personId, createdAt: now, touchedAt: now });
  const lines = await tx.select().from(basketLines).where(eq(basketLines.basketId, guestBasketId));
  for (const { variantId, quantityMilli } of lines) {
    const there = and(eq(basketLines.basketId, basketId), eq(basketLines.variantId, variantId));
    const [held] = await tx.select({ quantityMilli: basketLines.quantityMilli }).from(basketLines).where(there);
    if (!held) await tx.insert(basketLines).values({ basketId, variantId, quantityMilli, addedAt: now });
    else if (held.quantityMilli < quantityMilli) await tx.update(basketLines).set({ quantityMilli }).where(there);
  }
  await tx.delete(basketLines).where(eq(basketLines.basketId, guestBasketId));
  await tx.delete(baskets).where(eq(baskets.id, guestBasketId));
}
