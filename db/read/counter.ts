import { and, asc, desc, eq, gt, inArray, isNull, notInArray } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { isUnit, type Unit } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import { consignments, groups, hubs, listings, orderLines, orders, payments, saleCycles, variants } from "../schema.ts";
import { asTheyStand, SOLD_GOODS } from "./baskets.ts";

/** Goods that lie there now: what is made or harvested after it was ordered cannot go over the counter. */
function liesThere() {
  const ahead = db().select({ id: saleCycles.variantId }).from(saleCycles).where(eq(saleCycles.state, "planned"));
  return and(isNull(listings.madeToOrderDays), notInArray(variants.id, ahead));
}

/** What a group can sell in person now, by name. */
export async function listCounterGoods(actor: Actor, groupId: string) {
  permit(actor, "sell-at-counter", { groupId });
  const rows = await db()
    .select({
      variantId: variants.id,
      listingName: listings.name,
      variantName: variants.name,
      unit: listings.unit,
      price: variants.price,
      stockMilli: variants.stockMilli,
    })
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(
      and(
        eq(listings.groupId, groupId),
        eq(listings.state, "published"),
        isNull(variants.retiredAt),
        gt(variants.stockMilli, 0),
        liesThere(),
      ),
    )
    .orderBy(asc(listings.name), asc(listings.id), asc(variants.position));
  return rows.map((row) => ({ ...row, unit: isUnit(row.unit) ? row.unit : ("buah" satisfies Unit) }));
}

type Wanted = { variantId: string; quantityMilli: number };

/** So much of a group's goods as they stand now, in the order asked for; what is not on its counter is left out. */
export async function listCounterLines(groupId: string, wanted: readonly Wanted[], now: Date) {
  if (wanted.length === 0) return [];
  const rows = await db()
    .select(SOLD_GOODS)
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .leftJoin(hubs, eq(hubs.id, groups.hubId))
    .where(
      and(
        eq(listings.groupId, groupId),
        liesThere(),
        inArray(
          variants.id,
          wanted.map((each) => each.variantId),
        ),
      ),
    );
  const lines = wanted.flatMap(({ variantId, quantityMilli }) => {
    const row = rows.find((each) => each.variantId === variantId);
    return row ? [{ ...row, quantityMilli }] : [];
  });
  return asTheyStand(lines, now);
}

/** One sale over this group's counter, with its tries to pay, the newest first; undefined for a number that is none. */
export async function findCounterSale(actor: Actor, { groupId, number }: { groupId: string; number: string }) {
  permit(actor, "sell-at-counter", { groupId });
  const [order] = await db()
    .select({
      id: orders.id,
      number: orders.number,
      state: orders.state,
      total: orders.total,
      payBy: orders.payBy,
      buyerName: orders.buyerName,
      placedAt: orders.placedAt,
    })
    .from(orders)
    .innerJoin(consignments, eq(consignments.orderId, orders.id))
    .where(and(eq(orders.number, number), eq(orders.delivery, "counter"), eq(consignments.groupId, groupId)));
  if (!order) return undefined;
  const tries = await db()
    .select({ id: payments.id, method: payments.method, state: payments.state, cashGiven: payments.cashGiven })
    .from(payments)
    .where(eq(payments.orderId, order.id))
    .orderBy(desc(payments.attempt));
  const lines = await db()
    .select({
      id: orderLines.id,
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      unit: orderLines.unit,
      quantityMilli: orderLines.quantityMilli,
      goodsValue: orderLines.goodsValue,
    })
    .from(orderLines)
    .where(eq(orderLines.orderId, order.id))
    .orderBy(asc(orderLines.position));
  return { ...order, tries, lines };
}

/** The last sales over this group's counter, the newest first. */
export function listCounterSales(actor: Actor, { groupId, limit }: { groupId: string; limit: number }) {
  permit(actor, "sell-at-counter", { groupId });
  return db()
    .select({ number: orders.number, state: orders.state, total: orders.total, placedAt: orders.placedAt })
    .from(orders)
    .innerJoin(consignments, eq(consignments.orderId, orders.id))
    .where(and(eq(orders.delivery, "counter"), eq(consignments.groupId, groupId)))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit);
}
