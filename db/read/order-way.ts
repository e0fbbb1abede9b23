import { and, asc, eq } from "drizzle-orm";
import { db } from "../client.server.ts";
import { consignments, groups, hubs, orders, parcels, pickUpPoints, runs, tariffs, uncollected } from "../schema.ts";

/**
 * Where an order's goods are: their own boxes alone, whatever else travels in them. For the page of an order, which has looked who asks.
 */
export async function findOrderWay(orderId: string) {
  const [order] = await db()
    .select({
      ...{ delivery: orders.delivery, hubName: hubs.name, vessel: runs.vessel, departsAt: runs.departsAt },
      ...{ departedAt: runs.departedAt, arrivedAt: runs.arrivedAt, daysUnderWay: tariffs.daysUnderWay },
      ...{ point: pickUpPoints.name, pointAddress: pickUpPoints.address, openingHours: pickUpPoints.openingHours },
    })
    .from(orders)
    .leftJoin(runs, eq(runs.id, orders.runId))
    .leftJoin(hubs, eq(hubs.id, runs.hubId))
    .leftJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .where(eq(orders.id, orderId));
  const parts = await db()
    .select({
      ...{ id: consignments.id, groupName: groups.name, state: consignments.state, parcel: parcels.number },
      ...{ found: parcels.found, deliveredAt: consignments.deliveredAt, hubName: hubs.name },
      untilAt: uncollected.untilAt,
    })
    .from(consignments)
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(hubs, eq(hubs.id, groups.hubId))
    .leftJoin(parcels, and(eq(parcels.runId, consignments.runId), eq(parcels.number, consignments.parcel)))
    .leftJoin(uncollected, eq(uncollected.consignmentId, consignments.id))
    .where(eq(consignments.orderId, orderId))
    .orderBy(asc(groups.name), asc(consignments.id));
  return order && { ...order, parts };
}
