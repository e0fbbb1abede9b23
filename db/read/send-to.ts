import { and, asc, eq, exists, gt, isNull, lte, max, or, sql } from "drizzle-orm";
import { db } from "../client.server.ts";
import { runs, tariffs, zones } from "../schema.ts";

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

/**
 * The heaviest parcel, in grams, that some carrier takes to a zone now: 0 when none goes there.
 * @returns null for a zone that is not there
 */
export async function findHeaviestParcel(zoneId: string, now: Date): Promise<number | null> {
  const [row] = await db()
    .select({ id: zones.id, grams: max(tariffs.maxParcelGrams).mapWith(Number) })
    .from(zones)
    .leftJoin(tariffs, and(eq(tariffs.zoneId, zones.id), isInUse(now)))
    .where(eq(zones.id, zoneId))
    .groupBy(zones.id);
  return row ? (row.grams ?? 0) : null;
}
