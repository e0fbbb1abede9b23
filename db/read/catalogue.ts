import { and, asc, desc, eq, exists, gt, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { CATALOGUE_PAGE_SIZE, type CatalogueQuery } from "#app/domain/catalogue.ts";
import type { CatalogueCursor } from "#app/domain/catalogue-cursor.ts";
import { type CatalogueFacets, countFacets } from "#app/domain/catalogue-facets.ts";
import { rupiah } from "#app/domain/money.ts";
import { db } from "../client.server.ts";
import { groups, listings, listingWords } from "../schema.ts";
import { listBuckets } from "./catalogue-buckets.ts";
import { conditionsOf, uncountedConditions } from "./catalogue-conditions.ts";
import { searchForgiving } from "./listing-search.ts";

type Edge = Pick<CatalogueCursor, "key" | "id">;

export type CataloguePage = {
  ids: string[];
  /** Where the page before ends and the next one begins; null where there is none. */
  before: Edge | null;
  after: Edge | null;
  facets: CatalogueFacets;
  /** What the search was read as, when nobody uses the words that were typed. */
  readAs: string | null;
  /** No listing is found by the words alone, whatever the filters. */
  isUnfound: boolean;
};

/** One page of the catalogue: published listings of active groups with something to buy, and how many each filter would leave. */
export async function listCataloguePage(query: CatalogueQuery, now: Date): Promise<CataloguePage> {
  const found = query.q === "" ? null : await searchForgiving(query.q);
  const readAs = found?.readAs ?? null;
  if (found?.ids.length === 0) {
    // Nothing at all is found by these words: what there is besides shows where to go.
    const { anyKind } = countFacets(await listBuckets({ matches: await uncountedConditions(query, now), now }), query);
    return {
      ids: [],
      before: null,
      after: null,
      facets: { ...countFacets([], query), anyKind },
      readAs,
      isUnfound: true,
    };
  }
  const isFound = found ? inArray(listings.id, found.ids) : undefined;
  const matches = and(await conditionsOf(query, now), isFound);
  const [buckets, sorted] = await Promise.all([
    listBuckets({ matches: and(await uncountedConditions(query, now), isFound), now }),
    query.sort === "relevance" && found
      ? listRanked({ query, matches, ranked: found.ids })
      : listSorted(query, matches),
  ]);
  return { ...cut(sorted), facets: countFacets(buckets, query), readAs, isUnfound: false };
}

/** A page in the order shown, and whether there is more on either side. */
type Sorted = { edges: Edge[]; hasBefore: boolean; hasAfter: boolean };

function cut({ edges, hasBefore, hasAfter }: Sorted) {
  return {
    ids: edges.map((edge) => edge.id),
    before: hasBefore ? (edges[0] ?? null) : null,
    after: hasAfter ? (edges.at(-1) ?? null) : null,
  };
}

/** Ranked by the search, whose list is short enough to be held whole; a cursor that is no longer in it means its beginning. */
async function listRanked({
  query: { cursor },
  matches,
  ranked,
}: {
  query: CatalogueQuery;
  matches: SQL | undefined;
  ranked: string[];
}): Promise<Sorted> {
  const rows = await select(matches);
  const kept = new Set(rows.map((row) => row.id));
  const all = ranked.filter((id) => kept.has(id)).map((id) => ({ key: 0, id }));
  const at = cursor ? all.findIndex((edge) => edge.id === cursor.id) : -1;
  const hasBefore = at >= 0;
  if (cursor?.direction === "before" && at >= 0) {
    const start = Math.max(at - CATALOGUE_PAGE_SIZE, 0);
    return { edges: all.slice(start, at), hasBefore: start > 0, hasAfter: true };
  }
  const edges = all.slice(at + 1, at + 1 + CATALOGUE_PAGE_SIZE);
  return { edges, hasBefore, hasAfter: all.length > at + 1 + edges.length };
}

function select(matches: SQL | undefined) {
  return db()
    .select({ id: listings.id, publishedAt: listings.publishedAt, price: listingWords.lowestPrice })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .innerJoin(listingWords, eq(listingWords.listingId, listings.id))
    .where(matches)
    .$dynamic();
}

/** By day or by price, each along its index; backwards the same list is read from its other end. */
async function listSorted(query: CatalogueQuery, matches: SQL | undefined): Promise<Sorted> {
  const isByPrice = query.sort === "cheapest" || query.sort === "dearest";
  const column = isByPrice ? listingWords.lowestPrice : listings.publishedAt;
  const isBackward = query.cursor?.direction === "before";
  const isFalling = (query.sort !== "cheapest") !== isBackward;
  const start = startOf({ cursor: query.cursor, isByPrice, isFalling });
  const rows = await select(and(matches, start))
    .orderBy(isFalling ? desc(column) : asc(column), isBackward ? desc(listings.id) : asc(listings.id))
    .limit(CATALOGUE_PAGE_SIZE + 1);
  const edges = rows
    .slice(0, CATALOGUE_PAGE_SIZE)
    .map(({ id, publishedAt, price }) => ({ id, key: isByPrice ? (price ?? 0) : (publishedAt?.getTime() ?? 0) }));
  const hasMore = rows.length > CATALOGUE_PAGE_SIZE;
  if (isBackward) return { edges: edges.reverse(), hasBefore: hasMore, hasAfter: true };
  return { edges, hasBefore: query.cursor !== null, hasAfter: hasMore };
}

type Start = { cursor: CatalogueCursor | null; isByPrice: boolean; isFalling: boolean };

function startOf({ cursor, isByPrice, isFalling }: Start): SQL | undefined {
  if (!cursor) return undefined;
  const beyond = isFalling ? lt : gt;
  const isNext = cursor.direction === "before" ? lt(listings.id, cursor.id) : gt(listings.id, cursor.id);
  if (isByPrice) {
    const price = rupiah(cursor.key);
    return or(beyond(listingWords.lowestPrice, price), and(eq(listingWords.lowestPrice, price), isNext));
  }
  const at = new Date(cursor.key);
  return or(beyond(listings.publishedAt, at), and(eq(listings.publishedAt, at), isNext));
}

/** Villages of the groups that have something in the catalogue, for the choice of a place. */
export async function listVillagesWithGoods(): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ code: groups.villageCode })
    .from(groups)
    .where(
      and(
        eq(groups.state, "active"),
        exists(
          db()
            .select({ one: sql`1` })
            .from(listings)
            .where(and(eq(listings.groupId, groups.id), eq(listings.state, "published"))),
        ),
      ),
    )
    .orderBy(asc(groups.villageCode));
  return rows.map((row) => row.code);
}
