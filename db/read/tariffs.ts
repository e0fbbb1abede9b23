import { and, asc, desc, eq, getTableColumns, gt, isNull, lte, or } from "drizzle-orm";
import { db } from "../client.server.ts";
import { people, tariffs, zoneAreas, zones } from "../schema.ts";

/** All that a price depends on, and what goods with sizes ask of a carrier. */
export const PRICING = {
  perKg: tariffs.perKg,
  perParcel: tariffs.perParcel,
  boatFee: tariffs.boatFee,
  firstBlockGrams: tariffs.firstBlockGrams,
  firstBlockFee: tariffs.firstBlockFee,
  minKg: tariffs.minKg,
  toleranceGrams: tariffs.toleranceGrams,
  stepGrams: tariffs.stepGrams,
  maxParcelGrams: tariffs.maxParcelGrams,
  maxSideMm: tariffs.maxSideMm,
  volumeDivisor: tariffs.volumeDivisor,
  countsBox: tariffs.countsBox,
};

/** Every zone with its regions and, newest first, its tariffs. */
export async function listZones() {
  const [all, areas, prices] = await Promise.all([
    db().select().from(zones).orderBy(asc(zones.name)),
    db().select().from(zoneAreas).orderBy(asc(zoneAreas.regionCode)),
    db()
      .select({ ...getTableColumns(tariffs), enteredByName: people.name })
      .from(tariffs)
      .leftJoin(people, eq(people.id, tariffs.enteredBy))
      .orderBy(asc(tariffs.service), desc(tariffs.validFrom)),
  ]);
  return all.map((zone) => ({
    ...zone,
    regionCodes: areas.filter((area) => area.zoneId === zone.id).map((area) => area.regionCode),
    tariffs: prices.filter((tariff) => tariff.zoneId === zone.id),
  }));
}

export async function findZone(zoneId: string) {
  return (await listZones()).find((zone) => zone.id === zoneId);
}

export async function findTariff(tariffId: string) {
  const [row] = await db().select().from(tariffs).where(eq(tariffs.id, tariffId));
  return row;
}

/** What can be chosen for a new run now. */
export async function listTariffsInForce(now: Date) {
  return db()
    .select({
      id: tariffs.id,
      service: tariffs.service,
      perKg: tariffs.perKg,
      perParcel: tariffs.perParcel,
      zoneId: zones.id,
      zoneName: zones.name,
    })
    .from(tariffs)
    .innerJoin(zones, eq(zones.id, tariffs.zoneId))
    .where(and(lte(tariffs.validFrom, now), or(isNull(tariffs.validTo), gt(tariffs.validTo, now))))
    .orderBy(asc(zones.name), asc(tariffs.service));
}

/** The tariff of a service to a zone that holds now, the youngest where several do. */
export async function findTariffInForce({ zoneId, service, now }: { zoneId: string; service: string; now: Date }) {
  const [row] = await db()
    .select({ id: tariffs.id })
    .from(tariffs)
    .where(
      and(
        ...[eq(tariffs.zoneId, zoneId), eq(tariffs.service, service)],
        ...[lte(tariffs.validFrom, now), or(isNull(tariffs.validTo), gt(tariffs.validTo, now))],
      ),
    )
    .orderBy(desc(tariffs.validFrom))
    .limit(1);
  return row;
}

/** The tariffs of one service to one zone, in the order in which they hold. */
export async function listTariffSeries({ zoneId, service }: { zoneId: string; service: string }) {
  return db()
    .select({ id: tariffs.id, validFrom: tariffs.validFrom, validTo: tariffs.validTo })
    .from(tariffs)
    .where(and(eq(tariffs.zoneId, zoneId), eq(tariffs.service, service)))
    .orderBy(asc(tariffs.validFrom));
}
