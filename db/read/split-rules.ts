import { and, asc, desc, eq, lte } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { contributions, listings, members, people, splitRules, variants } from "../schema.ts";

/**
 * The version that divides a sale now: of the listing's own rule if it has one, else of the group's default.
 * A listing names one version; the newest version of the same rule is meant.
 */
export async function findRuleInForce({
  groupId,
  listingRuleId,
  now,
}: {
  groupId: string;
  listingRuleId: string | null;
  now: Date;
}) {
  const own = listingRuleId
    ? (await db().select({ name: splitRules.name }).from(splitRules).where(eq(splitRules.id, listingRuleId)))[0]
    : undefined;
  const [row] = await db()
    .select({ id: splitRules.id, name: splitRules.name, version: splitRules.version, rule: splitRules.rule })
    .from(splitRules)
    .where(
      and(
        eq(splitRules.groupId, groupId),
        lte(splitRules.effectiveFrom, now),
        own ? eq(splitRules.name, own.name) : eq(splitRules.isDefault, 1),
      ),
    )
    .orderBy(desc(splitRules.version))
    .limit(1);
  return row;
}

/** Every version of every rule of a group, the newest first. */
export async function listRuleVersions(actor: Actor, groupId: string) {
  permit(actor, "see-books", { groupId });
  return db()
    .select({
      id: splitRules.id,
      name: splitRules.name,
      version: splitRules.version,
      rule: splitRules.rule,
      isDefault: splitRules.isDefault,
      decision: splitRules.decision,
      effectiveFrom: splitRules.effectiveFrom,
      createdBy: people.name,
    })
    .from(splitRules)
    .innerJoin(people, eq(people.id, splitRules.createdBy))
    .where(eq(splitRules.groupId, groupId))
    .orderBy(asc(splitRules.name), desc(splitRules.version));
}

/** What a trial of a rule needs of one listing: its first price, and who made or brought it. */
export async function findSampleListing({ groupId, listingId }: { groupId: string; listingId: string }) {
  const [listing] = await db()
    .select({ id: listings.id, name: listings.name, unit: listings.unit, price: variants.price })
    .from(listings)
    .innerJoin(variants, eq(variants.listingId, listings.id))
    .where(and(eq(listings.groupId, groupId), eq(listings.id, listingId)))
    .orderBy(asc(variants.position))
    .limit(1);
  if (!listing) return undefined;
  const work = await db()
    .select({
      memberId: contributions.memberId,
      memberNumber: members.number,
      memberName: members.name,
      step: contributions.step,
      weight: contributions.weight,
    })
    .from(contributions)
    .innerJoin(members, eq(members.id, contributions.memberId))
    .where(eq(contributions.listingId, listingId))
    .orderBy(asc(members.number));
  return { ...listing, contributions: work };
}

/** The listings a group can try a rule on. */
export function listSampleListings(groupId: string) {
  return db()
    .select({ id: listings.id, name: listings.name })
    .from(listings)
    .where(eq(listings.groupId, groupId))
    .orderBy(asc(listings.name));
}

/** The newest version of each of the group's split rules. */
export async function listRuleChoices(actor: Actor, groupId: string) {
  permit(actor, "see-desk", { groupId });
  const rows = await db()
    .select({ id: splitRules.id, name: splitRules.name, version: splitRules.version })
    .from(splitRules)
    .where(eq(splitRules.groupId, groupId))
    .orderBy(asc(splitRules.name), desc(splitRules.version));
  return rows.filter((row, at) => rows[at - 1]?.name !== row.name);
}
