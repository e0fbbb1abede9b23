import { and, asc, eq, isNull } from "drizzle-orm";
import { kindAndUnitWords, labelWords, wordsOf } from "#app/domain/search-words.ts";
import { isPostgres } from "../dialect.ts";
import { listingIndex } from "../schema/listing-index.ts";
import { groups, listings, listingWords, variants } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

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
    .select({ name: variants.name })
    .from(variants)
    .where(and(eq(variants.listingId, listingId), isNull(variants.retiredAt)))
    .orderBy(asc(variants.position));
  const body = [
    listing.description,
    ...named.map((variant) => variant.name),
    labelWords(listing),
    listing.ingredients,
    listing.groupName,
    kindAndUnitWords(listing.kind, listing.unit),
    placeName,
  ];
  const words = { listingId, title: wordsOf(listing.name).join(" "), body: wordsOf(body.join(" ")).join(" ") };
  await tx.insert(listingWords).values(words);
  if (!isPostgres) await tx.insert(listingIndex).values(words);
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
