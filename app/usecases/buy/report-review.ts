import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findReview } from "#db/read/reviews.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertReport } from "#db/write/reviews.ts";

/** Tells the operators that a review should not stand; they decide. Said twice by one person it is one report. */
export async function reportReview(
  ctx: Context,
  { reviewId, words }: { reviewId: string; words: string },
): Promise<Result<object, "review-gone">> {
  permit(ctx.actor, "report-review");
  const { personId } = ctx.actor;
  const review = await findReview(reviewId);
  if (!review || review.hiddenAt || !personId) return refuse("review-gone");
  const report = { id: ctx.newId(), reviewId, reportedBy: personId, words, reportedAt: ctx.now };
  await inTransaction((tx) => insertReport(tx, report));
  return { ok: true };
}
