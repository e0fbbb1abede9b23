import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { listWithdrawalRequests } from "#db/read/fund-payments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { answerWithdrawals } from "#db/write/fund-payments.ts";
import { tellMember } from "#db/write/member-messages.ts";

type Input = { groupId: string; memberId: string; why: string };

/** The treasurer cannot give a member the voluntary savings that she asked for, and says why. To grant it she records the withdrawal. */
export async function refuseWithdrawal(
  ctx: Context,
  { groupId, memberId, why }: Input,
): Promise<Result<object, "withdrawal-answered">> {
  permit(ctx.actor, "refuse-withdrawal", { groupId });
  return inTransaction(async (tx): Promise<Result<object, "withdrawal-answered">> => {
    const asked = (await listWithdrawalRequests(groupId)).find((each) => each.memberId === memberId);
    if (!asked || (await answerWithdrawals(tx, { memberId, now: ctx.now, movementId: null, why })) === 0)
      return refuse("withdrawal-answered");
    const facts = { savedAmount: asked.amount };
    await tellMember(tx, ctx, { memberId, about: asked.id, kind: "savings-refused", page: "savings", facts });
    await recordActivity(tx, ctx, { what: "refuse-withdrawal", groupId, onBehalfOf: memberId, subject: asked.id });
    return { ok: true };
  });
}
