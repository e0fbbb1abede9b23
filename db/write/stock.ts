import { and, eq, gte, sql } from "drizzle-orm";
import { variants } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Quantity = { variantId: string; quantityMilli: number };

/**
 * Takes goods out of stock, each only if that much is there, in a fixed order so that two buyers never wait for each other in a ring.
 * @returns the variant that there was too little of: the caller must then undo the transaction; null when all was taken
 */
export async function takeStock(tx: Tx, lines: readonly Quantity[]): Promise<string | null> {
  for (const { variantId, quantityMilli } of inOrder(lines)) {
    const taken = await tx
      .update(variants)
      .set({ stockMilli: sql`${variants.stockMilli} - ${quantityMilli}` })
      .where(and(eq(variants.id, variantId), gte(variants.stockMilli, quantityMilli)))
      .returning({ id: variants.id });
    if (taken.length !== 1) return variantId;
  }
  return null;
}

/** Puts back what {@link takeStock} took; the caller has just won the right to do it by a compare-and-set on the order. */
export async function returnStock(tx: Tx, lines: readonly Quantity[]): Promise<void> {
  for (const { variantId, quantityMilli } of inOrder(lines))
    await tx
      .update(variants)
      .set({ stockMilli: sql`${variants.stockMilli} + ${quantityMilli}` })
      .where(eq(variants.id, variantId));
}

/** What the shelves hold, said anew. */
export async function setStock(tx: Tx, shelves: readonly { variantId: string; stockMilli: number }[]): Promise<void> {
  for (const { variantId, stockMilli } of shelves)
    await tx.update(variants).set({ stockMilli }).where(eq(variants.id, variantId));
}

/** Two lines of one variant count together. */
function inOrder(lines: readonly Quantity[]): Quantity[] {
  const wanted = new Map<string, number>();
  for (const { variantId, quantityMilli } of lines) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantityMilli);
  return [...wanted]
    .map(([variantId, quantityMilli]) => ({ variantId, quantityMilli }))
    .toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1));
}
