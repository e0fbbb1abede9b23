import { and, asc, countDistinct, eq, isNull } from "drizzle-orm";
import { db } from "../client.server.ts";
import { contributions, groups, listings, members, networks, photos, variants } from "../schema.ts";

/** What anybody may see of a listing, or that it is no longer sold, and by whom it was; undefined when it never was public. */
export async function findPublicListing(slug: string) {
  const [row] = await db()
    .select({
      id: listings.id,
      slug: listings.slug,
      kind: listings.kind,
      name: listings.name,
      description: listings.description,
      unit: listings.unit,
      state: listings.state,
      splitRuleId: listings.splitRuleId,
      madeToOrderDays: listings.madeToOrderDays,
      openPiecesPerMaker: listings.openPiecesPerMaker,
      fragile: listings.fragile,
      bulky: listings.bulky,
      catchWeight: listings.catchWeight,
      travels: listings.travels,
      permitKind: listings.permitKind,
      permitNumber: listings.permitNumber,
      halal: listings.halal,
      halalNumber: listings.halalNumber,
      halalUntil: listings.halalUntil,
      ingredients: listings.ingredients,
      allergens: listings.allergens,
      batch: listings.batch,
      storage: listings.storage,
      harvestFrom: listings.harvestFrom,
      harvestUntil: listings.harvestUntil,
      shelfDays: listings.shelfDays,
      group: {
        id: groups.id,
        slug: groups.slug,
        name: groups.name,
        kind: groups.kind,
        state: groups.state,
        villageCode: groups.villageCode,
        madeByDisabled: groups.madeByDisabled,
        hubId: groups.hubId,
        photoId: groups.photoId,
      },
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(eq(listings.slug, slug));
  if (!row || row.state === "draft" || row.group.state === "waiting") return undefined;
  const { state, group, ...listing } = row;
  return { ...listing, group, isForSale: state === "published" && group.state === "active" };
}

/** What can be bought of a listing, in the group's order. */
export async function listVariantsOnSale(listingId: string) {
  return db()
    .select({
      id: variants.id,
      name: variants.name,
      grade: variants.grade,
      gradeText: variants.gradeText,
      netGrams: variants.netGrams,
      price: variants.price,
      stockMilli: variants.stockMilli,
      packedGrams: variants.packedGrams,
      lengthMm: variants.lengthMm,
      widthMm: variants.widthMm,
      heightMm: variants.heightMm,
    })
    .from(variants)
    .where(and(eq(variants.listingId, listingId), isNull(variants.retiredAt)))
    .orderBy(asc(variants.position), asc(variants.id));
}

export async function listListingPhotos(listingId: string) {
  return db()
    .select({ id: photos.id, alt: photos.alt, width: photos.width, height: photos.height, preview: photos.preview })
    .from(photos)
    .where(and(eq(photos.listingId, listingId), eq(photos.isPublic, true)))
    .orderBy(asc(photos.position), asc(photos.id));
}

/** How many members made or brought it; who they are is theirs to tell. */
export async function countMakers(listingId: string): Promise<number> {
  const [row] = await db()
    .select({ makers: countDistinct(contributions.memberId).mapWith(Number) })
    .from(contributions)
    .where(eq(contributions.listingId, listingId));
  return row?.makers ?? 0;
}

/** The makers who agreed to be named, as long as they are with the group. */
export async function listNamedMakers(listingId: string): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ name: members.name, number: members.number })
    .from(contributions)
    .innerJoin(members, eq(members.id, contributions.memberId))
    .where(and(eq(contributions.listingId, listingId), eq(members.isNamed, true), isNull(members.leftAt)))
    .orderBy(asc(members.number));
  return rows.map((row) => row.name);
}

/** The work behind a listing, as the split of a sale weighs it. */
export async function listContributionWeights(listingId: string) {
  return db()
    .select({
      memberId: contributions.memberId,
      memberNumber: members.number,
      step: contributions.step,
      weight: contributions.weight,
    })
    .from(contributions)
    .innerJoin(members, eq(members.id, contributions.memberId))
    .where(eq(contributions.listingId, listingId));
}

/** The network's part of a sale in basis points; 0 before the network is set up. */
export async function findNetworkFeeBasisPoints(): Promise<number> {
  const [row] = await db().select({ fee: networks.feeBasisPoints }).from(networks).limit(1);
  return row?.fee ?? 0;
}
