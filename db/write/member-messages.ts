import { and, eq, isNull } from "drizzle-orm";
import type { MessageFacts } from "#app/domain/message.ts";
import { groups, invitations, members, people } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { type Teller, tellPerson } from "./messages.ts";

type ToldMember = {
  memberId: string;
  about: string;
  kind:
    | "payout"
    | "payout-ready"
    | "advance-to-agree"
    | "share-answered"
    | "savings-in"
    | "savings-out"
    | "savings-refused"
    | "savings-due"
    | "surplus-shared";
  facts: MessageFacts;
  /** The page behind the member's statement where it stands; without it the statement itself. */
  page?: string;
  /** Where it can be read below the group's books, if that is not the member's statement. */
  room?: string;
};

/** Tells a member who has an account what concerns her or his own money. */
export async function tellMember(
  tx: Tx,
  by: Teller,
  { memberId, about, kind, facts, page, room = `members/${memberId}${page ? `/${page}` : ""}` }: ToldMember,
): Promise<void> {
  const [member] = await tx
    .select({ personId: members.personId, group: groups.name, slug: groups.slug })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .where(eq(members.id, memberId));
  if (!member?.personId) return;
  const { personId, group, slug } = member;
  await tellPerson(tx, by, {
    ...{ about, kind, personId },
    facts: { group, ...facts },
    path: `/books/${slug}/${room}`,
  });
}

type ToldInGroup = {
  groupId: string;
  personId: string;
  about: string;
  kind: "month-sent-back";
  facts: MessageFacts;
  room: string;
};

/** Tells somebody who works for a group of something in its books; `room` is below them. */
export async function tellInGroup(tx: Tx, by: Teller, { groupId, room, facts, ...told }: ToldInGroup): Promise<void> {
  const [group] = await tx.select({ slug: groups.slug, name: groups.name }).from(groups).where(eq(groups.id, groupId));
  if (group)
    await tellPerson(tx, by, { ...told, facts: { group: group.name, ...facts }, path: `/books/${group.slug}/${room}` });
}

/**
 * Somebody who is on a group's list with the phone of an account is told of an invitation. The code itself is for the officer to read
 * out or send: it opens a door, so no message holds it.
 */
export async function tellInvited(
  tx: Tx,
  by: Teller,
  { invitationId, memberId }: { invitationId: string; memberId: string },
): Promise<void> {
  const [found] = await tx
    .select({ personId: people.id, group: groups.name })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .innerJoin(people, eq(people.phone, members.phone))
    .where(and(eq(members.id, memberId), isNull(people.suspendedAt)));
  if (!found) return;
  const { personId, group } = found;
  await tellPerson(tx, by, { personId, about: invitationId, kind: "invited", facts: { group }, path: "/join" });
}

/** Who invited hears that the invited person came. */
export async function tellInviter(
  tx: Tx,
  by: Teller,
  { invitationId, memberId }: { invitationId: string; memberId: string },
): Promise<void> {
  const [found] = await tx
    .select({ personId: invitations.invitedBy, group: groups.name, slug: groups.slug, number: members.number })
    .from(invitations)
    .innerJoin(groups, eq(groups.id, invitations.groupId))
    .innerJoin(members, eq(members.id, memberId))
    .where(eq(invitations.id, invitationId));
  if (!found) return;
  const { personId, group, slug, number } = found;
  const told = { about: invitationId, facts: { group, number }, path: `/desk/${slug}/members/${number}` };
  await tellPerson(tx, by, { ...told, personId, kind: "invitation-accepted" });
}
