import { translator } from "#app/i18n/translate.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { pictureAnswer } from "#app/web/picture-answer.server.ts";
import { shortPlaceNames } from "#app/web/place-names.server.ts";
import { isAddress } from "#app/web/share.ts";
import { findActiveGroup } from "#db/read/group-pages.ts";

/** The picture of a group that chats show beside its link; the same for everybody, so in the first language. */
export const loader = door(async ({ ctx, param }) => {
  const slug = param("slug");
  const group = isAddress(slug) ? await findActiveGroup(slug) : undefined;
  if (!group) throw notFound();
  const placeOf = await shortPlaceNames(ctx, [group.villageCode]);
  const card = await ctx.pictures.shareCard({
    id: `group-${group.id}`,
    title: group.name,
    price: null,
    lines: [translator("id")(`group-kind.${group.kind}`), placeOf(group.villageCode)],
    photoId: group.photo?.id ?? null,
  });
  return pictureAnswer(card);
});
