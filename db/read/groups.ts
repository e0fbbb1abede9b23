import { asc, eq } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { groups, people } from "../schema.ts";

/** For the operator: groups that asked to join and wait for a yes. */
export async function listWaitingGroups(actor: Actor) {
  permit(actor, "approve-group");
  return db()
    .select({
      id: groups.id,
      name: groups.name,
      kind: groups.kind,
      villageCode: groups.villageCode,
      story: groups.story,
      appliedBy: people.name,
      createdAt: groups.createdAt,
    })
    .from(groups)
    .innerJoin(people, eq(people.id, groups.appliedBy))
    .where(eq(groups.state, "waiting"))
    .orderBy(asc(groups.createdAt));
}

/** What the pages of a group show of the group itself. */
export async function findGroup(slug: string) {
  const [row] = await db()
    .select({
      id: groups.id,
      slug: groups.slug,
      name: groups.name,
      kind: groups.kind,
      state: groups.state,
      story: groups.story,
      villageCode: groups.villageCode,
      phone: groups.phone,
      photoId: groups.photoId,
      madeByDisabled: groups.madeByDisabled,
    })
    .from(groups)
    .where(eq(groups.slug, slug));
  return row;
}

export type GroupView = NonNullable<Awaited<ReturnType<typeof findGroup>>>;
