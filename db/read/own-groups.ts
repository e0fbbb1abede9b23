import { type Actor, may, type Permission } from "#app/domain/permissions.ts";

/** A group of somebody's own. */
export type OwnGroup = { id: string; slug: string; name: string };

/** The groups in which this person may do that. */
export function groupsWhere(actor: Actor, permission: Permission): OwnGroup[] {
  return actor.memberships
    .filter(({ groupId }) => may(actor, permission, { groupId }))
    .map(({ groupId: id, groupSlug: slug, groupName: name }) => ({ id, slug, name }));
}
