import { and, eq, inArray, sql } from "drizzle-orm";
import {
  type ListingInput,
  type ListingMove,
  stateAfter,
  statesBefore,
  type VariantEdit,
} from "#app/domain/listing.ts";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import { contributions, listings, variants } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type NewListing = {
  id: string;
  groupId: string;
  slug: string;
  kind: ListingKind;
  formKey: string;
  createdBy: string;
  now: Date;
  newId: () => string;
  input: ListingInput;
};

/**
 * Writes a new draft with its variants and contributions. When a listing with this form key stands already, nothing is written and
 * that one is the answer; null when it is another group's.
 */
export async function insertListing(
  tx: Tx,
  listing: NewListing,
): Promise<{ listingId: string; slug: string; isNew: boolean } | null> {
  const { id, input, now } = listing;
  const inserted = await tx
    .insert(listings)
    .values({
      ...{ id, groupId: listing.groupId, slug: listing.slug, kind: listing.kind, formKey: listing.formKey },
      ...columnsOf(input),
      ...{ state: "draft", createdBy: listing.createdBy, createdAt: now, updatedAt: now },
    })
    .onConflictDoNothing({ target: listings.formKey })
    .returning({ id: listings.id });
  if (inserted.length === 0) return findFirst(tx, listing);
  for (const [at, variant] of input.variants.entries()) {
    const { name, price, stockMilli, packedGrams, lengthMm, widthMm, heightMm } = variant;
    await tx.insert(variants).values({
      ...{ id: listing.newId(), listingId: id, position: at + 1 },
      ...{ name, price, stockMilli, packedGrams, lengthMm, widthMm, heightMm },
    });
  }
  await replaceContributions(tx, { listingId: id, contributions: input.contributions });
  return { listingId: id, slug: listing.slug, isNew: true };
}

async function findFirst(tx: Tx, { formKey, groupId }: NewListing) {
  const [first] = await tx
    .select({ listingId: listings.id, slug: listings.slug })
    .from(listings)
    .where(and(eq(listings.formKey, formKey), eq(listings.groupId, groupId)));
  return first ? { ...first, isNew: false } : null;
}

function columnsOf(input: ListingInput<unknown>) {
  const { name, description, unit, madeToOrderDays, shelfDays, fragile, harvestFrom, harvestUntil, splitRuleId } =
    input;
  return { name, description, unit, madeToOrderDays, shelfDays, fragile, harvestFrom, harvestUntil, splitRuleId };
}

/** Changes a listing that nobody changed since this version was read; false when somebody did. */
export async function updateListing(
  tx: Tx,
  { listingId, version, now, input }: { listingId: string; version: number; now: Date; input: ListingInput<unknown> },
): Promise<boolean> {
  const changed = await tx
    .update(listings)
    .set({ ...columnsOf(input), version: version + 1, updatedAt: now })
    .where(and(eq(listings.id, listingId), eq(listings.version, version)))
    .returning({ id: listings.id });
  return changed.length === 1;
}

/**
 * Writes one row of the edit form, after the use case checked it. The stock moves by as much as was typed, so that what was sold
 * meanwhile stays sold.
 */
export async function saveVariant(
  tx: Tx,
  by: { listingId: string; position: number; now: Date; newId: () => string },
  variant: VariantEdit,
): Promise<void> {
  const { name, price, stockMilli, packedGrams, lengthMm, widthMm, heightMm } = variant;
  const plain = { name, price, packedGrams, lengthMm, widthMm, heightMm };
  const { listingId, position } = by;
  if (variant.id === null) {
    await tx.insert(variants).values({ id: by.newId(), listingId, position, ...plain, stockMilli });
    return;
  }
  const change = stockMilli - variant.stockWasMilli;
  await tx
    .update(variants)
    .set({
      ...plain,
      position,
      stockMilli: sql`${variants.stockMilli} + ${change}`,
      ...(variant.isRetired ? { retiredAt: by.now } : {}),
    })
    .where(and(eq(variants.id, variant.id), eq(variants.listingId, listingId)));
}

/** What was sold keeps the shares that were written at the sale; this is for what is sold from now on. */
export async function replaceContributions(
  tx: Tx,
  { listingId, contributions: given }: { listingId: string; contributions: ListingInput["contributions"] },
): Promise<void> {
  await tx.delete(contributions).where(eq(contributions.listingId, listingId));
  if (given.length > 0)
    await tx.insert(contributions).values(given.map((contribution) => ({ listingId, ...contribution })));
}

/** Moves a listing to the state that a move leads to; false when it does not start where the listing is. */
export async function moveListing(
  tx: Tx,
  { listingId, move, now }: { listingId: string; move: ListingMove; now: Date },
): Promise<boolean> {
  const before = [...statesBefore(move)];
  const state = before[0] ? stateAfter(move, before[0]) : null;
  if (state === null) return false;
  const moved = await tx
    .update(listings)
    .set({
      state,
      version: sql`${listings.version} + 1`,
      updatedAt: now,
      ...(move === "publish" ? { publishedAt: now } : {}),
    })
    .where(and(eq(listings.id, listingId), inArray(listings.state, before)))
    .returning({ id: listings.id });
  return moved.length === 1;
}
