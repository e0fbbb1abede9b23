import { and, asc, desc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import { stepsOf } from "#app/domain/contribution.ts";
import type { ListingState, PublishFacts } from "#app/domain/listing.ts";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import {
  contributions,
  deliveries,
  groups,
  listings,
  lotParts,
  members,
  photos,
  splitRules,
  variants,
} from "../schema.ts";
import { findNetwork, foodPolicyOf } from "./networks.ts";
import { findRuleInForce } from "./split-rules.ts";

/** A group's own list of what it offers, newest first: drafts and hidden ones too. */
export async function listGroupListings(actor: Actor, groupId: string) {
  permit(actor, "see-desk", { groupId });
  const rows = await db()
    .select({
      id: listings.id,
      slug: listings.slug,
      kind: listings.kind,
      name: listings.name,
      unit: listings.unit,
      state: listings.state,
    })
    .from(listings)
    .where(eq(listings.groupId, groupId))
    .orderBy(desc(listings.createdAt), desc(listings.id));
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [offered, pictures] = await Promise.all([
    db()
      .select({ listingId: variants.listingId, price: variants.price, stockMilli: variants.stockMilli })
      .from(variants)
      .where(and(inArray(variants.listingId, ids), isNull(variants.retiredAt)))
      .orderBy(asc(variants.position)),
    db()
      .select({ listingId: photos.listingId, id: photos.id, alt: photos.alt })
      .from(photos)
      .where(inArray(photos.listingId, ids))
      .orderBy(asc(photos.position)),
  ]);
  return rows.map((row) => ({
    ...row,
    variants: offered.filter((variant) => variant.listingId === row.id),
    photo: pictures.find((photo) => photo.listingId === row.id) ?? null,
  }));
}

/** One listing with all that its edit page shows; undefined when this group has none by that slug. */
export async function findGroupListing(actor: Actor, { groupId, slug }: { groupId: string; slug: string }) {
  permit(actor, "see-desk", { groupId });
  const [listing] = await db()
    .select()
    .from(listings)
    .where(and(eq(listings.groupId, groupId), eq(listings.slug, slug)));
  if (!listing) return undefined;
  const [offered, brought, pictures] = await Promise.all([
    db().select().from(variants).where(eq(variants.listingId, listing.id)).orderBy(asc(variants.position)),
    listContributions(listing.id),
    db()
      .select({ id: photos.id, alt: photos.alt, width: photos.width, height: photos.height })
      .from(photos)
      .where(eq(photos.listingId, listing.id))
      .orderBy(asc(photos.position)),
  ]);
  return { ...listing, variants: offered, contributions: brought, photos: pictures };
}

/** Whoever brought what a listing's lots still hold: where there are deliveries, nobody needs to be named by hand. */
async function listDeliverers(listingId: string): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ memberId: deliveries.memberId })
    .from(deliveries)
    .innerJoin(lotParts, eq(lotParts.deliveryId, deliveries.id))
    .innerJoin(variants, eq(variants.id, deliveries.variantId))
    .where(and(eq(variants.listingId, listingId), gt(lotParts.leftMilli, 0)));
  return rows.map((row) => row.memberId);
}

function listContributions(listingId: string) {
  return db()
    .select({
      memberId: contributions.memberId,
      step: contributions.step,
      weight: contributions.weight,
      leftAt: members.leftAt,
    })
    .from(contributions)
    .innerJoin(members, eq(members.id, contributions.memberId))
    .where(eq(contributions.listingId, listingId))
    .orderBy(asc(members.number));
}

