import { and, asc, eq, inArray } from "drizzle-orm";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { accounts, entries, members, orderLines, people, postings } from "../schema.ts";
import { causesOf } from "./entry-causes.ts";

/**
 * An entry as somebody of a group may see it: by its number in the group's book, or by "BOOK-number" in another's. Officers see all of
 * their own book, and of another what touches their group; a member sees what is hers. The rest is counted. Undefined when nothing is left.
 */
export async function findEntry(actor: Actor, { book: asked, reference }: { book: string; reference: string }) {
  const parts = /^(?:([\w-]{1,64})-)?(\d{1,9})$/.exec(reference);
  if (!parts) return undefined;
  const book = parts[1] ?? asked;
  const [entry] = await db()
    .select()
    .from(entries)
    .where(and(eq(entries.book, book), eq(entries.sequence, Number(parts[2]))));
  if (!entry) return undefined;
  const rows = await postingsOf(entry.id);
  const seesNetwork = may(actor, "see-network-book");
  const seesAll = asked === NETWORK_BOOK ? seesNetwork : may(actor, "see-books", { groupId: asked });
  const ownIds = actor.memberships.filter(({ groupId }) => groupId === asked).map(({ memberId }) => memberId);
  const seen = rows.filter((row) => {
    if (!seesAll) return row.ownerKind === "member" && ownIds.includes(row.ownerId);
    const isGroups = (row.ownerKind === "group" && row.ownerId === asked) || row.memberGroup === asked;
    return book === asked || seesNetwork || isGroups;
  });
  if (seen.length === 0) return undefined;
  const [who, causes] = await Promise.all([
    whoDid(actor, { groupId: asked, personId: entry.actorId }),
    causesOf([entry]),
  ]);
  const others = rows.filter((row) => !seen.includes(row));
  return { entry, seen, others, who, seesAll, cause: [...causes.values()][0] ?? null };
}

function postingsOf(entryId: string) {
  return db()
    .select({
      ...{ id: postings.id, amount: postings.amount, account: accounts.kind, ownerKind: accounts.ownerKind },
      ...{ ownerId: accounts.ownerId, memberName: members.name, memberGroup: members.groupId },
      ...{ lineId: orderLines.id, listingName: orderLines.listingName, variantName: orderLines.variantName },
    })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .leftJoin(members, eq(members.id, accounts.ownerId))
    .leftJoin(orderLines, eq(orderLines.id, postings.orderLineId))
    .where(eq(postings.entryId, entryId))
    .orderBy(asc(postings.position));
}

/** Who did it: by name when it is one of the group's own people, or when an operator asks. */
async function whoDid(actor: Actor, { groupId, personId }: { groupId: string; personId: string | null }) {
  if (personId === null) return { kind: "machine" as const, name: null };
  const names = await namesOfDoers(actor, { groupId, personIds: [personId] });
  return { kind: "outside" as const, name: names.get(personId) ?? null };
}

type Doers = { groupId: string; personIds: readonly string[] };

/** The names of those whom {@link findEntry} would name. */
export async function namesOfDoers(actor: Actor, { groupId, personIds }: Doers): Promise<Map<string, string>> {
  const rows = await db()
    .select({ id: people.id, name: people.name, memberId: members.id })
    .from(people)
    .leftJoin(members, and(eq(members.personId, people.id), eq(members.groupId, groupId)))
    .where(inArray(people.id, [...new Set(personIds)]));
  const seesAll = may(actor, "see-network-book");
  const known = rows.filter(({ id, memberId }) => memberId !== null || seesAll || id === actor.personId);
  return new Map(known.map(({ id, name }) => [id, name]));
}
