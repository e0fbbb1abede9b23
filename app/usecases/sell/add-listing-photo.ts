import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findListingOwner } from "#db/read/group-listings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertListingPhoto } from "#db/write/photos.ts";

type Added = Result<{ photoId: string }, "listing-unknown" | "photos-full" | "missing-alt" | PhotoRefusal>;
type Adding = { listingId: string; upload: Upload; alt: string };

/** Adds a photo with the words for whoever cannot see it. A draft may get them later, a published listing may not. */
export async function addListingPhoto(ctx: Context, { listingId, upload, alt }: Adding): Promise<Added> {
  const listing = await findListingOwner(listingId);
  if (!listing) return refuse("listing-unknown");
  const { groupId } = listing;
  permit(ctx.actor, "add-listing-photo", { groupId });
  if (listing.state === "published" && alt === "") return refuse("missing-alt", { alt: "missing-alt" });
  const id = ctx.newId();
  const stored = await ctx.photos.store(id, upload);
  if (!stored.ok) return refuse(stored.reason, { photo: stored.reason });
  const { width, height, preview } = stored;
  const isIn = await inTransaction(async (tx) => {
    const isIn = await insertListingPhoto(tx, { id, listingId, alt, width, height, preview, now: ctx.now });
    if (isIn) await recordActivity(tx, ctx, { what: "add-listing-photo", groupId, subject: listingId, note: "photo" });
    return isIn;
  });
  if (isIn) return { ok: true, photoId: id };
  await ctx.photos.remove(id);
  return refuse("photos-full", { photo: "photos-full" });
}
