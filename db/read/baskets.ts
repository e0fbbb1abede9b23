import { count, eq } from "drizzle-orm";
import { db } from "../client.server.ts";
import { basketLines, baskets } from "../schema.ts";

/** Whose basket: a person's, or that of a visitor whom only a cookie names (by its hash). */
export type BasketOwner = { personId: string } | { basketId: string };

export function ownedBy(owner: BasketOwner) {
  return "personId" in owner ? eq(baskets.personId, owner.personId) : eq(baskets.id, owner.basketId);
}

export async function countBasketLines(owner: BasketOwner | null): Promise<number> {
  if (!owner) return 0;
  const [row] = await db()
    .select({ lines: count().mapWith(Number) })
    .from(basketLines)
    .innerJoin(baskets, eq(baskets.id, basketLines.basketId))
    .where(ownedBy(owner));
  return row?.lines ?? 0;
}
