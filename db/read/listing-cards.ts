import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, max, min, type SQL, sql } from "drizzle-orm";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import type { Rupiah } from "#app/domain/money.ts";
import type { Rating } from "#app/domain/review.ts";
import { type ComparisonPrice, comparisonPrice, isUnit } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import { groups, listings, photos, variants } from "../schema.ts";
import { listRatings } from "./reviews.ts";

export type PhotoShown = { id: string; alt: string; width: number; height: number; preview: string };

/** What a card in the catalogue shows of a listing. */
export type ListingCardRow = {
  slug: string;
  name: string;
  kind: ListingKind;
  unit: string;
  madeToOrderDays: number | null;
  harvestFrom: string | null;
  priceFrom: Rupiah;
  priceTo: Rupiah;
  /** The lower price per kilogram or piece, where it says more than the price. */
  compare: ComparisonPrice | null;
  isSoldOut: boolean;
  groupName: string;
  villageCode: string;
  madeByDisabled: boolean;
  photo: PhotoShown | null;
  rating: Rating | null;
};

/** The listings' cards in the order of the ids; whatever is no longer for sale is left out. */
export async function listCards(ids: readonly string[]): Promise<ListingCardRow[]> {
  if (ids.length === 0) return [];
  const rows = await db()
    .select({
      id: listings.id,
      slug: listings.slug,
      name: listings.name,
      kind: listings.kind,
      unit: listings.unit,
      madeToOrderDays: listings.madeToOrderDays,
      harvestFrom: listings.harvestFrom,
      groupName: groups.name,
      villageCode: groups.villageCode,
      madeByDisabled: groups.madeByDisabled,
      priceFrom: min(variants.price).mapWith(variants.price),
      priceTo: max(variants.price).mapWith(variants.price),
      stockMilli: max(variants.stockMilli).mapWith(Number),
      netGrams: cheapestNetGrams,
      photoId: photos.id,
      photoAlt: photos.alt,
      photoWidth: photos.width,
      photoHeight: photos.height,
      photoPreview: photos.preview,
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .innerJoin(variants, and(eq(variants.listingId, listings.id), isNull(variants.retiredAt)))
    .leftJoin(photos, eq(photos.id, firstPhotoId))
    .where(and(inArray(listings.id, [...ids]), eq(listings.state, "published"), eq(groups.state, "active")))
    .groupBy(listings.id, groups.id, photos.id);
  const ratings = await listRatings(ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { id: _, photoId, photoAlt, photoWidth, photoHeight, photoPreview, stockMilli, netGrams, ...shown } = row;
    const { priceFrom, priceTo, unit } = row;
    if (priceFrom === null || priceTo === null) return [];
    const photo =
      photoId === null
        ? null
        : {
            ...{ id: photoId, alt: photoAlt ?? "", width: photoWidth ?? 0, height: photoHeight ?? 0 },
            preview: photoPreview ?? "",
          };
    const compare = isUnit(unit) ? comparisonPrice({ price: priceFrom, unit, netGrams }) : null;
    const isSoldOut = (stockMilli ?? 0) === 0;
    return [{ ...shown, priceFrom, priceTo, compare, isSoldOut, photo, rating: ratings.get(id) ?? null }];
  });
}

const cheapestNetGrams =
  sql`(select cheapest.net_grams from ${variants} as cheapest where cheapest.listing_id = ${listings.id} and cheapest.retired_at is null order by cheapest.price, cheapest.position limit 1)`.mapWith(
    (grams) => (grams === null ? null : Number(grams)),
  );

const firstPhotoId = sql`(select first.id from ${photos} as first where first.listing_id = ${listings.id} and first.is_public order by first.position, first.id limit 1)`;

/** The newest listings of these kinds that can still be ordered. */
export async function listNewestIds({ kinds, limit }: { kinds: ListingKind[]; limit: number }): Promise<string[]> {
  return newest({ matches: and(inArray(listings.kind, kinds), isInStock), limit });
}

/**
 * Harvests in stock by their window: those of today, the ones that end first before the others; or those that are still to come.
 * @param today YYYY-MM-DD in WIB
 */
export async function listHarvestIds({ today, when, limit }: { today: string; when: "now" | "soon"; limit: number }) {
  const window =
    when === "now"
      ? and(lte(listings.harvestFrom, today), gte(listings.harvestUntil, today))
      : gt(listings.harvestFrom, today);
  const rows = await db()
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(
      and(eq(listings.state, "published"), eq(groups.state, "active"), eq(listings.kind, "harvest"), isInStock, window),
    )
    .orderBy(when === "now" ? asc(listings.harvestUntil) : asc(listings.harvestFrom), asc(listings.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** A group's listings: those in stock before those that are sold out, then newest first. */
export async function listGroupListingIds({
  groupId,
  limit,
  offset = 0,
}: {
  groupId: string;
  limit: number;
  offset?: number;
}): Promise<string[]> {
  return newest({ matches: eq(listings.groupId, groupId), limit, offset });
}

const isInStock = sql`exists (select 1 from ${variants} where ${variants.listingId} = ${listings.id} and ${variants.retiredAt} is null and ${variants.stockMilli} > 0)`;

type Newest = { matches: SQL | undefined; limit: number; offset?: number };

async function newest({ matches, limit, offset = 0 }: Newest): Promise<string[]> {
  const rows = await db()
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(and(eq(listings.state, "published"), eq(groups.state, "active"), matches))
    .orderBy(desc(isInStock), desc(listings.publishedAt), listings.id)
    .limit(limit)
    .offset(offset);
  return rows.map((row) => row.id);
}
