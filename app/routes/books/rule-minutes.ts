import { door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { findMinutesPhoto } from "#db/read/split-rules.ts";

/** The picture of the minutes behind a version of a rule, for those who may see the group's books. */
export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const { actor, photos } = entered.ctx;
  const photoId = await findMinutesPhoto(actor, { groupId: group.id, ruleId: entered.param("rule") });
  const picture = photoId ? await privatePicture(photos, photoId) : null;
  if (!picture) throw notFound();
  return picture;
});
