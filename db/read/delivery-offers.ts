import { and, asc, eq, gt, isNull, lte, min, or } from "drizzle-orm";
import type { HubToReach } from "#app/domain/bring.ts";
import { dayInWib } from "#app/domain/calendar-day.ts";
import type { Courier, Passage } from "#app/domain/checkout.ts";
import { rupiah } from "#app/domain/money.ts";
import { longestPrefix } from "#app/domain/region.ts";
import type { PricedTariff } from "#app/domain/tariff.ts";
import { db } from "../client.server.ts";
import { pickUpPoints, runs, tariffs, zoneAreas, zones } from "../schema.ts";
import { boxedWith, listBoxes } from "./boxes.ts";
import { hubsToReach } from "./hub-groups.ts";
import { findKeepingRule } from "./networks.ts";
import { listRunLoads, listRunPoints } from "./run-loads.ts";

/** The tariff area that a village lies in: the most exact region code wins. */
export async function findZone(villageCode: string) {
  const areas = await db()
    .select({ zoneId: zoneAreas.zoneId, regionCode: zoneAreas.regionCode, name: zones.name })
    .from(zoneAreas)
    .innerJoin(zones, eq(zones.id, zoneAreas.zoneId));
  const code = longestPrefix(
    villageCode,
    areas.map((area) => area.regionCode),
  );
  const area = areas.find((each) => each.regionCode === code);
  return area ? { id: area.zoneId, name: area.name } : null;
}

/** What the ways to a village rest on: the zone's open runs with what is in them already, its pick-up points, and its tariffs in force. */
export async function findDeliveryFacts(villageCode: string, now: Date) {
  const zone = await findZone(villageCode);
  if (!zone) return { zone: null, runs: [], points: [], couriers: [], keeping: await findKeepingRule() };
  const facts = await findZoneFacts({ zoneId: zone.id, now });
  return { zone, ...facts };
}

/** The same for a tariff area, of its next runs only so many as are asked for. */
export async function findZoneFacts({
  zoneId,
  now,
  runLimit = 1000,
}: {
  zoneId: string;
  now: Date;
  runLimit?: number;
}) {
  const points = await db()
    .select({ id: pickUpPoints.id, name: pickUpPoints.name, address: pickUpPoints.address })
    .from(pickUpPoints)
    .where(eq(pickUpPoints.zoneId, zoneId))
    .orderBy(asc(pickUpPoints.name));
  const open = await db()
    .select({ run: runs, tariff: tariffs })
    .from(runs)
    .innerJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(takesOrders(zoneId, now))
    .orderBy(asc(runs.departsAt), asc(runs.id))
    .limit(runLimit);
  const runIds = open.map(({ run }) => run.id);
  const [inside, pointsOf] = [await listRunLoads(runIds), await listRunPoints(runIds)];
  const hubAt = await hubsToReach(open.map(({ run }) => run.hubId));
  const boxes = await listBoxes();
  return {
    points,
    runs: open.map(({ run, tariff }) => {
      const earlier = inside.filter((each) => each.runId === run.id);
      const travelling = new Set(earlier.map((each) => each.orderId)).size;
      const known = new Set(pointsOf(run.id));
      // In the order of their names.
      const pickUpPointIds = points.flatMap((point) => (known.has(point.id) ? [point.id] : []));
      const plain = openRun(run, tariff, hubAt(run.hubId));
      return { ...plain, tariff: boxedWith(boxes, plain.tariff), pickUpPointIds, earlier, travelling };
    }),
    couriers: await listCouriers(zoneId, now),
    keeping: await findKeepingRule(),
  };
}

/** The ways to a tariff area, without what is in them: its open runs, then the couriers. */
export async function listPassages(zoneId: string, now: Date) {
  const open = await db()
    .select({ run: runs, tariff: tariffs })
    .from(runs)
    .innerJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(takesOrders(zoneId, now));
  const couriers = await listCouriers(zoneId, now);
  const hubAt = await hubsToReach(open.map(({ run }) => run.hubId));
  const byRun = open.map(({ run, tariff }) => ({ by: "run" as const, ...openRun(run, tariff, hubAt(run.hubId)) }));
  const byCourier = couriers.map((tariff) => ({ by: "courier" as const, tariff, passage: tariff.passage, hub: null }));
  return [...byRun, ...byCourier];
}

function takesOrders(zoneId: string, now: Date) {
  return and(eq(runs.zoneId, zoneId), eq(runs.state, "open"), gt(runs.cutOffAt, now));
}

/** The areas in which buyers can fetch what a run brings, by name, each with one of its region codes. */
export async function listDestinations() {
  const rows = await db()
    .select({ id: zones.id, name: zones.name, regionCode: min(zoneAreas.regionCode) })
    .from(zones)
    .innerJoin(pickUpPoints, eq(pickUpPoints.zoneId, zones.id))
    .leftJoin(zoneAreas, eq(zoneAreas.zoneId, zones.id))
    .groupBy(zones.id, zones.name)
    .orderBy(asc(zones.name), asc(zones.id));
  return rows.map((row) => ({ ...row, regionCode: row.regionCode ?? "" }));
}

export type DeliveryFacts = Awaited<ReturnType<typeof findDeliveryFacts>>;

function openRun(run: typeof runs.$inferSelect, tariff: typeof tariffs.$inferSelect, hub: HubToReach) {
  const { id, code, tariffId, vessel, cutOffAt, departsAt, maxGrams, maxParcels } = run;
  const money = { doorFee: rupiah(run.doorFee), tariff: priced(tariff) };
  return {
    id,
    hub,
    code,
    tariffId,
    vessel,
    cutOffAt,
    departsAt,
    limit: { maxGrams, maxParcels },
    ...money,
    passage: passageOf(tariff, cutOffAt, departsAt),
  };
}

const DAY = 86_400_000;

function passageOf(
  { keepsCold, daysUnderWay }: typeof tariffs.$inferSelect,
  handedOverBy: Date,
  departsAt: Date,
): Passage {
  const arrivesAt = departsAt.getTime() + daysUnderWay * DAY;
  return { keepsCold, leavesOn: dayInWib(handedOverBy.getTime()), arrivesOn: dayInWib(arrivesAt) };
}

/** The tariffs in force, in a fixed order; the runs name their own. */
async function listCouriers(zoneId: string, now: Date): Promise<Courier[]> {
  const inForce = await db()
    .select()
    .from(tariffs)
    .where(
      and(
        eq(tariffs.zoneId, zoneId),
        lte(tariffs.validFrom, now),
        or(isNull(tariffs.validTo), gt(tariffs.validTo, now)),
      ),
    )
    .orderBy(asc(tariffs.perKg), asc(tariffs.perParcel), asc(tariffs.id));
  return inForce.map((tariff) => ({
    ...{ ...priced(tariff), tariffId: tariff.id },
    passage: passageOf(tariff, now, now),
  }));
}

function priced(tariff: typeof tariffs.$inferSelect): PricedTariff & { countsBox: boolean } {
  const { firstBlockGrams, minKg, toleranceGrams, stepGrams, maxParcelGrams } = tariff;
  const { maxSideMm, volumeDivisor, countsBox } = tariff;
  const money = { perKg: rupiah(tariff.perKg), perParcel: rupiah(tariff.perParcel), boatFee: rupiah(tariff.boatFee) };
  const firstBlock = { firstBlockGrams, firstBlockFee: rupiah(tariff.firstBlockFee) };
  return {
    ...money,
    ...firstBlock,
    minKg,
    toleranceGrams,
    stepGrams,
    maxParcelGrams,
    maxSideMm,
    volumeDivisor,
    countsBox,
  };
}
