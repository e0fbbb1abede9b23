import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findReview } from "#db/read/reviews.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { setReviewAnswer } from "#db/write/reviews.ts";

/** The group's word on a review, below it for everybody to read. */
export async function answerReview(
  ctx: Context,
  { reviewId, answer }: { reviewId: string; answer: string },
): Promise<Result<object, "review-gone">> {
  const review = await findReview(reviewId);
  permit(ctx.actor, "answer-review", { groupId: review?.groupId });
  if (!review) return refuse("review-gone");
  return inTransaction(async (tx) => {
    const by = { answeredBy: ctx.actor.personId, now: ctx.now };
    if (!(await setReviewAnswer(tx, { reviewId, answer, ...by }))) return refuse("review-gone");
    await recordActivity(tx, ctx, { what: "answer-review", groupId: review.groupId, subject: reviewId });
    return { ok: true };
  });
}
