import { and, eq, inArray, sql } from "drizzle-orm";
import {
  type ListingInput,
  type ListingMove,
  stateAfter,
  statesBefore,
  type VariantEdit,
  type VariantInput,
} from "#app/domain/listing.ts";
import { factsOfKind, skuKey, variantName } from "#app/domain/listing-facts.ts";
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
  const { id, groupId, kind, input, now, newId } = listing;
  const inserted = await tx
    .insert(listings)
    .values({
      ...{ id, groupId, slug: listing.slug, kind, formKey: listing.formKey },
      ...columnsOf(kind, input),
      ...{ state: "draft", createdBy: listing.createdBy, createdAt: now, updatedAt: now },
    })
    .onConflictDoNothing({ target: listings.formKey })
    .returning({ id: listings.id });
  if (inserted.length === 0) return findFirst(tx, listing);
  for (const [at, variant] of input.variants.entries())
    await tx.insert(variants).values({
      ...{ id: newId(), listingId: id, position: at + 1, stockMilli: variant.stockMilli },
      ...variantColumns(groupId, variant),
    });
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

function columnsOf(kind: ListingKind, input: ListingInput<unknown>) {
  const { name, description, unit, splitRuleId, variants: _, contributions: __, ...facts } = input;
  return { name, description, unit, splitRuleId, ...factsOfKind(kind, unit, facts) };
}

/** All of a variant but its stock, which moves by its own rule. */
function variantColumns(groupId: string, variant: VariantInput) {
  const { price, packedGrams, lengthMm, widthMm, heightMm, netGrams, grade, gradeText, splitRuleName } = variant;
  const { value1, value2, value3, sku } = variant;
  return {
    ...{ name: variantName(variant), value1, value2, value3, grade, gradeText, netGrams, splitRuleName },
    ...{ price, packedGrams, lengthMm, widthMm, heightMm, sku, skuKey: skuKey(groupId, sku) },
  };
}

type Update = {
  listingId: string;
  kind: ListingKind;
  version: number;
  now: Date;
  input: ListingInput<unknown>;
};

/** Changes a listing that nobody changed since this version was read; false when somebody did. */
export async function updateListing(tx: Tx, { listingId, kind, version, now, input }: Update): Promise<boolean> {
  const changed = await tx
    .update(listings)
    .set({ ...columnsOf(kind, input), version: version + 1, updatedAt: now })
    .where(and(eq(listings.id, listingId), eq(listings.version, version)))
    .returning({ id: listings.id });
  return changed.length === 1;
}

/** Sets the codes of variants aside that are all written again next, so that two of them can swap theirs. */
export async function clearSkuKeys(tx: Tx, written: readonly { id: string | null }[]): Promise<void> {
  const ids = written.flatMap(({ id }) => id ?? []);
  if (ids.length > 0) await tx.update(variants).set({ skuKey: null }).where(inArray(variants.id, ids));
}

/**
 * Writes one row of the edit form, after the use case checked it. The stock moves by as much as was typed, so that what was sold
 * meanwhile stays sold.
 */
export async function saveVariant(
  tx: Tx,
  by: { groupId: string; listingId: string; position: number; now: Date; newId: () => string },
  variant: VariantEdit,
): Promise<void> {
  const { listingId, position } = by;
  const plain = variantColumns(by.groupId, variant);
  if (variant.id === null) {
    await tx.insert(variants).values({ id: by.newId(), listingId, position, ...plain, stockMilli: variant.stockMilli });
    return;
  }
  const change = variant.stockMilli - variant.stockWasMilli;
  await tx
    .update(variants)
    .set({
      ...plain,
      position,
      stockMilli: sql`${variants.stockMilli} + ${change}`,
      // A code that is no longer sold is free for another.
      ...(variant.isRetired ? { retiredAt: by.now, skuKey: null } : {}),
    })
    .where(and(eq(variants.id, variant.id), eq(variants.listingId, listingId)));
}

/** Puts variants that were taken off sale back on it, behind the others. */
export async function restoreVariants(
  tx: Tx,
  { groupId, listingId, ids, after }: { groupId: string; listingId: string; ids: readonly string[]; after: number },
): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const [back] = await tx
      .update(variants)
      .set({ retiredAt: null, position: after + at + 1 })
      .where(and(eq(variants.id, id), eq(variants.listingId, listingId)))
      .returning({ sku: variants.sku });
    if (back)
      await tx
        .update(variants)
        .set({ skuKey: skuKey(groupId, back.sku) })
        .where(eq(variants.id, id));
  }
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
