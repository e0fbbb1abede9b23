import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findReview } from "#db/read/reviews.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { closeReports, hideReviewRow } from "#db/write/reviews.ts";

type JudgeReview = { reviewId: string; decision: "hide" | "keep"; reason: string };

/** An operator hides a review, saying why, or lets it stand; either way its reports are settled. */
export async function judgeReview(
  ctx: Context,
  { reviewId, decision, reason }: JudgeReview,
): Promise<Result<object, "review-gone" | "required">> {
  permit(ctx.actor, "judge-review");
  if (decision === "hide" && reason === "") return refuse("required", { reason: "required" });
  const review = await findReview(reviewId);
  if (!review) return refuse("review-gone");
  return inTransaction(async (tx) => {
    const { photoId, groupId } = review;
    const by = { hiddenBy: ctx.actor.personId, hiddenReason: reason, now: ctx.now };
    const isHidden = decision === "hide" && (await hideReviewRow(tx, { reviewId, photoId, ...by }));
    await closeReports(tx, { reviewId, now: ctx.now });
    if (isHidden || decision === "keep")
      await recordActivity(tx, ctx, {
        what: "judge-review",
        groupId,
        subject: reviewId,
        note: `${decision}: ${reason}`,
      });
    return { ok: true };
  });
}
