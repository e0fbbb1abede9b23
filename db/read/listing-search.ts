import { and, asc, eq, sql } from "drizzle-orm";
import { searchTerms } from "#app/domain/search-words.ts";
import { db } from "../client.server.ts";
import { isPostgres } from "../dialect.ts";
import { listingIndex } from "../schema/listing-index.ts";
import { groups, listings, listingWords } from "../schema.ts";

/** A search that finds more than this is answered with its best ones. */
const MOST_FOUND = 1000;

/**
 * Published listings of active groups in which each word of the query begins some word, best first; a hit in the name counts most.
 * An empty query, or one without a letter or digit, finds nothing.
 */
export async function searchListingIds(query: string): Promise<string[]> {
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  const rows = await (isPostgres ? findInPostgres(terms) : findInSqlite(terms));
  return rows.map((row) => row.id);
}

const isForSale = and(eq(listings.state, "published"), eq(groups.state, "active"));

/** The terms hold letters, digits and marks only; the quotes keep AND, OR, NOT and NEAR plain words. */
function findInSqlite(terms: string[]) {
  const match = terms.map((term) => `"${term}"*`).join(" AND ");
  return db()
    .select({ id: listings.id })
    .from(listingIndex)
    .innerJoin(listings, eq(listings.id, listingIndex.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(and(sql`listing_index MATCH ${match}`, isForSale))
    .orderBy(sql`bm25(listing_index, 0.0, 10.0, 1.0)`, asc(listings.id))
    .limit(MOST_FOUND);
}

function findInPostgres(terms: string[]) {
  const match = sql`to_tsquery('simple', ${terms.map((term) => `'${term}':*`).join(" & ")})`;
  return db()
    .select({ id: listings.id })
    .from(listingWords)
    .innerJoin(listings, eq(listings.id, listingWords.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(and(sql`listing_words.document @@ ${match}`, isForSale))
    .orderBy(sql`ts_rank(listing_words.document, ${match}) DESC`, asc(listings.id))
    .limit(MOST_FOUND);
}
