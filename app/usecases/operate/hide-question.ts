import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findQuestion } from "#db/read/questions.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { hideQuestionRow } from "#db/write/reviews.ts";

/** An operator takes a question with its answer out of sight, and says why. */
export async function hideQuestion(
  ctx: Context,
  { questionId, reason }: { questionId: string; reason: string },
): Promise<Result<object, "question-gone">> {
  permit(ctx.actor, "hide-question");
  const question = await findQuestion(questionId);
  if (!question) return refuse("question-gone");
  return inTransaction(async (tx) => {
    const by = { hiddenBy: ctx.actor.personId, hiddenReason: reason, now: ctx.now };
    if (await hideQuestionRow(tx, { questionId, ...by }))
      await recordActivity(tx, ctx, {
        what: "hide-question",
        groupId: question.groupId,
        subject: questionId,
        note: reason,
      });
    return { ok: true };
  });
}