/** For use cases: what a listing is and whose, before anybody's permission is known. */
export async function findListingOwner(listingId: string) {
  const [row] = await db()
    .select({
      id: listings.id,
      slug: listings.slug,
      groupId: listings.groupId,
      kind: listings.kind,
      state: listings.state,
      villageCode: groups.villageCode,
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(eq(listings.id, listingId));
  return row;
}

/** For use cases: what decides whether a listing may be published; all but the day, which they know. */
export async function findPublishFacts({
  listingId,
  now,
}: {
  listingId: string;
  now: Date;
}): Promise<(Omit<PublishFacts, "today"> & { state: ListingState }) | undefined> {
  const [row] = await db()
    .select({
      groupState: groups.state,
      groupId: listings.groupId,
      state: listings.state,
      kind: listings.kind,
      name: listings.name,
      splitRuleId: listings.splitRuleId,
      harvestFrom: listings.harvestFrom,
      harvestUntil: listings.harvestUntil,
      permitKind: listings.permitKind,
      halal: listings.halal,
      halalUntil: listings.halalUntil,
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(eq(listings.id, listingId));
  if (!row) return undefined;
  const { groupId, groupState, splitRuleId, ...listing } = row;
  const rule = await findRuleInForce({ groupId, listingRuleId: splitRuleId, now });
  const brought = await listContributions(listingId);
  const pictures = await db().select({ alt: photos.alt }).from(photos).where(eq(photos.listingId, listingId));
  const onSale = await db().$count(variants, and(eq(variants.listingId, listingId), isNull(variants.retiredAt)));
  const steps = stepsOf(rule?.rule);
  const counted = brought.filter((one) => one.leftAt === null && (steps.length === 0 || steps.includes(one.step)));
  const deliverers = rule?.rule.method === "contribution" ? await listDeliverers(listingId) : [];
  return {
    ...listing,
    isGroupActive: groupState === "active",
    variantCount: onSale,
    contributorCount: new Set([...counted.map((one) => one.memberId), ...deliverers]).size,
    method: rule?.rule.method ?? null,
    photoAlts: pictures.map((photo) => photo.alt),
    policy: foodPolicyOf(await findNetwork()),
  };
}

/** What the group's last listing of a kind was like, as the next one's defaults. */
export async function findLastListing(groupId: string, kind: ListingKind) {
  const [row] = await db()
    .select({
      unit: listings.unit,
      travels: listings.travels,
      packedGrams: variants.packedGrams,
      lengthMm: variants.lengthMm,
      widthMm: variants.widthMm,
      heightMm: variants.heightMm,
    })
    .from(listings)
    .innerJoin(variants, eq(variants.listingId, listings.id))
    .where(and(eq(listings.groupId, groupId), eq(listings.kind, kind)))
    .orderBy(desc(listings.createdAt), asc(variants.position))
    .limit(1);
  return row;
}

/** The members who still are with the group, by their number. */
export async function listMakers(actor: Actor, groupId: string) {
  permit(actor, "see-desk", { groupId });
  return db()
    .select({ id: members.id, number: members.number, name: members.name })
    .from(members)
    .where(and(eq(members.groupId, groupId), isNull(members.leftAt)))
    .orderBy(asc(members.number));
}

/** For use cases: whether all of these still are members of the group. */
export async function areMembersHere(groupId: string, memberIds: readonly string[]): Promise<boolean> {
  const asked = [...new Set(memberIds)];
  if (asked.length === 0) return true;
  const here = await db()
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.groupId, groupId), inArray(members.id, asked), isNull(members.leftAt)));
  return here.length === asked.length;
}

/** For use cases: whether a split rule is this group's own; no rule at all always is. */
export async function isRuleHere(groupId: string, ruleId: string | null): Promise<boolean> {
  if (ruleId === null) return true;
  return (await db().$count(splitRules, and(eq(splitRules.id, ruleId), eq(splitRules.groupId, groupId)))) === 1;
}

/** For use cases: the names of a group's agreed split rules. */
export async function listRuleNames(groupId: string): Promise<string[]> {
  const isAgreed = and(eq(splitRules.groupId, groupId), eq(splitRules.state, "approved"));
  const rows = await db().selectDistinct({ name: splitRules.name }).from(splitRules).where(isAgreed);
  return rows.map(({ name }) => name);
}

/** For use cases: what each variant of a listing is now. */
export function listVariantsNow(listingId: string) {
  return db()
    .select({
      id: variants.id,
      name: variants.name,
      sku: variants.sku,
      stockMilli: variants.stockMilli,
      retiredAt: variants.retiredAt,
    })
    .from(variants)
    .where(eq(variants.listingId, listingId));
}

/** For use cases: which of these keys (see skuKey) goods on sale have in another listing than this, or than the one that a form made. */
export async function listSkuKeysElsewhere({
  keys,
  listingId = "",
  formKey = "",
}: {
  keys: readonly string[];
  listingId?: string;
  formKey?: string;
}): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db()
    .select({ key: variants.skuKey })
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(and(inArray(variants.skuKey, [...keys]), ne(listings.id, listingId), ne(listings.formKey, formKey)));
  return new Set(rows.flatMap((row) => row.key ?? []));
}
