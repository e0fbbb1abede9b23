import { asc, eq } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { hubKeepers, hubs, people, pickUpPoints, pointKeepers, zones } from "../schema.ts";

export async function findHub(hubId: string) {
  const [row] = await db().select().from(hubs).where(eq(hubs.id, hubId));
  return row;
}

/** The hubs at which this person may open a run. */
export async function listOwnHubs(actor: Actor) {
  const rows = await db().select({ id: hubs.id, name: hubs.name }).from(hubs).orderBy(asc(hubs.name));
  return actor.isOperator ? rows : rows.filter((row) => actor.hubIds.includes(row.id));
}

/** For the operator: every hub with its keepers. */
export async function listHubs(actor: Actor) {
  permit(actor, "set-hub");
  const [all, keepers] = await Promise.all([
    db().select().from(hubs).orderBy(asc(hubs.name)),
    db()
      .select({ hubId: hubKeepers.hubId, personId: people.id, name: people.name, phone: people.phone })
      .from(hubKeepers)
      .innerJoin(people, eq(people.id, hubKeepers.personId))
      .orderBy(asc(people.name)),
  ]);
  return all.map((hub) => ({
    ...hub,
    keepers: keepers.filter((keeper) => keeper.hubId === hub.id).map(({ hubId: _, ...keeper }) => keeper),
  }));
}

/** For the operator: where buyers fetch, zone by zone. */
export async function listPickUpPoints(actor: Actor) {
  permit(actor, "set-hub");
  return db()
    .select({
      id: pickUpPoints.id,
      name: pickUpPoints.name,
      address: pickUpPoints.address,
      villageCode: pickUpPoints.villageCode,
      zoneId: zones.id,
      zoneName: zones.name,
    })
    .from(pickUpPoints)
    .innerJoin(zones, eq(zones.id, pickUpPoints.zoneId))
    .orderBy(asc(zones.name), asc(pickUpPoints.name));
}

/** For the operator: who keeps one pick-up point. */
export async function listPointKeepers(actor: Actor, pickUpPointId: string) {
  permit(actor, "set-hub");
  return db()
    .select({ personId: people.id, name: people.name, phone: people.phone })
    .from(pointKeepers)
    .innerJoin(people, eq(people.id, pointKeepers.personId))
    .where(eq(pointKeepers.pickUpPointId, pickUpPointId))
    .orderBy(asc(people.name));
}

export async function findPersonByPhone(phone: string) {
  const [row] = await db().select({ id: people.id, name: people.name }).from(people).where(eq(people.phone, phone));
  return row;
}
