import { skuKey } from "#app/domain/listing-facts.ts";
import { rupiah } from "#app/domain/money.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { SplitRule } from "#app/domain/split-rule.ts";
import type { Context } from "#app/usecases/context.ts";
import {
  contributions,
  groups,
  hubGroups,
  listings,
  members,
  offices,
  people,
  photos,
  splitRules,
  variants,
} from "#db/schema.ts";
import type { Tx } from "#db/transaction.server.ts";
import { indexListing } from "#db/write/listing-index.ts";
import { demoFacts } from "./data/facts.ts";
import { demoGroups } from "./data/groups.ts";
import { demoHubs } from "./data/shipping.ts";
import type { DemoGroup, DemoListing, DemoRule } from "./data/types.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { BEGINNING_DAYS } from "./found-network.ts";

/** Goods sold over the demo's months come out of this; afterwards the stock is set to what the data says. */
const PLENTY_MILLI = 500_000_000;

export const groupId = (group: DemoGroup): string => `group-${group.slug}`;
export const memberId = (group: DemoGroup, number: number): string => `member-${group.slug}-${number}`;
export const listingId = (listing: DemoListing): string => `listing-${listing.slug}`;
export const variantId = (listing: DemoListing, at: number): string => `variant-${listing.slug}-${at + 1}`;
export const photoId = (of: { slug: string }): string => `photo-${of.slug}`;
const ruleId = (group: DemoGroup, rule: DemoRule): string => `rule-${group.slug}-${group.rules.indexOf(rule) + 1}`;

/** The book year that the demo's cooperative has behind it, meeting and all. */
export function bookYear(today: Date): number {
  return today.getUTCMonth() >= 2 ? today.getUTCFullYear() - 1 : today.getUTCFullYear() - 2;
}

/** The groups with their members, officers, rules and goods, as they stand on the demo's first day. */
export async function foundGroups(tx: Tx, world: DemoWorld, passwordHash: string): Promise<void> {
  for (const [at, group] of demoGroups.entries()) {
    const joined = wibTime(world.today, BEGINNING_DAYS + 2 + at, 10);
    const lookedAt = wibTime(world.today, -9, 19);
    // Who founded the cooperative was there before it came to this market.
    const memberSince = group.kind === "cooperative" ? new Date(`${bookYear(world.today)}-12-01T03:00:00Z`) : joined;
    await foundGroup(tx, { group, joined, memberSince, lookedAt, passwordHash });
    for (const listing of group.listings) await listGoods(tx, { group, listing, world });
  }
  const namedAt = wibTime(world.today, BEGINNING_DAYS + 15, 9);
  const served = demoHubs.flatMap(({ slug, serves }) =>
    demoGroups.flatMap((group) => (serves.includes(group.slug) ? [{ hubId: slug, groupId: groupId(group) }] : [])),
  );
  await tx.insert(hubGroups).values(served.map((each) => ({ ...each, namedBy: "operator", namedAt })));
}

/** `lookedAt`: when those with a phone last saw their own statement. */
type Founding = { group: DemoGroup; joined: Date; memberSince: Date; lookedAt: Date; passwordHash: string };

async function foundGroup(tx: Tx, { group, joined, memberSince, lookedAt, passwordHash }: Founding): Promise<void> {
  const id = groupId(group);
  const withPhone = group.members.flatMap((member, at) => (member.phone ? [{ ...member, number: at + 1 }] : []));
  const personId = (number: number): string => `person-${group.slug}-${number}`;
  await tx.insert(people).values(
    withPhone.map((member) => ({
      id: personId(member.number),
      name: member.name,
      phone: member.phone ?? null,
      passwordHash,
      createdAt: joined,
    })),
  );
  const { slug, name, kind, story, villageCode, phone, madeByDisabled, hub } = group;
  await tx.insert(photos).values({
    ...{ id: photoId(group), listingId: null, alt: group.picture.alt, width: 1200, height: 900 },
    ...{ isPublic: true, createdAt: joined },
  });
  await tx.insert(groups).values({
    ...{ id, slug, name, kind, story, villageCode, phone, madeByDisabled, hubId: hub, state: "active" as const },
    ...{ photoId: photoId(group), appliedBy: personId(withPhone[0]?.number ?? 1), approvedBy: "operator" },
    ...{ approvedAt: joined, createdAt: joined },
  });
  await tx.insert(members).values(
    group.members.map((member, at) => ({
      id: memberId(group, at + 1),
      groupId: id,
      number: at + 1,
      name: member.name,
      phone: member.phone ?? null,
      personId: member.phone ? personId(at + 1) : null,
      // Whoever leads the group agreed to be named on what she made; the others did not say.
      joinedAt: memberSince,
      sharesSeenAt: member.phone ? lookedAt : null,
      // In the demo those with an account who hold no office like to be known for their work.
      isNamed: member.phone !== undefined && member.offices === undefined,
    })),
  );
  await tx
    .insert(offices)
    .values(
      group.members.flatMap((member, at) =>
        (member.offices ?? []).map((role) => ({ memberId: memberId(group, at + 1), role, since: memberSince })),
      ),
    );
  await tx.insert(splitRules).values(
    group.rules.map((rule, at) => ({
      id: ruleId(group, rule),
      groupId: id,
      name: rule.name,
      version: 1,
      sequence: at + 1,
      rule: ruleOf(group, rule),
      isDefault: at === 0 ? 1 : 0,
      decision: rule.decision,
      createdBy: personId(withPhone[0]?.number ?? 1),
      effectiveFrom: joined,
    })),
  );
}

