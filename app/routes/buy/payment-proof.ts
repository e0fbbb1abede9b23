import { may } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { findPayment, listGroupIdsOfOrder } from "#db/read/payments.ts";

/** The picture of a receipt: for its buyer and for who may see the payment; to anybody else it does not exist. */
export const loader = door(async ({ ctx, param }) => {
  const payment = await findPayment(param("id"));
  if (!payment?.proofPhotoId) throw notFound();
  const { orderId, buyerId, proofPhotoId } = payment;
  const isMine = may(ctx.actor, "upload-proof", { orderId, buyerId });
  const groupIds = isMine ? [] : await listGroupIdsOfOrder(orderId);
  if (!isMine && !may(ctx.actor, "see-payments", { groupIds })) throw notFound();
  const picture = await privatePicture(ctx.photos, proofPhotoId);
  if (!picture) throw notFound();
  return picture;
});
