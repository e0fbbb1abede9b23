import { and, asc, count, desc, eq, exists, gt, gte, inArray, isNull, like, lte, or, type SQL, sql } from "drizzle-orm";
import { CATALOGUE_PAGE_SIZE, type CatalogueQuery, MOST_COUNTED } from "#app/domain/catalogue.ts";
import { db } from "../client.server.ts";
import { groups, listings, variants } from "../schema.ts";
import { searchListingIds } from "./listing-search.ts";

export type CataloguePage = { ids: string[]; count: number; hasNext: boolean };

/**
 * The ids of one page of the catalogue and how many there are in all, counted up to {@link MOST_COUNTED} + 1.
 * Only published listings of active groups with something to buy.
 * @param today YYYY-MM-DD in Indonesia: a harvest of a later day is not ready
 */
export async function listCataloguePage(query: CatalogueQuery, today: string): Promise<CataloguePage> {
  const offset = (query.page - 1) * CATALOGUE_PAGE_SIZE;
  const found = query.q === "" ? null : await searchListingIds(query.q);
  if (found?.length === 0) return { ids: [], count: 0, hasNext: false };
  const matches = and(...conditionsOf(query, today), found ? inArray(listings.id, found) : undefined);
  if (found && query.sort === "relevance") {
    const rows = await select(matches);
    const kept = new Set(rows.map((row) => row.id));
    const ranked = found.filter((id) => kept.has(id));
    return pageOf({ ids: ranked.slice(offset, offset + CATALOGUE_PAGE_SIZE + 1), count: ranked.length });
  }
  const [rows, [counted]] = await Promise.all([
    select(matches)
      .orderBy(...orderOf(query))
      .limit(CATALOGUE_PAGE_SIZE + 1)
      .offset(offset),
    db()
      .select({ count: count().mapWith(Number) })
      .from(
        select(matches)
          .limit(MOST_COUNTED + 1)
          .as("counted"),
      ),
  ]);
  return pageOf({ ids: rows.map((row) => row.id), count: counted?.count ?? 0 });
}

function pageOf({ ids, count: all }: { ids: string[]; count: number }): CataloguePage {
  return { ids: ids.slice(0, CATALOGUE_PAGE_SIZE), count: all, hasNext: ids.length > CATALOGUE_PAGE_SIZE };
}

function select(matches: SQL | undefined) {
  return db()
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(matches)
    .$dynamic();
}

/** A variant that can be ordered and meets the conditions. */
function hasVariant(...conditions: (SQL | undefined)[]): SQL {
  return exists(
    db()
      .select({ one: sql`1` })
      .from(variants)
      .where(and(eq(variants.listingId, listings.id), isNull(variants.retiredAt), ...conditions)),
  );
}

function conditionsOf(query: CatalogueQuery, today: string): (SQL | undefined)[] {
  return [
    eq(listings.state, "published"),
    eq(groups.state, "active"),
    query.kind ? eq(listings.kind, query.kind) : undefined,
    query.groupKind ? eq(groups.kind, query.groupKind) : undefined,
    query.place ? like(groups.villageCode, `${query.place}.%`) : undefined,
    query.madeByDisabled ? eq(groups.madeByDisabled, true) : undefined,
    hasVariant(
      query.priceFrom === null ? undefined : gte(variants.price, query.priceFrom),
      query.priceTo === null ? undefined : lte(variants.price, query.priceTo),
      query.ready ? gt(variants.stockMilli, 0) : undefined,
    ),
    ...(query.ready
      ? [isNull(listings.madeToOrderDays), or(isNull(listings.harvestFrom), lte(listings.harvestFrom, today))]
      : []),
  ];
}

const lowestPrice = sql<number>`(select min(${variants.price}) from ${variants} where ${variants.listingId} = ${listings.id} and ${variants.retiredAt} is null)`;

function orderOf(query: CatalogueQuery): SQL[] {
  if (query.sort === "cheapest") return [asc(lowestPrice), desc(listings.publishedAt), asc(listings.id)];
  if (query.sort === "dearest") return [desc(lowestPrice), desc(listings.publishedAt), asc(listings.id)];
  return [desc(listings.publishedAt), asc(listings.id)];
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
