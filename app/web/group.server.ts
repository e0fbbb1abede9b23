import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { may, type Permission, permit } from "#app/domain/permissions.ts";
import { isCooperative } from "#app/domain/savings.ts";
import { findGroup, type GroupView } from "#db/read/groups.ts";
import { findMember } from "#db/read/shares.ts";
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

/** The book that the path's :group names: a group's for those who may see its books, "network" for the operator. */
export async function openBook(entered: Door): Promise<{ book: string; slug: string; group: GroupView | null }> {
  const { ctx, param } = entered;
  if (param("group") !== NETWORK_BOOK) {
    const group = await openGroup(entered, "see-books");
    return { book: group.id, slug: group.slug, group };
  }
  if (ctx.actor.personId === null) permit(ctx.actor, "see-network-book");
  if (!may(ctx.actor, "see-network-book")) throw notFound();
  return { book: NETWORK_BOOK, slug: NETWORK_BOOK, group: null };
}

/** As {@link openGroup}, for what only a legal cooperative has: other groups know no such page. */
export async function openCooperative(entered: Door, permission: Permission): Promise<GroupView> {
  const group = await openGroup(entered, permission);
  if (!isCooperative(group.kind)) throw notFound();
  return group;
}

/** The member that the path's :group and :member name, for a page about that member's own money. */
export async function openOwnMoney({ ctx, param }: Door, permission: Permission) {
  const group = await findGroup(param("group"));
  const member = group ? await findMember({ groupId: group.id, memberId: param("member") }) : undefined;
  if (!group || !member) throw notFound();
  permit(ctx.actor, permission, { groupId: group.id, memberId: member.id });
  return { group, member };
}
