import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findDeliveredLine } from "#db/read/month-review.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { answerWord, memberOfWord } from "#db/write/line-reviews.ts";
import { tellMember } from "#db/write/member-messages.ts";

type Input = { groupId: string; lineId: string; wordId: string; answer: string };

/** An officer answers what a member asked about a share; each question is answered once. */
export async function answerShareWord(
  ctx: Context,
  { groupId, lineId, wordId, answer }: Input,
): Promise<Result<object, "question-answered">> {
  permit(ctx.actor, "answer-share-word", { groupId });
  return inTransaction(async (tx) => {
    const line = await findDeliveredLine({ groupId, lineId });
    const by = { answeredBy: ctx.actor.personId ?? "", answeredAt: ctx.now };
    if (!line || !(await answerWord(tx, { wordId, orderLineId: lineId, answer, ...by })))
      return refuse("question-answered");
    await tellMember(tx, ctx, {
      ...{ memberId: await memberOfWord(tx, wordId), about: wordId, kind: "share-answered" },
      ...{ facts: {}, room: `lines/${lineId}` },
    });
    await recordActivity(tx, ctx, { what: "answer-share-word", groupId, subject: wordId });
    return { ok: true };
  });
}
