import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findOrderToPay, findPayment } from "#db/read/payments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { movePayment } from "#db/write/payment-states.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";

type Input = { number: string; paymentId: string; photo: Upload | null };

/** "I have sent it", with or without a picture of the receipt: the payment waits for a treasurer's look at the bank's list. */
export async function uploadProof(
  ctx: Context,
  { number, paymentId, photo }: Input,
): Promise<Result<object, "payment-not-open" | PhotoRefusal>> {
  const order = await findOrderToPay(number);
  permit(ctx.actor, "upload-proof", { orderId: order?.id, buyerId: order?.buyerId });
  const payment = await findPayment(paymentId);
  if (!order || payment?.orderId !== order.id || payment.provider !== "manual") return refuse("payment-not-open");
  const photoId = ctx.newId();
  const stored = photo ? await ctx.photos.store(photoId, photo) : null;
  if (stored && !stored.ok) return refuse(stored.reason, { photo: stored.reason });
  const claimed = await inTransaction(async (tx) => {
    const proof = stored ? { proofPhotoId: photoId, proofAt: ctx.now } : {};
    if (!(await movePayment(tx, { paymentId, event: "claim", set: proof }))) return false;
    if (stored)
      await insertProofPhoto(tx, {
        id: photoId,
        width: stored.width,
        height: stored.height,
        alt: number,
        now: ctx.now,
      });
    return true;
  });
  if (claimed) return { ok: true };
  if (stored) await ctx.photos.remove(photoId);
  return refuse("payment-not-open");
}
