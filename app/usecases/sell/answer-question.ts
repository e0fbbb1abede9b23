import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findQuestion } from "#db/read/questions.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { setQuestionAnswer } from "#db/write/reviews.ts";

/** The group answers a question, for everybody to read. */
export async function answerQuestion(
  ctx: Context,
  { questionId, answer }: { questionId: string; answer: string },
): Promise<Result<object, "question-gone">> {
  const question = await findQuestion(questionId);
  permit(ctx.actor, "answer-question", { groupId: question?.groupId });
  if (!question) return refuse("question-gone");
  return inTransaction(async (tx) => {
    const by = { answeredBy: ctx.actor.personId, now: ctx.now };
    if (!(await setQuestionAnswer(tx, { questionId, answer, ...by }))) return refuse("question-gone");
    await recordActivity(tx, ctx, { what: "answer-question", groupId: question.groupId, subject: questionId });
    return { ok: true };
  });
}
