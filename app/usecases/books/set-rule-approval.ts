import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRuleApproval } from "#db/read/split-rules.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepRuleApproval } from "#db/write/split-rules.ts";

type Input = { groupId: string; needsTwo: boolean };

/**
 * Whether changes of the group's split rules want a second officer. One may begin it; to end it takes two as well: the first
 * asks, another one agrees. Asking again for two takes an open question back.
 */
export async function setRuleApproval(
  ctx: Context,
  { groupId, needsTwo }: Input,
): Promise<Result<{ isAsked: boolean }, "second-person-needed">> {
  permit(ctx.actor, "set-rule-approval", { groupId });
  return inTransaction(async (tx) => {
    const now = await findRuleApproval(ctx.actor, groupId);
    const me = ctx.actor.personId;
    const keep = async (next: { needsTwo: boolean; endsBy: string | null }, note: string): Promise<void> => {
      await keepRuleApproval(tx, { groupId, ...next });
      await recordActivity(tx, ctx, { what: "set-rule-approval", groupId, note });
    };
    if (needsTwo) {
      if (!now.needsTwo || now.endsById) await keep({ needsTwo: true, endsBy: null }, "two");
      return { ok: true, isAsked: false };
    }
    if (!now.needsTwo) return { ok: true, isAsked: false };
    if (now.endsById === me) return refuse("second-person-needed");
    if (now.endsById) await keep({ needsTwo: false, endsBy: null }, "one");
    else await keep({ needsTwo: true, endsBy: me }, "asked");
    return { ok: true, isAsked: now.endsById === null };
  });
}
