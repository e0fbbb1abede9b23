import { and, eq, gt, inArray } from "drizzle-orm";
import { type Lot, leftOf } from "#app/domain/lot.ts";
import { db } from "../client.server.ts";
import { deliveries, lotParts, lots, members, variants } from "../schema.ts";

/** A lot as the rules see it, with when it was begun. */
export type StoredLot = Lot & { begunAt: Date | null };

/** For use cases: the lots of these variants that still hold something, and the stock that no lot stands behind. */
export async function readStockOf(
  variantIds: readonly string[],
): Promise<{ lots: StoredLot[]; untracedMilli: Map<string, number> }> {
  const asked = [...new Set(variantIds)];
  if (asked.length === 0) return { lots: [], untracedMilli: new Map() };
  const stocks = await db()
    .select({ id: variants.id, stockMilli: variants.stockMilli })
    .from(variants)
    .where(inArray(variants.id, asked));
  const holding = db().select({ id: lotParts.lotId }).from(lotParts).where(gt(lotParts.leftMilli, 0));
  const found = await readLots(and(inArray(lots.variantId, asked), inArray(lots.id, holding)));
  return {
    lots: found,
    untracedMilli: new Map(
      stocks.map(({ id, stockMilli }) => [
        id,
        stockMilli - found.filter((lot) => lot.variantId === id).reduce((all, lot) => all + leftOf(lot), 0),
      ]),
    ),
  };
}

/** For use cases: one lot with its parts. */
export async function readLot(lotId: string): Promise<StoredLot | undefined> {
  return (await readLots(eq(lots.id, lotId)))[0];
}

/** For use cases: the lots that a delivery stands in. */
export async function readLotsOfDelivery(deliveryId: string): Promise<StoredLot[]> {
  const mine = db().select({ id: lotParts.lotId }).from(lotParts).where(eq(lotParts.deliveryId, deliveryId));
  return readLots(inArray(lots.id, mine));
}

async function readLots(where: ReturnType<typeof and>): Promise<StoredLot[]> {
  const rows = await db()
    .select({
      ...{ id: lots.id, variantId: lots.variantId, day: lots.day, number: lots.number, begunAt: lots.begunAt },
      part: {
        deliveryId: lotParts.deliveryId,
        memberId: members.id,
        memberNumber: members.number,
        weightMilli: lotParts.weightMilli,
        leftMilli: lotParts.leftMilli,
      },
    })
    .from(lots)
    .innerJoin(lotParts, eq(lotParts.lotId, lots.id))
    .innerJoin(deliveries, eq(deliveries.id, lotParts.deliveryId))
    .innerJoin(members, eq(members.id, deliveries.memberId))
    .where(where);
  const byId = new Map<string, StoredLot & { parts: Lot["parts"][number][] }>();
  for (const { part, ...lot } of rows) {
    const known = byId.get(lot.id) ?? { ...lot, parts: [] };
    known.parts.push(part);
    byId.set(lot.id, known);
  }
  return [...byId.values()];
}

/** For use cases: the variants of a listing whose stock is kept by deliveries, and what of it lies in lots. */
export async function readLotStock(listingId: string): Promise<Map<string, number>> {
  const rows = await db()
    .select({ variantId: lots.variantId, leftMilli: lotParts.leftMilli })
    .from(lots)
    .innerJoin(variants, eq(variants.id, lots.variantId))
    .innerJoin(lotParts, eq(lotParts.lotId, lots.id))
    .where(eq(variants.listingId, listingId));
  const left = new Map<string, number>();
  for (const row of rows) left.set(row.variantId, (left.get(row.variantId) ?? 0) + row.leftMilli);
  return left;
}
