import { may } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
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
  const file = (await ctx.photos.read(photoId, 1280)) ?? (await ctx.photos.read(photoId, 640));
  const picture = file ?? (await ctx.photos.read(photoId, 320));
  if (!picture) throw notFound();
  return new Response(Uint8Array.from(picture), {
    headers: { "Content-Type": "image/webp", "Cache-Control": "private, no-store", "Content-Disposition": "inline" },
  });
});
