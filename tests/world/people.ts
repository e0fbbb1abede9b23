import type { Actor } from "#app/domain/permissions.ts";
import { NOBODY } from "#app/domain/permissions.ts";
import type { Office } from "#app/domain/who.ts";
import { groups, members, offices, people, sessions } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY, testContext, testId } from "./context.ts";

type PersonRow = typeof people.$inferInsert;

/** Puts a person in the database; with a password they can sign in (the tests' passwords are not hashed). */
export async function aPerson({ password, ...over }: Partial<PersonRow> & { password?: string } = {}) {
  const id = over.id ?? testId();
  const passwordHash = password === undefined ? null : await testContext().passwords.hash(password);
  const row: PersonRow = { id, name: `Orang ${id}`, passwordHash, createdAt: MARKET_DAY, ...over };
  await inTransaction((tx) => tx.insert(people).values(row));
  return {
    ...row,
    actor: { ...NOBODY, personId: id, name: row.name, isOperator: row.isOperator ?? false } satisfies Actor,
  };
}

/** A group that may sell, with one member of each name; the first is its chair and treasurer and has an account. */
export async function aGroup(over: Partial<typeof groups.$inferInsert> = {}, names = ["Aminah", "Burhan", "Cik Siti"]) {
  const id = over.id ?? testId();
  const head = await aPerson({ name: names[0] ?? "Aminah" });
  const group = {
    id,
    slug: `kelompok-${id}`,
    name: `Kelompok ${id}`,
    kind: "craft" as const,
    state: "active" as const,
    villageCode: "21.72.04.1002",
    appliedBy: head.id,
    createdAt: MARKET_DAY,
    ...over,
  };
  const rows = names.map((name, at) => ({
    id: testId(),
    groupId: id,
    number: at + 1,
    name,
    personId: at === 0 ? head.id : null,
    joinedAt: MARKET_DAY,
  }));
  const held: Office[] = ["chair", "treasurer"];
  await inTransaction(async (tx) => {
    await tx.insert(groups).values(group);
    await tx.insert(members).values(rows);
    for (const role of held) await tx.insert(offices).values({ memberId: rows[0]?.id ?? "", role, since: MARKET_DAY });
  });
  const officer: Actor = {
    ...head.actor,
    memberships: [
      { groupId: id, groupSlug: group.slug, groupName: group.name, memberId: rows[0]?.id ?? "", offices: held },
    ],
  };
  return { ...group, members: rows, officer };
}

/** A living session of a person; the token is what the cookie would hold. */
export async function aSession(personId: string, over: Partial<typeof sessions.$inferInsert> = {}) {
  const { secrets } = testContext();
  const token = secrets.token();
  const session = {
    tokenHash: secrets.hash("session", token),
    personId,
    handle: secrets.shortCode(8),
    device: "Chrome, Android",
    createdAt: MARKET_DAY,
    seenAt: MARKET_DAY,
    expiresAt: new Date(MARKET_DAY.getTime() + 90 * 86_400_000),
    ...over,
  };
  await inTransaction((tx) => tx.insert(sessions).values(session));
  return { ...session, token };
}

type GroupOf = { id: string; slug: string; name: string };
const placesTaken = new Map<string, number>();

/** One more member of a group, with an account and these offices; numbers from 101 on. */
export async function anOfficer(group: GroupOf, roles: Office[], over: Parameters<typeof aPerson>[0] = {}) {
  const person = await aPerson(over);
  const number = (placesTaken.get(group.id) ?? 100) + 1;
  placesTaken.set(group.id, number);
  const memberId = testId();
  await inTransaction(async (tx) => {
    await tx.insert(members).values({
      id: memberId,
      groupId: group.id,
      number,
      name: person.name,
      personId: person.id,
      joinedAt: MARKET_DAY,
    });
    for (const role of roles) await tx.insert(offices).values({ memberId, role, since: MARKET_DAY });
  });
  const actor: Actor = {
    ...person.actor,
    memberships: [{ groupId: group.id, groupSlug: group.slug, groupName: group.name, memberId, offices: roles }],
  };
  return { ...person, memberId, number, actor };
}
