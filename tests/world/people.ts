import type { Actor, Office } from "#app/domain/permissions.ts";
import { NOBODY } from "#app/domain/permissions.ts";
import { groups, members, offices, people } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY, testId } from "./context.ts";

type PersonRow = typeof people.$inferInsert;

/** Puts a person in the database. */
export async function aPerson(over: Partial<PersonRow> = {}) {
  const id = over.id ?? testId();
  const row: PersonRow = { id, name: `Orang ${id}`, createdAt: MARKET_DAY, ...over };
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
