import { dayInWib } from "#app/domain/calendar-day.ts";
import { type ListingInput, missingToPublish, stockProblems, type VariantEdit } from "#app/domain/listing.ts";
import { harvestErrors, restoreErrors, skuErrors } from "#app/domain/listing-checks.ts";
import { skuKey } from "#app/domain/listing-facts.ts";
import { rowField } from "#app/domain/listing-rows.ts";
import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse } from "#app/domain/result.ts";
import { placeWords } from "#app/domain/search-words.ts";
import type { Context } from "#app/usecases/context.ts";
import { listVariantsInCycle } from "#db/read/cycle-stock.ts";
import {
  areMembersHere,
  findListingOwner,
  findPublishFacts,
  isRuleHere,
  listRuleNames,
  listSkuKeysElsewhere,
  listVariantsNow,
} from "#db/read/group-listings.ts";
import { readLotStock } from "#db/read/lot-stock.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { indexListing } from "#db/write/listing-index.ts";
import {
  clearSkuKeys,
  moveListing,
  replaceContributions,
  restoreVariants,
  saveVariant,
  updateListing,
} from "#db/write/listings.ts";

type Input = ListingInput<VariantEdit> & {
  /** Variants that were taken off sale and come back. */
  restore?: string[];
};
type Edited = Result<{ isHidden: boolean }, "listing-unknown" | "listing-changed" | "listing-not-right">;

/**
 * Changes what a listing says, its variants and who made it. What was sold keeps its shares. A published listing that lost what
 * buyers need to know is hidden, and the answer says so.
 */
export async function editListing(
  ctx: Context,
  { listingId, version, input }: { listingId: string; version: number; input: Input },
): Promise<Edited> {
  const listing = await findListingOwner(listingId);
  if (!listing) return refuse("listing-unknown");
  const { groupId, kind } = listing;
  permit(ctx.actor, "edit-listing", { groupId });
  const placeName = placeWords(await ctx.regions.describe(listing.villageCode));
  return inTransaction(async (tx) => {
    const errors = await errorsIn({ listingId, groupId, input });
    if (Object.keys(errors).length > 0) return refuse("listing-not-right", errors);
    const { restore = [], ...said } = input;
    if (!(await updateListing(tx, { listingId, kind, version, now: ctx.now, input: said })))
      return refuse("listing-changed");
    await clearSkuKeys(tx, input.variants);
    for (const [at, variant] of input.variants.entries())
      await saveVariant(tx, { groupId, listingId, position: at + 1, now: ctx.now, newId: ctx.newId }, variant);
    await restoreVariants(tx, { groupId, listingId, ids: restore, after: input.variants.length });
    await replaceContributions(tx, { listingId, contributions: input.contributions });
    const isHidden = await hideIfIncomplete(tx, ctx, listingId);
    await indexListing(tx, { listingId, placeName });
    await recordActivity(tx, ctx, { what: "edit-listing", groupId, subject: listingId });
    return { ok: true, isHidden };
  });
}

async function errorsIn({ listingId, groupId, input }: { listingId: string; groupId: string; input: Input }) {
  const makers = input.contributions.map((contribution) => contribution.memberId);
  const now = await listVariantsNow(listingId);
  const back = now.filter((variant) => input.restore?.includes(variant.id));
  const rows = [
    ...input.variants.filter((variant) => !variant.isRetired),
    ...back.map((variant) => ({ ...variant, row: null })),
  ].map(({ sku, row }) => ({ key: skuKey(groupId, sku), row }));
  const keys = rows.flatMap(({ key }) => key ?? []);
  const errors: FieldErrors = {
    ...harvestErrors(input.harvestFrom, input.harvestUntil),
    ...stockProblems(input.variants, {
      stockNow: new Map(now.map((variant) => [variant.id, variant.stockMilli])),
      inLots: await readLotStock(listingId),
      inCycle: await listVariantsInCycle(now.map((variant) => variant.id)),
    }),
    ...restoreErrors({ variants: input.variants, back }),
    ...skuErrors(rows, await listSkuKeysElsewhere({ keys, listingId })),
  };
  if (!(await areMembersHere(groupId, makers))) errors.maker = "member-not-here";
  if (!(await isRuleHere(groupId, input.splitRuleId))) errors.splitRuleId = "rule-not-here";
  const known = await listRuleNames(groupId);
  for (const { row, splitRuleName } of input.variants)
    if (splitRuleName !== "" && !known.includes(splitRuleName)) errors[rowField("rule", row)] = "rule-not-here";
  return errors;
}

/** A suspended group's listings are out of sight anyhow; they need no hiding one by one. */
async function hideIfIncomplete(tx: Tx, ctx: Context, listingId: string): Promise<boolean> {
  const facts = await findPublishFacts({ listingId, now: ctx.now });
  if (facts?.state !== "published") return false;
  const missing = missingToPublish({ ...facts, isGroupActive: true, today: dayInWib(ctx.now.getTime()) });
  return missing.length > 0 && moveListing(tx, { listingId, move: "hide", now: ctx.now });
}
