import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findListingOwner } from "#db/read/group-listings.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { deleteListingPhoto, describePhoto, movePhotoFirst } from "#db/write/photos.ts";

type Change = { do: "describe"; alt: string } | { do: "first" } | { do: "remove" };
type Wanted = { listingId: string; photoId: string; change: Change };

/** Words for a photo, its place before the others, or its end. */
export async function editListingPhoto(
  ctx: Context,
  { listingId, photoId, change }: Wanted,
): Promise<Result<object, "listing-unknown" | "photo-unknown" | "missing-alt">> {
  const listing = await findListingOwner(listingId);
  if (!listing) return refuse("listing-unknown");
  const { groupId } = listing;
  permit(ctx.actor, "edit-listing-photo", { groupId });
  if (change.do === "describe" && change.alt === "" && listing.state === "published")
    return refuse("missing-alt", { alt: "missing-alt" });
  const isDone = await inTransaction(async (tx) => {
    const done = await apply(tx, { listingId, photoId, change });
    if (done) await recordActivity(tx, ctx, { what: "edit-listing-photo", groupId, subject: listingId, note: "photo" });
    return done;
  });
  if (!isDone) return refuse("photo-unknown");
  if (change.do === "remove") await ctx.photos.remove(photoId);
  return { ok: true };
}

function apply(tx: Tx, { listingId, photoId, change }: Wanted): Promise<boolean> {
  switch (change.do) {
    case "describe":
      return describePhoto(tx, { listingId, photoId, alt: change.alt });
    case "first":
      return movePhotoFirst(tx, { listingId, photoId });
    case "remove":
      return deleteListingPhoto(tx, { listingId, photoId });
  }
}
