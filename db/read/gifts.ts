import { and, eq, isNotNull } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { orders } from "../schema.ts";

/** A gift as its recipient sees it: no goods, no prices, nothing of the buyer. Whoever calls has to look at the link's key. */
export async function findGift(actor: Actor, number: string) {
  permit(actor, "see-gift");
  const [row] = await db()
    .select({ id: orders.id, number: orders.number, name: orders.recipientName, state: orders.state })
    .from(orders)
    .where(and(eq(orders.number, number), isNotNull(orders.recipientName)));
  return row;
}
