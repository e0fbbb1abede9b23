import { dayInWib } from "#app/domain/calendar-day.ts";
import { type Missing, missingToPublish } from "#app/domain/listing.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Refused, type Result, refuse } from "#app/domain/result.ts";
import { placeWords } from "#app/domain/search-words.ts";
import type { Context } from "#app/usecases/context.ts";
import { findListingOwner, findPublishFacts } from "#db/read/group-listings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { indexListing } from "#db/write/listing-index.ts";
import { moveListing } from "#db/write/listings.ts";

type Published = Result<object, "listing-unknown"> | (Refused<"listing-not-ready"> & { missing: Missing[] });

/** Shows a listing to buyers, if all is there that they need to know. Publishing what is published changes nothing. */
export async function publishListing(ctx: Context, { listingId }: { listingId: string }): Promise<Published> {
  const listing = await findListingOwner(listingId);
  if (!listing) return refuse("listing-unknown");
  permit(ctx.actor, "publish-listing", { groupId: listing.groupId });
  const placeName = placeWords(await ctx.regions.describe(listing.villageCode));
  return inTransaction(async (tx) => {
    const facts = await findPublishFacts({ listingId, now: ctx.now });
    if (!facts) return refuse("listing-unknown");
    if (facts.state === "published") return { ok: true };
    const missing = missingToPublish({ ...facts, today: dayInWib(ctx.now.getTime()) });
    if (missing.length > 0) return { ...refuse("listing-not-ready"), missing };
    await moveListing(tx, { listingId, move: "publish", now: ctx.now });
    await indexListing(tx, { listingId, placeName });
    await recordActivity(tx, ctx, { what: "publish-listing", groupId: listing.groupId, subject: listingId });
    return { ok: true };
  });
}
