import { and, asc, count, eq, like } from "drizzle-orm";
import { db } from "../client.server.ts";
import { groups, listings, pickUpPoints, zones } from "../schema.ts";

/** How many goods on sale each village has; only villages with an active group. */
export async function listVillagesWithGroups() {
  return db()
    .select({ villageCode: groups.villageCode, goods: count(listings.id).mapWith(Number) })
    .from(groups)
    .leftJoin(listings, and(eq(listings.groupId, groups.id), eq(listings.state, "published")))
    .where(eq(groups.state, "active"))
    .groupBy(groups.villageCode)
    .orderBy(asc(groups.villageCode));
}

const point = {
  id: pickUpPoints.id,
  name: pickUpPoints.name,
  address: pickUpPoints.address,
  villageCode: pickUpPoints.villageCode,
  zoneId: pickUpPoints.zoneId,
  zoneName: zones.name,
};

/** Where buyers fetch goods, by name. @param region code of a regency or district: only those that lie in it */
export async function listPickUpPoints(region: string | null = null) {
  return db()
    .select(point)
    .from(pickUpPoints)
    .innerJoin(zones, eq(zones.id, pickUpPoints.zoneId))
    .where(region === null ? undefined : like(pickUpPoints.villageCode, `${region}.%`))
    .orderBy(asc(zones.name), asc(pickUpPoints.name), asc(pickUpPoints.id));
}

/** The ids of an area's pick-up points. */
export async function listPointsOfZone(zoneId: string): Promise<string[]> {
  const rows = await db().select({ id: pickUpPoints.id }).from(pickUpPoints).where(eq(pickUpPoints.zoneId, zoneId));
  return rows.map((row) => row.id);
}

export async function findPickUpPoint(id: string) {
  const [row] = await db()
    .select(point)
    .from(pickUpPoints)
    .innerJoin(zones, eq(zones.id, pickUpPoints.zoneId))
    .where(eq(pickUpPoints.id, id));
  return row;
}
