import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { answerSplitRule as keepAnswer } from "#db/write/split-rules.ts";

type Input = { groupId: string; ruleId: string; answer: "approved" | "declined" };

/** The second officer agrees to a new version of a rule, or does not. Nobody answers what they proposed themselves. */
export async function answerSplitRule(
  ctx: Context,
  { groupId, ruleId, answer }: Input,
): Promise<Result<object, "rule-not-waiting">> {
  permit(ctx.actor, "answer-split-rule", { groupId });
  return inTransaction(async (tx) => {
    const answeredBy = ctx.actor.personId ?? "";
    const isKept = await keepAnswer(tx, { ruleId, groupId, state: answer, answeredBy, now: ctx.now });
    if (!isKept) return refuse("rule-not-waiting");
    await recordActivity(tx, ctx, { what: "answer-split-rule", groupId, subject: ruleId, note: answer });
    return { ok: true };
  });
}
