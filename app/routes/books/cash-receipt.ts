import { door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { findMovement } from "#db/read/cash-movements.ts";

/** The picture of a voucher's receipt, for those who may see the group's books. */
export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const { actor, photos } = entered.ctx;
  const voucher = await findMovement(actor, { groupId: group.id, movementId: entered.param("movement") });
  const photoId = voucher?.receiptPhotoId;
  if (!photoId) throw notFound();
  const picture = await privatePicture(photos, photoId);
  if (!picture) throw notFound();
  return picture;
});
