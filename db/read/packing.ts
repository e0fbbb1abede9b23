import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import { TRAVELLED_STATES } from "#app/domain/consignment.ts";
import type { Placed } from "#app/domain/packing-plan.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { actualWeight, hasLeft, type RunState } from "#app/domain/run.ts";
import { db } from "../client.server.ts";
import { consignments, groups, listings, orderLines, orders, pickUpPoints, variants } from "../schema.ts";
import { boxableOf, PACKED_THINGS } from "./packed-things.ts";
import { RECEIVER_NAME } from "./receiver.ts";

/**
 * What of a run goes into parcels, by the weights known by now: before it leaves all that is paid, afterwards what is on board. Goods of
 * which one has to stay cold are kept apart, and break where one breaks.
 */
export async function listRunGoods(actor: Actor, run: { id: string; hubId: string; state: RunState }) {
  permit(actor, "see-runs", { hubId: run.hubId });
  const isGone = hasLeft(run.state);
  const rows = await db()
    .select({
      id: consignments.id,
      orderNumber: orders.number,
      buyerName: RECEIVER_NAME,
      groupName: groups.name,
      delivery: orders.delivery,
      pickUpPoint: pickUpPoints.name,
      grams: consignments.grams,
      packedGrams: consignments.packedGrams,
      volumetricGrams: consignments.volumetricGrams,
      packedSideMm: consignments.packedSideMm,
      parcel: consignments.parcel,
      state: consignments.state,
      ...PACKED_THINGS,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .leftJoin(orderLines, eq(orderLines.consignmentId, consignments.id))
    .leftJoin(variants, eq(variants.id, orderLines.variantId))
    .leftJoin(listings, eq(listings.id, variants.listingId))
    .where(
      and(
        eq(consignments.runId, run.id),
        isGone
          ? inArray(consignments.state, [...TRAVELLED_STATES])
          : notInArray(consignments.state, ["waiting", "cancelled", "refunded"]),
      ),
    )
    .groupBy(consignments.id, orders.id, groups.id, pickUpPoints.id)
    .orderBy(asc(groups.name), asc(orders.number));
  return rows.map(boxableOf).map(({ packedGrams, ...row }) => ({
    ...row,
    longestMm: row.sides?.[0] ?? null,
    ...actualWeight({ ...row, packedGrams }),
    isWeighed: packedGrams !== null,
    place: row.pickUpPoint ?? row.delivery,
  })) satisfies Placed[];
}
