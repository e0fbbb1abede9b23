import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { isMendable, trigramsOf } from "#app/domain/near-words.ts";
import { indexedWordsOf, kindAndUnitWords, labelWords } from "#app/domain/search-words.ts";
import { isPostgres } from "../dialect.ts";
import { listNamedMakers } from "../read/listing-page.ts";
import { listingIndex } from "../schema/listing-index.ts";
import { contributions, groups, knownWords, listings, listingWords, variants } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Bound values of one statement stay far below what either engine takes. */
const ROWS_AT_ONCE = 500;

/**
 * Brings the words of one listing up to date: call it in the transaction that changed the listing, its variants or its group's name.
 * Only published listings have words.
 * @param placeName the group's village and what is around it, as people call it
 */
export async function indexListing(
  tx: Tx,
  { listingId, placeName }: { listingId: string; placeName: string },
): Promise<void> {
  const [listing] = await tx
    .select({
      name: listings.name,
      description: listings.description,
      kind: listings.kind,
      unit: listings.unit,
      state: listings.state,
      permitKind: listings.permitKind,
      halal: listings.halal,
      ingredients: listings.ingredients,
      groupName: groups.name,
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(eq(listings.id, listingId));
  await removeWords(tx, listingId);
  if (listing?.state !== "published") return;
  const named = await tx
    .select({ name: variants.name, price: variants.price })
    .from(variants)
    .where(and(eq(variants.listingId, listingId), isNull(variants.retiredAt)))
    .orderBy(asc(variants.position));
  const body = [
    listing.description,
    ...named.map((variant) => variant.name),
    labelWords(listing),
    listing.ingredients,
    listing.groupName,
    ...(await listNamedMakers(listingId)),
    kindAndUnitWords(listing.kind, listing.unit),
    placeName,
  ];
  const words = { listingId, title: indexedWordsOf(listing.name), body: indexedWordsOf(body.join(" ")) };
  const lowestPrice = named.map((variant) => variant.price).sort((a, b) => a - b)[0] ?? null;
  await tx.insert(listingWords).values({ ...words, lowestPrice });
  if (!isPostgres) await tx.insert(listingIndex).values(words);
  await learnWords(tx, `${words.title} ${words.body}`.split(" "));
}

/** Nothing is forgotten again: a word that no listing has any more is offered to nobody, since a search for it finds nothing. */
async function learnWords(tx: Tx, words: readonly string[]): Promise<void> {
  const asked = [...new Set(words)].filter(isMendable);
  if (asked.length === 0) return;
  const before = await tx
    .selectDistinct({ word: knownWords.word })
    .from(knownWords)
    .where(inArray(knownWords.word, asked));
  const known = new Set(before.map((row) => row.word));
  const rows = asked
    .filter((word) => !known.has(word))
    .flatMap((word) => trigramsOf(word).map((trigram) => ({ trigram, word })));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx
      .insert(knownWords)
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflictDoNothing();
}

async function removeWords(tx: Tx, listingId: string): Promise<void> {
  await tx.delete(listingWords).where(eq(listingWords.listingId, listingId));
  if (!isPostgres) await tx.delete(listingIndex).where(eq(listingIndex.listingId, listingId));
}

/** The same for all that a group has on sale: when the group itself moves or changes its name. */
export async function indexGroup(
  tx: Tx,
  { groupId, placeName }: { groupId: string; placeName: string },
): Promise<void> {
  const own = await tx
    .select({ id: listings.id })
    .from(listings)
    .where(and(eq(listings.groupId, groupId), eq(listings.state, "published")));
  for (const { id } of own) await indexListing(tx, { listingId: id, placeName });
}

/** The same for all that a member made: when they agree to be named, or no longer do. */
export async function indexMaker(
  tx: Tx,
  { memberId, placeName }: { memberId: string; placeName: string },
): Promise<void> {
  const made = await tx
    .selectDistinct({ id: contributions.listingId })
    .from(contributions)
    .innerJoin(listings, eq(listings.id, contributions.listingId))
    .where(and(eq(contributions.memberId, memberId), eq(listings.state, "published")));
  for (const { id } of made) await indexListing(tx, { listingId: id, placeName });
}
