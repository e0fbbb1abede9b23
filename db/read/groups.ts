import { and, asc, eq, inArray, like, ne } from "drizzle-orm";
import { ZERO } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { groups, people, photos } from "../schema.ts";

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
      publishesTotals: groups.publishesTotals,
      opensIncome: groups.opensIncome,
      incomeDecision: groups.incomeDecision,
      refundFeeBearer: groups.refundFeeBearer,
      payoutApproval: groups.payoutApproval,
      advanceLimit: groups.advanceLimit,
    })
    .from(groups)
    .where(eq(groups.slug, slug));
  return row;
}

/** What a group decided about payouts. Whoever calls looks who asks. */
export async function findPayoutRules(groupId: string) {
  const [row] = await db()
    .select({ approval: groups.payoutApproval, advanceLimit: groups.advanceLimit })
    .from(groups)
    .where(eq(groups.id, groupId));
  return row ?? { approval: "all" as const, advanceLimit: ZERO };
}

export type GroupView = NonNullable<Awaited<ReturnType<typeof findGroup>>>;

/** For the operator: groups that sell, and those that may not for now. */
export async function listOpenedGroups(actor: Actor) {
  permit(actor, "suspend-group");
  return db()
    .select({ id: groups.id, slug: groups.slug, name: groups.name, kind: groups.kind, state: groups.state })
    .from(groups)
    .where(ne(groups.state, "waiting"))
    .orderBy(asc(groups.name));
}

/** The groups somebody applied for that still wait, oldest first. */
export async function listOwnApplications(actor: Actor) {
  permit(actor, "apply-for-group");
  return db()
    .select({ id: groups.id, slug: groups.slug, name: groups.name })
    .from(groups)
    .where(and(eq(groups.appliedBy, actor.personId ?? ""), eq(groups.state, "waiting")))
    .orderBy(asc(groups.createdAt));
}

/** The slugs in use that begin so. */
export async function listSlugsLike(slug: string): Promise<string[]> {
  const rows = await db()
    .select({ slug: groups.slug })
    .from(groups)
    .where(like(groups.slug, `${slug}%`));
  return rows.map((row) => row.slug);
}

/** The states of the groups somebody is in, for the desk. */
export async function listStates(groupIds: string[]) {
  if (groupIds.length === 0) return [];
  return db()
    .select({ id: groups.id, slug: groups.slug, name: groups.name, state: groups.state, kind: groups.kind })
    .from(groups)
    .where(inArray(groups.id, groupIds))
    .orderBy(asc(groups.name));
}

/** What a photo says to who cannot see it; null when there is no photo. */
export async function findPhotoAlt(photoId: string | null): Promise<string | null> {
  if (!photoId) return null;
  const [row] = await db().select({ alt: photos.alt }).from(photos).where(eq(photos.id, photoId));
  return row?.alt ?? null;
}

/** For use cases: where a group is. */
export async function findGroupVillage(groupId: string): Promise<string | null> {
  const [row] = await db().select({ villageCode: groups.villageCode }).from(groups).where(eq(groups.id, groupId));
  return row?.villageCode ?? null;
}
