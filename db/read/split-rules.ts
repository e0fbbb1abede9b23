import { and, asc, count, desc, eq, inArray, ne } from "drizzle-orm";
import type { OpenTask } from "#app/domain/open-task.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { defaultRuleName, type RuleVersion, ruleStanding, versionInForce } from "#app/domain/rule-version.ts";
import { db } from "../client.server.ts";
import { alias } from "../dialect.ts";
import { contributions, groups, listings, members, people, splitRules, variants } from "../schema.ts";
import type { OwnGroup } from "./own-groups.ts";

/** Every version of a group's rules, by what decides which of them holds. */
async function listVersions(groupId: string): Promise<RuleVersion[]> {
  const rows = await db()
    .select({
      id: splitRules.id,
      name: splitRules.name,
      version: splitRules.version,
      sequence: splitRules.sequence,
      state: splitRules.state,
      isDefault: splitRules.isDefault,
      effectiveFrom: splitRules.effectiveFrom,
    })
    .from(splitRules)
    .where(eq(splitRules.groupId, groupId));
  return rows.map(({ isDefault, effectiveFrom, ...row }) => ({
    ...row,
    isDefault: isDefault === 1,
    fromMs: effectiveFrom.getTime(),
  }));
}

/**
 * The version that divides a sale now: of the rule that the variant names, else its listing's, else the group's own; one that has
 * not begun is passed over. A listing names one version; whichever version of the same rule is in force is meant.
 */
export async function findRuleInForce({
  groupId,
  listingRuleId,
  variantRule = "",
  now,
}: {
  groupId: string;
  listingRuleId: string | null;
  variantRule?: string;
  now: Date;
}) {
  const versions = await listVersions(groupId);
  const nowMs = now.getTime();
  const own = versions.find((version) => version.id === listingRuleId)?.name ?? null;
  const common = defaultRuleName(versions, nowMs);
  const begun = [variantRule, own, common].map((name) => name && versionInForce(versions, { name, nowMs }));
  const found = begun.find(Boolean);
  if (!found) return undefined;
  const [row] = await db()
    .select({ id: splitRules.id, name: splitRules.name, version: splitRules.version, rule: splitRules.rule })
    .from(splitRules)
    .where(eq(splitRules.id, found.id));
  return row;
}

const secondPerson = alias(people, "second_person");

/** Every version of every rule of a group with its standing, the newest first. */
export async function listRuleVersions(actor: Actor, { groupId, now }: { groupId: string; now: Date }) {
  permit(actor, "see-books", { groupId });
  const versions = await listVersions(groupId);
  const common = defaultRuleName(versions, now.getTime());
  const rows = await db()
    .select({
      id: splitRules.id,
      name: splitRules.name,
      version: splitRules.version,
      rule: splitRules.rule,
      isDefault: splitRules.isDefault,
      decision: splitRules.decision,
      minutesPhotoId: splitRules.minutesPhotoId,
      effectiveFrom: splitRules.effectiveFrom,
      createdById: splitRules.createdBy,
      createdBy: people.name,
      answeredBy: secondPerson.name,
    })
    .from(splitRules)
    .innerJoin(people, eq(people.id, splitRules.createdBy))
    .leftJoin(secondPerson, eq(secondPerson.id, splitRules.answeredBy))
    .where(eq(splitRules.groupId, groupId))
    .orderBy(asc(splitRules.name), desc(splitRules.version));
  return rows.map(({ minutesPhotoId, createdById, ...row }) => {
    const version = versions.find((each) => each.id === row.id);
    return {
      ...row,
      isCommon: row.name === common,
      standing: version ? ruleStanding(version, versions, now.getTime()) : ("past" as const),
      hasMinutes: minutesPhotoId !== null,
      isOwn: createdById === actor.personId,
    };
  });
}

/** Versions that wait for a second officer who is not the one that proposed them. */
export async function listRuleTasks(actor: Actor, owned: OwnGroup[]): Promise<OpenTask[]> {
  if (owned.length === 0) return [];
  const waiting = await db()
    .select({ groupId: splitRules.groupId, count: count().mapWith(Number) })
    .from(splitRules)
    .where(
      and(
        inArray(
          splitRules.groupId,
          owned.map((group) => group.id),
        ),
        eq(splitRules.state, "waiting"),
        ne(splitRules.createdBy, actor.personId ?? ""),
      ),
    )
    .groupBy(splitRules.groupId);
  return waiting.flatMap(({ groupId, count }): OpenTask[] => {
    const group = owned.find((each) => each.id === groupId);
    const path = `/books/${group?.slug}/split-rules#versions`;
    return group ? [{ kind: "split-rule", role: "group", count, of: group.name, path, dueMs: null, amount: null }] : [];
  });
}

/** The picture of the minutes behind a version; null without one. */
export async function findMinutesPhoto(actor: Actor, { groupId, ruleId }: { groupId: string; ruleId: string }) {
  permit(actor, "see-books", { groupId });
  const [row] = await db()
    .select({ photoId: splitRules.minutesPhotoId })
    .from(splitRules)
    .where(and(eq(splitRules.id, ruleId), eq(splitRules.groupId, groupId)));
  return row?.photoId ?? null;
}

/** For pages: the rule of its own that a variant names; empty without one. */
export async function findVariantRule(variantId: string): Promise<string> {
  const [row] = await db().select({ name: variants.splitRuleName }).from(variants).where(eq(variants.id, variantId));
  return row?.name ?? "";
}

/** What a new version is checked against. */
export function listVersionsOf(actor: Actor, groupId: string): Promise<RuleVersion[]> {
  permit(actor, "set-split-rule", { groupId });
  return listVersions(groupId);
}

/** Whether a change of the group's rules wants a second officer, and who asked that it no longer should. */
export async function findRuleApproval(actor: Actor, groupId: string) {
  permit(actor, "see-books", { groupId });
  const [row] = await db()
    .select({ needsTwo: groups.rulesNeedTwo, endsById: groups.rulesNeedTwoEndsBy, endsBy: people.name })
    .from(groups)
    .leftJoin(people, eq(people.id, groups.rulesNeedTwoEndsBy))
    .where(eq(groups.id, groupId));
  return row ?? { needsTwo: false, endsById: null, endsBy: null };
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

/** The newest agreed version of each of the group's split rules. */
export async function listRuleChoices(actor: Actor, groupId: string) {
  permit(actor, "see-desk", { groupId });
  const rows = await db()
    .select({ id: splitRules.id, name: splitRules.name, version: splitRules.version })
    .from(splitRules)
    .where(and(eq(splitRules.groupId, groupId), eq(splitRules.state, "approved")))
    .orderBy(asc(splitRules.name), desc(splitRules.version));
  return rows.filter((row, at) => rows[at - 1]?.name !== row.name);
}
