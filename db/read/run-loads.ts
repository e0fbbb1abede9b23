import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import { db } from "../client.server.ts";
import { consignments, listings, orderLines, orders, pickUpPoints, runPoints, variants } from "../schema.ts";
import { boxableOf, PACKED_THINGS } from "./packed-things.ts";

/** The consignments that travel in these runs, in the order in which their quotes were promised; what has to stay cold apart, as it is packed. */
export async function listRunLoads(runIds: string[]) {
  if (runIds.length === 0) return [];
  const rows = await db()
    .select({
      id: consignments.id,
      runId: consignments.runId,
      orderId: consignments.orderId,
      grams: consignments.grams,
      volumetricGrams: consignments.volumetricGrams,
      quote: consignments.quote,
      packedSideMm: consignments.packedSideMm,
      ...PACKED_THINGS,
    })
    .from(consignments)
    .leftJoin(orderLines, eq(orderLines.consignmentId, consignments.id))
    .leftJoin(variants, eq(variants.id, orderLines.variantId))
    .leftJoin(listings, eq(listings.id, variants.listingId))
    .where(and(inArray(consignments.runId, runIds), notInArray(consignments.state, ["cancelled", "refunded"])))
    .groupBy(consignments.id)
    .orderBy(asc(consignments.quotedAt), asc(consignments.id));
  return rows.map((row) => boxableOf({ ...row, quote: rupiah(row.quote) }));
}

/** Which pick-up points these runs serve; by run. */
export async function listRunPoints(runIds: string[]): Promise<(runId: string) => string[]> {
  const rows =
    runIds.length === 0
      ? []
      : await db()
          .select()
          .from(runPoints)
          .where(inArray(runPoints.runId, runIds))
          .orderBy(asc(runPoints.pickUpPointId));
  return (runId) => rows.filter((row) => row.runId === runId).map((row) => row.pickUpPointId);
}

/** The pick-up points at which somebody fetches what a run carries. */
export function listPointsInUse(runId: string) {
  return db()
    .selectDistinct({ id: pickUpPoints.id, name: pickUpPoints.name })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .where(and(eq(consignments.runId, runId), notInArray(consignments.state, ["cancelled", "refunded"])))
    .orderBy(asc(pickUpPoints.name), asc(pickUpPoints.id));
}

/** The names of the pick-up points that a run serves. */
export async function listPointNames(runId: string): Promise<string[]> {
  const rows = await db()
    .select({ name: pickUpPoints.name })
    .from(runPoints)
    .innerJoin(pickUpPoints, eq(pickUpPoints.id, runPoints.pickUpPointId))
    .where(eq(runPoints.runId, runId))
    .orderBy(asc(pickUpPoints.name));
  return rows.map((row) => row.name);
}
