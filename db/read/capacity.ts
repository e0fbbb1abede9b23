import { and, countDistinct, eq, inArray, isNull, sql, sum } from "drizzle-orm";
import { roomMilli } from "#app/domain/capacity.ts";
import { db } from "../client.server.ts";
import { consignments, contributions, members, orderLines, variants } from "../schema.ts";

type Listing = { listingId: string; madeToOrderDays: number | null; openPiecesPerMaker: number | null };

/** How much each listing's makers can still take on, for those that have a limit; see domain/capacity.ts. */
export async function listRooms(listings: readonly Listing[]): Promise<Map<string, number>> {
  const limited = listings.filter((each) => each.madeToOrderDays !== null && each.openPiecesPerMaker !== null);
  const ids = [...new Set(limited.map((each) => each.listingId))];
  if (ids.length === 0) return new Map();
  const [makers, open] = await Promise.all([countMakers(ids), listOpen(ids)]);
  const rooms = new Map<string, number>();
  for (const each of limited) {
    const room = roomMilli({
      ...each,
      makers: makers.get(each.listingId) ?? 0,
      openMilli: open.get(each.listingId) ?? 0,
    });
    if (room !== null) rooms.set(each.listingId, room);
  }
  return rooms;
}

async function countMakers(listingIds: string[]): Promise<Map<string, number>> {
  const rows = await db()
    .select({ listingId: contributions.listingId, makers: countDistinct(contributions.memberId).mapWith(Number) })
    .from(contributions)
    .innerJoin(members, eq(members.id, contributions.memberId))
    .where(and(inArray(contributions.listingId, listingIds), isNull(members.leftAt)))
    .groupBy(contributions.listingId);
  return new Map(rows.map((row) => [row.listingId, row.makers]));
}

/** Ordered and not packed yet. */
async function listOpen(listingIds: string[]): Promise<Map<string, number>> {
  const rows = await db()
    .select({
      listingId: variants.listingId,
      openMilli: sum(sql`${orderLines.quantityMilli} - ${orderLines.refundedMilli}`).mapWith(Number),
    })
    .from(orderLines)
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(and(inArray(variants.listingId, listingIds), inArray(consignments.state, ["waiting", "to-pack"])))
    .groupBy(variants.listingId);
  return new Map(rows.map((row) => [row.listingId, row.openMilli ?? 0]));
}
