import { formatRupiah } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { sheetAnswer } from "#app/web/picture-answer.server.ts";
import { shortPlaceNames } from "#app/web/place-names.server.ts";
import { isAddress } from "#app/web/share.ts";
import { findPublicListing, listListingPhotos, listVariantsOnSale } from "#db/read/listing-page.ts";

/** A sheet with the code that leads to a listing, to hang up where it is shown. */
export const loader = door(async (at) => {
  const { ctx, param } = at;
  const group = await openGroup(at, "print-poster");
  const slug = param("listing");
  const listing = isAddress(slug) ? await findPublicListing(slug) : undefined;
  if (!listing?.isForSale || listing.group.id !== group.id) throw notFound();
  const [variants, photos, placeOf] = await Promise.all([
    listVariantsOnSale(listing.id),
    listListingPhotos(listing.id),
    shortPlaceNames(ctx, [group.villageCode]),
  ]);
  if (variants.length === 0) throw notFound();
  const sheet = await ctx.pictures.poster({
    title: listing.name,
    price: `${formatRupiah(Math.min(...variants.map((variant) => variant.price)))} / ${listing.unit}`,
    lines: [group.name, placeOf(group.villageCode)],
    invitation: translator(ctx.locale)("poster.invitation"),
    url: new URL(`/listings/${listing.slug}`, ctx.origin).href,
    photoId: photos[0]?.id ?? null,
    language: ctx.locale,
  });
  return sheetAnswer(sheet, listing.slug);
});
