import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { publicName } from "#app/domain/review.ts";
import type { Context } from "#app/usecases/context.ts";
import { findLineToReview } from "#db/read/reviews.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertReview } from "#db/write/reviews.ts";

type ReviewLine = { orderLineId: string; stars: number; words: string; upload: Upload | null; alt: string };
type Reviewed = Result<{ isNew: boolean }, "line-unknown" | "not-delivered" | PhotoRefusal>;

/** A buyer says what they think of goods they have in hand: once for each line of the order, with a photo if they like. */
export async function reviewLine(
  ctx: Context,
  { orderLineId, stars, words, upload, alt }: ReviewLine,
): Promise<Reviewed> {
  const line = await findLineToReview(orderLineId);
  permit(ctx.actor, "review-line", { orderId: line?.orderId, buyerId: line?.buyerId });
  if (!line) return refuse("line-unknown");
  if (line.state !== "delivered") return refuse("not-delivered");
  const photo = upload ? await storePhoto(ctx, upload) : null;
  if (photo && !photo.ok) return refuse(photo.reason, { photo: photo.reason });
  const { groupId, listingId } = line;
  const id = ctx.newId();
  const review = { id, orderLineId, listingId, groupId, personId: ctx.actor.personId, stars, words };
  const authorName = publicName(line.buyerName);
  let isNew = false;
  try {
    isNew = await inTransaction(async (tx) => {
      const kept = photo?.ok
        ? { id: photo.id, width: photo.width, height: photo.height, preview: photo.preview, alt }
        : null;
      const written = await insertReview(tx, { ...review, authorName, photo: kept, writtenAt: ctx.now });
      if (written) await recordActivity(tx, ctx, { what: "review-line", groupId, subject: listingId });
      return written !== null;
    });
  } finally {
    if (!isNew && photo?.ok) await ctx.photos.remove(photo.id);
  }
  return { ok: true, isNew };
}

async function storePhoto(ctx: Context, upload: Upload) {
  const id = ctx.newId();
  return { id, ...(await ctx.photos.store(id, upload)) };
}
