import { and, asc, eq, exists, gt, isNull, lte, or, sql } from "drizzle-orm";
import { canBringTo } from "#app/domain/bring.ts";
import type { KeepingRule } from "#app/domain/keeping-rule.ts";
import { isNearZone, type Way } from "#app/domain/travel.ts";
import { db } from "../client.server.ts";
import { runs, tariffs, zoneAreas, zones } from "../schema.ts";
import { listPassages } from "./delivery-offers.ts";
import { listBringers } from "./hub-groups.ts";
import { findKeepingRule } from "./networks.ts";

/** A tariff that somebody can be charged by now: in force, or of a run that still takes orders. */
function isInUse(now: Date) {
  return or(
    and(lte(tariffs.validFrom, now), or(isNull(tariffs.validTo), gt(tariffs.validTo, now))),
    exists(
      db()
        .select({ one: sql`1` })
        .from(runs)
        .where(and(eq(runs.tariffId, tariffs.id), eq(runs.state, "open"), gt(runs.cutOffAt, now))),
    ),
  );
}

/** The zones that something can be sent to now, by name. */
export async function listZonesServed(now: Date) {
  return db()
    .selectDistinct({ id: zones.id, name: zones.name })
    .from(zones)
    .innerJoin(tariffs, eq(tariffs.zoneId, zones.id))
    .where(isInUse(now))
    .orderBy(asc(zones.name));
}

/** What can go to a zone now: the ways there, each with the groups whose goods may go that way (null: of all), and the villages whose goods may go there though they stay within their regency. */
export type WaysTo = {
  ways: (Way & {
    maxParcelGrams: number;
    maxSideMm: number | null;
    volumeDivisor: number;
    groupIds: string[] | null;
  })[];
  nearVillages: string[];
  keeping: KeepingRule;
};

/** @returns null for a zone that is not there */
export async function findWaysTo(zoneId: string, now: Date): Promise<WaysTo | null> {
  const areas = await db()
    .select({ zoneId: zones.id, regionCode: zoneAreas.regionCode })
    .from(zones)
    .leftJoin(zoneAreas, eq(zoneAreas.zoneId, zones.id));
  if (!areas.some((area) => area.zoneId === zoneId)) return null;
  const covered = areas.flatMap(({ regionCode, ...area }) => (regionCode === null ? [] : [{ ...area, regionCode }]));
  const sellers = await listBringers();
  const passages = await listPassages(zoneId, now);
  return {
    ways: passages.map(({ by, tariff, passage, hub }) => ({
      ...{
        by,
        ...passage,
        groupIds: hub && sellers.filter((each) => canBringTo(each, hub)).map((each) => each.groupId),
      },
      maxParcelGrams: tariff.maxParcelGrams,
      maxSideMm: tariff.maxSideMm,
      volumeDivisor: tariff.volumeDivisor,
    })),
    nearVillages: [...new Set(sellers.map((seller) => seller.fromVillage))].filter((code) =>
      isNearZone(code, zoneId, covered),
    ),
    keeping: await findKeepingRule(),
  };
}