function ruleOf(group: DemoGroup, { method, fundBasisPoints, fixedCosts, fixedShares, pieceRates }: DemoRule) {
  return SplitRule.parse({
    method,
    fundBasisPoints,
    fixedCosts: fixedCosts ?? [],
    fixedShares: (fixedShares ?? []).map((share) => ({
      memberId: memberId(group, share.member),
      basisPoints: share.basisPoints,
    })),
    pieceRates: pieceRates ?? [],
  });
}

type Listing = { group: DemoGroup; listing: DemoListing; world: DemoWorld };

async function listGoods(tx: Tx, { group, listing, world }: Listing): Promise<void> {
  const id = listingId(listing);
  const listed = wibTime(world.today, BEGINNING_DAYS + 16 + Math.floor(world.chance() * 20), 9);
  const rule = group.rules.find((each) => each.name === listing.rule) ?? group.rules[0];
  const day = (days: number): string => wibTime(world.today, days, 12).toISOString().slice(0, 10);
  const { slug, kind, name, description, unit, fragile, madeToOrderDays, shelfDays, harvest } = listing;
  const facts = demoFacts[slug];
  await tx.insert(listings).values({
    ...{ id, groupId: groupId(group), slug, kind, name, description, unit, state: "published" as const },
    ...{ fragile: fragile ?? false, madeToOrderDays: madeToOrderDays ?? null, shelfDays: shelfDays ?? null },
    ...{ harvestFrom: harvest ? day(harvest.fromDay) : null, harvestUntil: harvest ? day(harvest.untilDay) : null },
    ...facts?.listing,
    ...{ splitRuleId: ruleId(group, rule), formKey: `demo-${slug}`, createdBy: "operator" },
    ...{ createdAt: listed, updatedAt: listed, publishedAt: listed },
  });
  await tx.insert(variants).values(
    listing.variants.map((variant, at) => ({
      ...{ id: variantId(listing, at), listingId: id, position: at + 1, name: variant.name },
      ...facts?.variants?.[at],
      skuKey: skuKey(groupId(group), facts?.variants?.[at]?.sku ?? ""),
      ...{ price: rupiah(variant.price), stockMilli: PLENTY_MILLI, packedGrams: variant.packedGrams },
      ...{ lengthMm: variant.sizeMm[0], widthMm: variant.sizeMm[1], heightMm: variant.sizeMm[2] },
    })),
  );
  await tx.insert(contributions).values(
    listing.contributions.map(({ member, weight, step }) => ({
      listingId: id,
      memberId: memberId(group, member),
      step: step ?? "",
      weight,
    })),
  );
  await tx.insert(photos).values({
    ...{ id: photoId(listing), listingId: id, position: 0, alt: listing.picture.alt, width: 1200, height: 900 },
    ...{ isPublic: true, createdAt: listed },
  });
}

/** Makes the goods findable; apart from the rest because place names come from outside the database. */
export async function indexGoods(tx: Tx, placeNames: Map<string, string>): Promise<void> {
  for (const group of demoGroups)
    for (const listing of group.listings)
      await indexListing(tx, { listingId: listingId(listing), placeName: placeNames.get(group.villageCode) ?? "" });
}

/** What the groups' places are called, for {@link indexGoods}. */
export async function placeNamesOf(ctx: Context): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { villageCode } of demoGroups) {
    const place = await ctx.regions.describe(villageCode);
    names.set(villageCode, Object.values(place ?? {}).join(" "));
  }
  return names;
}

/** Somebody of a group, as the one who acts. */
export function officerOf(group: DemoGroup, office: "treasurer" | "chair" = "treasurer"): Actor {
  const at = group.members.findIndex((member) => member.offices?.includes(office));
  const member = group.members[at];
  return {
    personId: `person-${group.slug}-${at + 1}`,
    name: member?.name ?? "",
    isOperator: false,
    memberships: [
      {
        groupId: groupId(group),
        groupSlug: group.slug,
        groupName: group.name,
        memberId: memberId(group, at + 1),
        offices: [office],
      },
    ],
    hubIds: [],
    pointIds: [],
    orderPasses: [],
  };
}
