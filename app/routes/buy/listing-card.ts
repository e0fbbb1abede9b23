import { formatRupiah } from "#app/i18n/format.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { pictureAnswer } from "#app/web/picture-answer.server.ts";
import { shortPlaceNames } from "#app/web/place-names.server.ts";
import { isAddress } from "#app/web/share.ts";
import { findPublicListing, listListingPhotos, listVariantsOnSale } from "#db/read/listing-page.ts";

/** The picture of a listing that chats show beside its link; the same for everybody. */
export const loader = door(async ({ ctx, param }) => {
  const slug = param("slug");
  const listing = isAddress(slug) ? await findPublicListing(slug) : undefined;
  if (!listing?.isForSale) throw notFound();
  const [variants, photos, placeOf] = await Promise.all([
    listVariantsOnSale(listing.id),
    listListingPhotos(listing.id),
    shortPlaceNames(ctx, [listing.group.villageCode]),
  ]);
  if (variants.length === 0) throw notFound();
  const card = await ctx.pictures.shareCard({
    id: `listing-${listing.id}`,
    title: listing.name,
    price: `${formatRupiah(Math.min(...variants.map((variant) => variant.price)))} / ${listing.unit}`,
    lines: [listing.group.name, placeOf(listing.group.villageCode)],
    photoId: photos[0]?.id ?? null,
  });
  return pictureAnswer(card);
});
