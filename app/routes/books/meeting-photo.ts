import { door, notFound } from "#app/web/door.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { listMeetings } from "#db/read/surplus.ts";

/** The picture of a meeting's minutes, for those who may see the group's books. */
export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "see-books");
  const { photos } = entered.ctx;
  const meeting = (await listMeetings(group.id)).find(({ id }) => id === entered.param("meeting"));
  const photoId = meeting?.photoId;
  if (!photoId) throw notFound();
  const picture = await privatePicture(photos, photoId);
  if (!picture) throw notFound();
  return picture;
});
