import { and, desc, eq, isNull } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, orderLines, orders, reviews } from "../schema.ts";

/** More would be nagging. */
const ORDERS_AT_MOST = 5;

/** The signed-in buyer's orders with delivered goods that have no review yet, the latest first. */
export async function listReviewsDue(actor: Actor): Promise<{ number: string; goods: string[] }[]> {
  permit(actor, "see-account");
  const rows = await db()
    .select({ number: orders.number, name: orderLines.listingName })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .leftJoin(reviews, eq(reviews.orderLineId, orderLines.id))
    .where(and(eq(orders.buyerId, actor.personId ?? ""), eq(consignments.state, "delivered"), isNull(reviews.id)))
    .orderBy(desc(orders.placedAt), orders.id, orderLines.position)
    .limit(60);
  const due = new Map<string, string[]>();
  for (const { number, name } of rows) due.set(number, [...new Set([...(due.get(number) ?? []), name])]);
  return [...due].slice(0, ORDERS_AT_MOST).map(([number, goods]) => ({ number, goods }));
}
