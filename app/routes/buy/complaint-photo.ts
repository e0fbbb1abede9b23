import { may } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { findComplaint } from "#db/read/complaints.ts";

/** The picture of goods that somebody complains about: for the buyer, the group's officers and the operator; to anybody else it does not exist. */
export const loader = door(async ({ ctx, param }) => {
  const complaint = await findComplaint(param("id"));
  if (!complaint?.photoId) throw notFound();
  const { orderId, buyerId, groupId, photoId } = complaint;
  const isOpen =
    may(ctx.actor, "report-complaint", { orderId, buyerId }) ||
    may(ctx.actor, "answer-complaint", { groupId }) ||
    may(ctx.actor, "decide-complaint");
  if (!isOpen) throw notFound();
  const picture = await privatePicture(ctx.photos, photoId);
  if (!picture) throw notFound();
  return picture;
});
