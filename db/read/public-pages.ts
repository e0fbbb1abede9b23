import { and, asc, desc, eq, isNull, min } from "drizzle-orm";
import { db } from "../client.server.ts";
import { groups, listings, variants } from "../schema.ts";

/** Search engines read no longer list than this at once. */
const MOST_PAGES = 20_000;

const isShown = and(eq(listings.state, "published"), eq(groups.state, "active"));

/** The addresses of all that is for sale, newest change first. */
export async function listPublicListings() {
  return db()
    .select({ slug: listings.slug, updatedAt: listings.updatedAt })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(isShown)
    .orderBy(desc(listings.updatedAt), asc(listings.id))
    .limit(MOST_PAGES);
}

export async function listPublicGroups() {
  return db()
    .select({ slug: groups.slug, villageCode: groups.villageCode })
    .from(groups)
    .where(eq(groups.state, "active"))
    .orderBy(asc(groups.slug))
    .limit(MOST_PAGES);
}

/** What a group put on sale last, for its feed. */
export async function listFeedItems(groupId: string, limit: number) {
  return db()
    .select({
      slug: listings.slug,
      name: listings.name,
      description: listings.description,
      unit: listings.unit,
      publishedAt: listings.publishedAt,
      price: min(variants.price).mapWith(Number),
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .innerJoin(variants, and(eq(variants.listingId, listings.id), isNull(variants.retiredAt)))
    .where(and(isShown, eq(listings.groupId, groupId)))
    .groupBy(listings.id)
    .orderBy(desc(listings.publishedAt), asc(listings.id))
    .limit(limit);
}
