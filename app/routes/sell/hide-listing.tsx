import { redirect } from "@remix-run/node";
import { hideListing } from "#app/usecases/sell/hide-listing.ts";
import { door } from "#app/web/door.server.ts";
import { openListing } from "./edit-listing.server.ts";

/** A button on the list and on the edit page; it has no page of its own. */
export const loader = door(async (at) => redirect((await openListing(at)).here));

export const action = door(async (at) => {
  const { listing, place, here } = await openListing(at, "hide-listing");
  const answer = await hideListing(at.ctx, { listingId: listing.id });
  return redirect(answer.ok ? `${place}?said=hidden` : here);
});
