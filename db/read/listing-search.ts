import { and, asc, count, desc, eq, inArray, like, sql } from "drizzle-orm";
import { isMendable, nearestWord, trigramsOf } from "#app/domain/near-words.ts";
import { type SearchTerm, searchTerms, typedWords } from "#app/domain/search-words.ts";
import { otherNames, SINGLE_NAMES } from "#app/domain/word-forms.ts";
import { db } from "../client.server.ts";
import { isPostgres } from "../dialect.ts";
import { listingIndex } from "../schema/listing-index.ts";
import { groups, knownWords, listings, listingWords } from "../schema.ts";

/** A search that finds more than this is answered with its best ones. */
const MOST_FOUND = 1000;
/** So many of the most alike words are compared letter by letter. */
const MOST_COMPARED = 40;

/**
 * Published listings of active groups that have each thing of the query, best first; a hit in the name counts most.
 * An empty query, or one without a letter or digit, finds nothing.
 */
export async function searchListingIds(query: string): Promise<string[]> {
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  const rows = await (isPostgres ? findInPostgres(terms) : findInSqlite(terms));
  return rows.map((row) => row.id);
}

/** As {@link searchListingIds}; when nothing is found, the words that nobody uses are read as the nearest that somebody does. */
export async function searchForgiving(query: string): Promise<{ ids: string[]; readAs: string | null }> {
  const ids = await searchListingIds(query);
  if (ids.length > 0) return { ids, readAs: null };
  const words = typedWords(query);
  const mended = await Promise.all(words.map(mend));
  if (mended.every((word, at) => word === words[at])) return { ids, readAs: null };
  const readAs = mended.join(" ");
  const instead = await searchListingIds(readAs);
  return instead.length > 0 ? { ids: instead, readAs } : { ids: [], readAs: null };
}

async function mend(word: string): Promise<string> {
  if (!isMendable(word) || otherNames(word).length > 0) return word;
  const used = await db()
    .select({ word: knownWords.word })
    .from(knownWords)
    .where(like(knownWords.word, `${word}%`))
    .limit(1);
  if (used.length > 0) return word;
  const known = await db()
    .select({ word: knownWords.word })
    .from(knownWords)
    .where(inArray(knownWords.trigram, trigramsOf(word)))
    .groupBy(knownWords.word)
    .orderBy(desc(count()), asc(knownWords.word))
    .limit(MOST_COMPARED);
  return nearestWord(word, [...known.map((row) => row.word), ...SINGLE_NAMES]) ?? word;
}

const isForSale = and(eq(listings.state, "published"), eq(groups.state, "active"));

/** The terms hold letters, digits and marks only; the quotes keep AND, OR, NOT and NEAR plain words. */
function findInSqlite(terms: SearchTerm[]) {
  const oneOf = ({ beginnings, names }: SearchTerm) =>
    [...beginnings.map((word) => `"${word}"*`), ...names.map((name) => `"${name.join(" ")}"`)].join(" OR ");
  const match = terms.map((term) => `(${oneOf(term)})`).join(" AND ");
  return db()
    .select({ id: listings.id })
    .from(listingIndex)
    .innerJoin(listings, eq(listings.id, listingIndex.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(and(sql`listing_index MATCH ${match}`, isForSale))
    .orderBy(sql`bm25(listing_index, 0.0, 10.0, 1.0)`, asc(listings.id))
    .limit(MOST_FOUND);
}

function findInPostgres(terms: SearchTerm[]) {
  const oneOf = ({ beginnings, names }: SearchTerm) =>
    [
      ...beginnings.map((word) => `'${word}':*`),
      ...names.map((name) => `(${name.map((word) => `'${word}'`).join(" <-> ")})`),
    ].join(" | ");
  const match = sql`to_tsquery('simple', ${terms.map((term) => `(${oneOf(term)})`).join(" & ")})`;
  return db()
    .select({ id: listings.id })
    .from(listingWords)
    .innerJoin(listings, eq(listings.id, listingWords.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(and(sql`listing_words.document @@ ${match}`, isForSale))
    .orderBy(sql`ts_rank(listing_words.document, ${match}) DESC`, asc(listings.id))
    .limit(MOST_FOUND);
}
