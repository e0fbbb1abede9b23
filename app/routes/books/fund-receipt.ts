import { door, notFound } from "#app/web/door.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { findFundPayment } from "#db/read/fund-payments.ts";

/** The picture of a receipt behind a payment out of a fund, for those who may see the group's books. */
export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "see-books");
  const { actor, photos } = entered.ctx;
  const payment = await findFundPayment(actor, { groupId: group.id, paymentId: entered.param("payment") });
  const picture = payment && (await privatePicture(photos, payment.receiptPhotoId));
  if (!picture) throw notFound();
  return picture;
});
