import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MAX_ALT } from "#app/domain/listing.ts";
import { lineOfText } from "#app/domain/plain-text.ts";
import { reasonText } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { addListingPhoto } from "#app/usecases/sell/add-listing-photo.ts";
import { editListingPhoto } from "#app/usecases/sell/edit-listing-photo.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { openListing } from "./edit-listing.server.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "./held-photo.server.ts";
import { ListingPhotos } from "./listing-photos-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "sell.photos.title", { name: data?.name ?? "" });

export const loader = door(async (at) => {
  const { listing, here } = await openListing(at);
  return { name: listing.name, photos: listing.photos, here, failed: at.url.searchParams.get("failed") };
});

const PhotoForm = z.object({
  photoId: z.string().max(64).default(""),
  alt: lineOfText({ max: MAX_ALT, min: 0 }).default(""),
  do: z.enum(["add", "describe", "first", "remove"]),
});

export const action = door(async (at) => {
  const { ctx, request } = at;
  const { listing, here } = await openListing(at);
  const form = await readForm(request, PhotoForm);
  if (!form.ok) return refusedKeeping(ctx, form);
  const { alt, photoId } = form.value;
  const listingId = listing.id;
  if (form.value.do !== "add") {
    const answer = await editListingPhoto(ctx, { listingId, photoId, change: { do: form.value.do, alt } });
    return answer.ok ? redirect(`${here}#photos`) : refusedBy(answer, form.values);
  }
  const upload = await uploadOf(ctx, form);
  if (!upload) return refused({ errors: { photo: "photo-missing" }, values: form.values });
  const answer = await addListingPhoto(ctx, { listingId, upload, alt });
  return answer.ok ? redirect(`${here}#photos`) : refusedByKeeping(ctx, form, answer, { status: 422 });
});

/** Where a photo that failed is tried again, with all else kept. */
export default function ListingPhotosPage() {
  const { name, photos, here, failed } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("sell.photos.title", { name })}
      back={{ to: here, label: t("sell.photos.back", { name }) }}
      width="narrow"
    >
      {failed && !state ? (
        <Notice tone="warn">
          <p className="font-semibold">{reasonText(t, failed)}</p>
          <p>{t("sell.said.photo-kept")}</p>
        </Notice>
      ) : null}
      <ListingPhotos photos={photos} action={`${here}/photos`} state={state} />
    </Page>
  );
}
