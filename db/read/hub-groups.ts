import { asc, eq, inArray } from "drizzle-orm";
import { type BringingWay, bringingWay, type HubToReach } from "#app/domain/bring.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { groups, hubGroups, hubs } from "../schema.ts";

/** These hubs as domain/bring.ts needs them; by id. */
export async function hubsToReach(hubIds: readonly string[]): Promise<(hubId: string) => HubToReach> {
  const ids = [...new Set(hubIds)];
  if (ids.length === 0) return nowhere;
  const [places, served] = await Promise.all([
    db().select({ id: hubs.id, villageCode: hubs.villageCode }).from(hubs).where(inArray(hubs.id, ids)),
    db().select().from(hubGroups).where(inArray(hubGroups.hubId, ids)),
  ]);
  const known = new Map(
    places.map((hub) => {
      const here = served.filter((each) => each.hubId === hub.id);
      return [hub.id, { ...hub, servedGroupIds: here.map((each) => each.groupId) }];
    }),
  );
  return (hubId) => known.get(hubId) ?? nowhere(hubId);
}

function nowhere(id: string): HubToReach {
  return { id, villageCode: "", servedGroupIds: [] };
}

const bringer = {
  groupId: groups.id,
  hubId: groups.hubId,
  fromVillage: groups.villageCode,
  name: groups.name,
};

/** The groups that sell, by name. */
export async function listBringers() {
  return db().select(bringer).from(groups).where(eq(groups.state, "active")).orderBy(asc(groups.name));
}

export async function findBringer(groupId: string) {
  const [row] = await db().select(bringer).from(groups).where(eq(groups.id, groupId));
  return row;
}

/** For the operator: every group that sells, and why it may bring to this hub; null where it may not. */
export async function listGroupsOfHub(
  actor: Actor,
  hubId: string,
): Promise<{ groupId: string; name: string; way: BringingWay | null }[]> {
  permit(actor, "set-hub");
  const rows = await listBringers();
  const hub = (await hubsToReach([hubId]))(hubId);
  return rows.map((group) => ({ groupId: group.groupId, name: group.name, way: bringingWay(group, hub) }));
}
