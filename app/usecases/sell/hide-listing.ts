import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findListingOwner } from "#db/read/group-listings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { indexListing } from "#db/write/listing-index.ts";
import { moveListing } from "#db/write/listings.ts";

/** Takes a listing out of buyers' sight; orders that name it go on. Hiding what is not published changes nothing. */
export async function hideListing(
  ctx: Context,
  { listingId }: { listingId: string },
): Promise<Result<object, "listing-unknown">> {
  const listing = await findListingOwner(listingId);
  if (!listing) return refuse("listing-unknown");
  permit(ctx.actor, "hide-listing", { groupId: listing.groupId });
  return inTransaction(async (tx) => {
    if (!(await moveListing(tx, { listingId, move: "hide", now: ctx.now }))) return { ok: true };
    await indexListing(tx, { listingId, placeName: "" });
    await recordActivity(tx, ctx, { what: "hide-listing", groupId: listing.groupId, subject: listingId });
    return { ok: true };
  });
}
