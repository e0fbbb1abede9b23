import { translator } from "#app/i18n/translate.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { sheetAnswer } from "#app/web/picture-answer.server.ts";
import { shortPlaceNames } from "#app/web/place-names.server.ts";

/** A sheet with the code that leads to the group's page, to hang up at the stall. */
export const loader = door(async (at) => {
  const { ctx } = at;
  const group = await openGroup(at, "print-poster");
  if (group.state !== "active") throw notFound();
  const t = translator(ctx.locale);
  const placeOf = await shortPlaceNames(ctx, [group.villageCode]);
  const sheet = await ctx.pictures.poster({
    title: group.name,
    price: null,
    lines: [`${t(`group-kind.${group.kind}`)} · ${placeOf(group.villageCode)}`],
    invitation: t("poster.invitation"),
    url: new URL(`/groups/${group.slug}`, ctx.origin).href,
    photoId: group.photoId,
    language: ctx.locale,
  });
  return sheetAnswer(sheet, group.slug);
});
