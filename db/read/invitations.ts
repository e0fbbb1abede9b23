import { and, asc, count, eq, gt, isNull } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { groups, invitations, members, people } from "../schema.ts";

/** What an invitation says to who holds its code; undefined when no such invitation is open. */
export async function findInvitation(codeHash: string, now: Date) {
  const [row] = await db()
    .select({
      id: invitations.id,
      name: invitations.name,
      memberId: invitations.memberId,
      groupId: groups.id,
      groupSlug: groups.slug,
      groupName: groups.name,
      groupKind: groups.kind,
      invitedBy: people.name,
    })
    .from(invitations)
    .innerJoin(groups, eq(groups.id, invitations.groupId))
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(and(eq(invitations.codeHash, codeHash), isOpen(now)));
  return row;
}

function isOpen(now: Date) {
  return and(isNull(invitations.usedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, now));
}

/** For chair and secretary: who was invited and has not come yet. */
export async function listOpenInvitations(actor: Actor, { groupId, now }: { groupId: string; now: Date }) {
  permit(actor, "invite-member", { groupId });
  return db()
    .select({
      id: invitations.id,
      name: invitations.name,
      memberNumber: members.number,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(members, eq(members.id, invitations.memberId))
    .where(and(eq(invitations.groupId, groupId), isOpen(now)))
    .orderBy(asc(invitations.createdAt));
}

export async function countOpenInvitations(
  actor: Actor,
  { groupId, now }: { groupId: string; now: Date },
): Promise<number> {
  permit(actor, "see-desk", { groupId });
  const [row] = await db()
    .select({ open: count().mapWith(Number) })
    .from(invitations)
    .where(and(eq(invitations.groupId, groupId), isOpen(now)));
  return row?.open ?? 0;
}

/** A person's record in a group, also when they left. */
export async function findMembership({ groupId, personId }: { groupId: string; personId: string }) {
  const [row] = await db()
    .select({ id: members.id, leftAt: members.leftAt })
    .from(members)
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId)));
  return row;
}
