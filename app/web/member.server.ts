import type { Permission } from "#app/domain/permissions.ts";
import type { GroupView } from "#db/read/groups.ts";
import { listMembers, type MemberView } from "#db/read/members.ts";
import { type Door, notFound } from "./door.server.ts";
import { openGroup } from "./group.server.ts";

/** The member that the path's :number names, in the group that its :group names; see openGroup for who gets in. */
export async function openMember(at: Door, permission: Permission): Promise<{ group: GroupView; member: MemberView }> {
  const group = await openGroup(at, permission);
  const members = await listMembers(at.ctx.actor, group.id);
  const member = members.find((one) => String(one.number) === at.param("number"));
  if (!member) throw notFound();
  return { group, member };
}
