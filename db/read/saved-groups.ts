import { and, asc, desc, eq, gt, isNotNull } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { groups, listings, savedGroups } from "../schema.ts";

/** How many of a group's new goods are shown at once. */
const NEW_AT_MOST = 8;

/** The groups that the signed-in person saved, each with what it put on sale since the last look. */
export async function listSavedGroups(actor: Actor) {
  permit(actor, "see-account");
  const rows = await db()
    .select({ groupId: groups.id, slug: groups.slug, name: groups.name, seenAt: savedGroups.seenAt })
    .from(savedGroups)
    .innerJoin(groups, eq(groups.id, savedGroups.groupId))
    .where(and(eq(savedGroups.personId, actor.personId ?? ""), eq(groups.state, "active")))
    .orderBy(asc(groups.name));
  return Promise.all(rows.map(async (row) => ({ ...row, newIds: await listNewIds(row) })));
}

async function listNewIds({ groupId, seenAt }: { groupId: string; seenAt: Date }): Promise<string[]> {
  const rows = await db()
    .select({ id: listings.id })
    .from(listings)
    .where(
      and(
        eq(listings.groupId, groupId),
        eq(listings.state, "published"),
        isNotNull(listings.publishedAt),
        gt(listings.publishedAt, seenAt),
      ),
    )
    .orderBy(desc(listings.publishedAt), listings.id)
    .limit(NEW_AT_MOST);
  return rows.map((row) => row.id);
}

/** Null for a visitor who is not signed in, and so cannot save. */
export async function isGroupSaved(actor: Actor, groupId: string): Promise<boolean | null> {
  if (actor.personId === null) return null;
  const mine = and(eq(savedGroups.personId, actor.personId), eq(savedGroups.groupId, groupId));
  return (await db().$count(savedGroups, mine)) > 0;
}
