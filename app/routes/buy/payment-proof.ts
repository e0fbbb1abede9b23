import { may } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { findPayment, listGroupIdsOfOrder } from "#db/read/payments.ts";

/** The picture of a receipt: for its buyer and for who may see the payment; to anybody else it does not exist. */
export const loader = door(async ({ ctx, param }) => {
  const payment = await findPayment(param("id"));
  if (!payment?.proofPhotoId) throw notFound();
  const { orderId, buyerId, proofPhotoId } = payment;
  const isMine = may(ctx.actor, "upload-proof", { orderId, buyerId });
  const groupIds = isMine ? [] : await listGroupIdsOfOrder(orderId);
  if (!isMine && !may(ctx.actor, "see-payments", { groupIds })) throw notFound();
  const file = (await ctx.photos.read(proofPhotoId, 1280)) ?? (await ctx.photos.read(proofPhotoId, 640));
  const picture = file ?? (await ctx.photos.read(proofPhotoId, 320));
  if (!picture) throw notFound();
  return new Response(Uint8Array.from(picture), {
    headers: { "Content-Type": "image/webp", "Cache-Control": "private, no-store", "Content-Disposition": "inline" },
  });
});
