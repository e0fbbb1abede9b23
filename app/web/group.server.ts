import { may, type Permission, permit } from "#app/domain/permissions.ts";
import { findGroup, type GroupView } from "#db/read/groups.ts";
import { type Door, notFound } from "./door.server.ts";

/**
 * The group that the path's :group names, for a page of that group's own people: 404 for whoever is not one of them
 * (nor an operator), 403 for a member without the permission, the sign-in page for somebody unknown.
 */
export async function openGroup({ ctx, param }: Door, permission: Permission): Promise<GroupView> {
  if (ctx.actor.personId === null) permit(ctx.actor, "see-desk");
  const group = await findGroup(param("group"));
  if (!group || !may(ctx.actor, "see-desk", { groupId: group.id })) throw notFound();
  permit(ctx.actor, permission, { groupId: group.id });
  return group;
}
