import { eq } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { NO_EXTRAS, type Tariff } from "#app/domain/tariff.ts";
import {
  boxes,
  hubGroups,
  hubKeepers,
  hubs,
  pickUpPoints,
  pointKeepers,
  runPoints,
  runs,
  tariffs,
  zoneAreas,
  zones,
} from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY, testId } from "./context.ts";
import { aPerson } from "./people.ts";

const HOUR_MS = 3_600_000;

/** So many hours after the market day. */
export function hoursLater(hours: number): Date {
  return new Date(MARKET_DAY.getTime() + hours * HOUR_MS);
}

/** A tariff area; no region lies in it unless given, since each region lies in one zone only. */
export async function aZone({ areas = [], ...over }: Partial<typeof zones.$inferInsert> & { areas?: string[] } = {}) {
  const id = over.id ?? testId();
  const zone = { id, name: `Zona ${id}`, ...over };
  await inTransaction(async (tx) => {
    await tx.insert(zones).values(zone);
    if (areas.length > 0) await tx.insert(zoneAreas).values(areas.map((regionCode) => ({ zoneId: id, regionCode })));
  });
  return zone;
}

type Extras = Pick<Tariff, keyof typeof NO_EXTRAS>;

/** Rp 38,000 a kilogram and nothing per parcel; up to 1,300 g counts as 1 kg, up to 2,300 g as 2 kg. In force since last year. */
export async function aTariff(over: Partial<typeof tariffs.$inferInsert> & Partial<Extras> & { zoneId: string }) {
  const tariff = {
    ...NO_EXTRAS,
    id: testId(),
    service: "Kapal cepat",
    perKg: rupiah(38_000),
    perParcel: rupiah(0),
    minKg: 1,
    toleranceGrams: 300,
    stepGrams: 1000,
    maxParcelGrams: 30_000,
    volumeDivisor: 6000,
    validFrom: hoursLater(-24 * 365),
    ...over,
  };
  await inTransaction((tx) => tx.insert(tariffs).values(tariff));
  return tariff;
}

/** A box that holds all that a small market sells. */
export async function aBox(over: Partial<typeof boxes.$inferInsert> = {}): Promise<string> {
  const box = {
    ...{ id: testId(), name: "Peti besar", kind: "box" as const, lengthMm: 2000, widthMm: 2000, heightMm: 2000 },
    ...{ wallMm: 5, emptyGrams: 900, maxGrams: 900_000, enteredAt: hoursLater(-24 * 365), ...over },
  };
  await inTransaction((tx) => tx.insert(boxes).values(box));
  return box.id;
}

/** A hub with a keeper of its own. */
export async function aHub(over: Partial<typeof hubs.$inferInsert> = {}) {
  const id = over.id ?? testId();
  const hub = {
    id,
    name: `Titik kumpul ${id}`,
    villageCode: "21.72.04.1002",
    address: "Jalan Dompak 7",
    ...over,
  };
  const person = await aPerson({ name: `Penjaga ${id}` });
  await inTransaction(async (tx) => {
    await tx.insert(hubs).values(hub);
    await tx.insert(hubKeepers).values({ hubId: id, personId: person.id });
  });
  const keeper: Actor = { ...person.actor, hubIds: [id] };
  return { ...hub, keeper };
}

/** The operator names a group at a hub, as if by hand. */
export async function namedAt(hub: { id: string }, group: { id: string; appliedBy: string }): Promise<void> {
  const named = { hubId: hub.id, groupId: group.id, namedBy: group.appliedBy, namedAt: MARKET_DAY };
  await inTransaction((tx) => tx.insert(hubGroups).values(named));
}

/** Somebody who keeps this pick-up point. */
export async function aPointKeeper({ id }: { id: string }): Promise<Actor> {
  const person = await aPerson({ name: `Penjaga ${id}` });
  await inTransaction((tx) => tx.insert(pointKeepers).values({ pickUpPointId: id, personId: person.id }));
  return { ...person.actor, pointIds: [id] };
}

export async function aPickUpPoint(over: Partial<typeof pickUpPoints.$inferInsert> & { zoneId: string }) {
  const id = over.id ?? testId();
  const point = {
    id,
    name: `Titik ambil ${id}`,
    villageCode: "21.04.02.1010",
    address: "Pelabuhan Sungai Tenam",
    ...over,
  };
  await inTransaction((tx) => tx.insert(pickUpPoints).values(point));
  return point;
}

/** The run serves all pick-up points of its zone. */
export async function servesZone({ id: runId, zoneId }: { id: string; zoneId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const points = await tx.select().from(pickUpPoints).where(eq(pickUpPoints.zoneId, zoneId));
    await tx.insert(runPoints).values(points.map((point) => ({ runId, pickUpPointId: point.id })));
  });
}

/** A run that takes orders for two days and leaves the day after, with all that it needs: zone, tariff, hub and its keeper, pick-up point. */
export async function anOpenRun({
  areas = [],
  zone: givenZone,
  ...over
}: Partial<typeof runs.$inferInsert> & { areas?: string[]; zone?: Awaited<ReturnType<typeof aZone>> } = {}) {
  const zone = givenZone ?? (await aZone({ areas }));
  const tariff = await aTariff({ zoneId: zone.id });
  const [hub, pickUpPoint] = [await aHub(), await aPickUpPoint({ zoneId: zone.id })];
  const id = over.id ?? testId();
  const run = {
    id,
    code: `PB-${id}`,
    hubId: hub.id,
    zoneId: zone.id,
    tariffId: tariff.id,
    vessel: "MV Lintas Kepri",
    cutOffAt: hoursLater(48),
    departsAt: hoursLater(72),
    doorFee: rupiah(10_000),
    state: "open" as const,
    createdAt: MARKET_DAY,
    ...over,
  };
  await inTransaction((tx) => tx.insert(runs).values(run));
  await servesZone(run);
  return { ...run, zone, tariff, hub, pickUpPoint };
}
