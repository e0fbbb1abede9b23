import { and, desc, eq, gt, inArray, isNull, like, ne, or, sql } from "drizzle-orm";
import { type Contact, readContact } from "#app/domain/contact.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import type { Forgetful } from "#app/domain/reset-code.ts";
import { sessionLimits } from "#app/domain/session.ts";
import { db } from "../client.server.ts";
import { groups, members, offices, people, sessions } from "../schema.ts";

/** For signing in alone: the hash goes no further than the use case. */
export async function findCredentials(who: Contact | { personId: string }) {
  const match =
    "personId" in who
      ? eq(people.id, who.personId)
      : who.phone !== null
        ? eq(people.phone, who.phone)
        : eq(people.email, who.email);
  const [row] = await db()
    .select({
      id: people.id,
      name: people.name,
      phone: people.phone,
      email: people.email,
      passwordHash: people.passwordHash,
      suspendedAt: people.suspendedAt,
    })
    .from(people)
    .where(match);
  return row;
}

/** Which of the two somebody else signs in with already. */
export async function isContactTaken({
  personId,
  phone,
  email,
}: {
  personId: string;
  phone: string | null;
  email: string | null;
}): Promise<"phone" | "email" | null> {
  const others = await db()
    .select({ phone: people.phone })
    .from(people)
    .where(
      and(
        ne(people.id, personId),
        or(phone ? eq(people.phone, phone) : undefined, email ? eq(people.email, email) : undefined),
      ),
    );
  const [other] = others;
  if (!other) return null;
  return phone !== null && other.phone === phone ? "phone" : "email";
}

/** A person's own details. */
export async function findOwnDetails(actor: Actor) {
  permit(actor, "see-account");
  const [row] = await db()
    .select({ name: people.name, phone: people.phone, email: people.email, locale: people.locale })
    .from(people)
    .where(eq(people.id, actor.personId ?? ""));
  return row;
}

/** A person's own living sessions, the latest used first. */
export async function listOwnSessions(actor: Actor, now: Date) {
  permit(actor, "see-account");
  return db()
    .select({
      handle: sessions.handle,
      device: sessions.device,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, actor.personId ?? ""),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, new Date(sessionLimits(now.getTime()).usedSinceMs)),
      ),
    )
    .orderBy(desc(sessions.seenAt));
}

const FOUND_AT_MOST = 20;

/** For the operator: people by phone, e-mail or a part of the name. */
export async function searchPeople(actor: Actor, query: string) {
  permit(actor, "issue-reset-code");
  const contact = readContact(query);
  const part = `%${query
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db()
    .select(SHOWN)
    .from(people)
    .where(
      or(
        contact?.phone ? eq(people.phone, contact.phone) : undefined,
        contact?.email ? eq(people.email, contact.email) : undefined,
        sql`${like(sql`lower(${people.name})`, part)} escape '\\'`,
      ),
    )
    .orderBy(people.name)
    .limit(FOUND_AT_MOST);
  const held = rows.length > 0 ? await listGroupsOf(rows.map((row) => row.id)) : [];
  return rows.map((row) => ({
    ...row,
    groups: held.filter((group) => group.personId === row.id).map((group) => group.name),
  }));
}

const SHOWN = {
  id: people.id,
  name: people.name,
  phone: people.phone,
  email: people.email,
  isOperator: people.isOperator,
  suspendedAt: people.suspendedAt,
};

/** For the operator. */
export async function findPerson(actor: Actor, personId: string) {
  permit(actor, "issue-reset-code");
  const [row] = await db().select(SHOWN).from(people).where(eq(people.id, personId));
  return row ? { ...row, groups: (await listGroupsOf([row.id])).map((group) => group.name) } : undefined;
}

async function listGroupsOf(personIds: string[]) {
  return db()
    .select({ personId: members.personId, name: groups.name })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .where(and(inArray(members.personId, personIds), isNull(members.leftAt)))
    .orderBy(groups.name);
}

/** Where somebody stands, for the rule of who may help with a forgotten password. */
export async function findForgetful(personId: string): Promise<Forgetful | undefined> {
  const [person] = await db().select({ isOperator: people.isOperator }).from(people).where(eq(people.id, personId));
  if (!person) return undefined;
  const rows = await db()
    .select({ groupId: members.groupId, role: offices.role })
    .from(members)
    .leftJoin(offices, eq(offices.memberId, members.id))
    .where(and(eq(members.personId, personId), isNull(members.leftAt)));
  return {
    personId,
    isOperator: person.isOperator,
    memberships: rows.map((row) => ({ groupId: row.groupId, isOfficer: row.role !== null })),
  };
}
