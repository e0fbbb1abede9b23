import { door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { findMovement } from "#db/read/cash-movements.ts";

/** The picture of a voucher's receipt, for those who may see the group's books. */
export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const { actor, photos } = entered.ctx;
  const voucher = await findMovement(actor, { groupId: group.id, movementId: entered.param("movement") });
  const photoId = voucher?.receiptPhotoId;
  if (!photoId) throw notFound();
  const file = (await photos.read(photoId, 1280)) ?? (await photos.read(photoId, 640));
  const picture = file ?? (await photos.read(photoId, 320));
  if (!picture) throw notFound();
  return new Response(Uint8Array.from(picture), {
    headers: { "Content-Type": "image/webp", "Cache-Control": "private, no-store", "Content-Disposition": "inline" },
  });
});
