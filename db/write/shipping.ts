import { and, eq } from "drizzle-orm";
import { placeInSeries } from "#app/domain/tariff-series.ts";
import { listTariffSeries } from "../read/tariffs.ts";
import { hubGroups, hubKeepers, hubs, pickUpPoints, pointKeepers, tariffs, zoneAreas, zones } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** False when the same form made it before. */
export async function insertZone(tx: Tx, zone: { id: string; name: string }): Promise<boolean> {
  const added = await tx.insert(zones).values(zone).onConflictDoNothing({ target: zones.id }).returning();
  return added.length === 1;
}

/** False when the region lies in a zone already. */
export async function insertZoneArea(tx: Tx, area: { zoneId: string; regionCode: string }): Promise<boolean> {
  const added = await tx.insert(zoneAreas).values(area).onConflictDoNothing().returning();
  return added.length === 1;
}

export async function deleteZoneArea(tx: Tx, area: { zoneId: string; regionCode: string }): Promise<boolean> {
  const removed = await tx
    .delete(zoneAreas)
    .where(and(eq(zoneAreas.zoneId, area.zoneId), eq(zoneAreas.regionCode, area.regionCode)))
    .returning();
  return removed.length === 1;
}

/**
 * The new tariff begins where the one before it ends: there is never a gap, and never two. False when another of its service and zone
 * begins at the very same moment.
 */
export async function startTariff(tx: Tx, tariff: typeof tariffs.$inferInsert): Promise<boolean> {
  const series = (await listTariffSeries(tariff)).map(({ id, validFrom, validTo }) => ({
    ...{ id, validFromMs: validFrom.getTime(), validToMs: validTo?.getTime() ?? null },
  }));
  const asked = { fromMs: tariff.validFrom.getTime(), toMs: tariff.validTo?.getTime() ?? null };
  const place = placeInSeries(series, asked);
  if (!place) return false;
  if (place.ends) await tx.update(tariffs).set({ validTo: tariff.validFrom }).where(eq(tariffs.id, place.ends));
  await tx.insert(tariffs).values({ ...tariff, validTo: place.untilMs === null ? null : new Date(place.untilMs) });
  return true;
}

/** A new hub, or the same hub told anew. */
export async function saveHub(tx: Tx, { id, ...hub }: typeof hubs.$inferInsert): Promise<void> {
  await tx
    .insert(hubs)
    .values({ id, ...hub })
    .onConflictDoUpdate({ target: hubs.id, set: hub });
}

export async function insertKeeper(tx: Tx, keeper: { hubId: string; personId: string }): Promise<void> {
  await tx.insert(hubKeepers).values(keeper).onConflictDoNothing();
}

export async function deleteKeeper(tx: Tx, keeper: { hubId: string; personId: string }): Promise<boolean> {
  const removed = await tx
    .delete(hubKeepers)
    .where(and(eq(hubKeepers.hubId, keeper.hubId), eq(hubKeepers.personId, keeper.personId)))
    .returning();
  return removed.length === 1;
}

type PointKeeper = { pickUpPointId: string; personId: string };

export async function insertPointKeeper(tx: Tx, keeper: PointKeeper): Promise<void> {
  await tx.insert(pointKeepers).values(keeper).onConflictDoNothing();
}

export async function deletePointKeeper(tx: Tx, keeper: PointKeeper): Promise<boolean> {
  const removed = await tx
    .delete(pointKeepers)
    .where(and(eq(pointKeepers.pickUpPointId, keeper.pickUpPointId), eq(pointKeepers.personId, keeper.personId)))
    .returning();
  return removed.length === 1;
}

/** False when the group is named there already. */
export async function insertHubGroup(tx: Tx, named: typeof hubGroups.$inferInsert): Promise<boolean> {
  const added = await tx.insert(hubGroups).values(named).onConflictDoNothing().returning();
  return added.length === 1;
}

export async function deleteHubGroup(tx: Tx, named: { hubId: string; groupId: string }): Promise<boolean> {
  const removed = await tx
    .delete(hubGroups)
    .where(and(eq(hubGroups.hubId, named.hubId), eq(hubGroups.groupId, named.groupId)))
    .returning();
  return removed.length === 1;
}

/** A new pick-up point, or the same one told anew. */
export async function savePickUpPoint(tx: Tx, { id, ...point }: typeof pickUpPoints.$inferInsert): Promise<void> {
  await tx
    .insert(pickUpPoints)
    .values({ id, ...point })
    .onConflictDoUpdate({ target: pickUpPoints.id, set: point });
}
