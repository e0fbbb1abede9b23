import { type Month, type ProposalProblem, proposalProblem } from "#app/domain/period.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { gatherMonth } from "#db/read/month-review.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { movePeriod } from "#db/write/periods.ts";

type Input = { groupId: string; month: Month };

/** The treasurer has reviewed and counted a month and proposes to close it; somebody else decides. */
export async function proposePeriod(
  ctx: Context,
  { groupId, month }: Input,
): Promise<Result<object, ProposalProblem | "already-proposed">> {
  permit(ctx.actor, "propose-period", { groupId });
  return inTransaction(async (tx) => {
    const { facts } = await gatherMonth({ groupId, month }, ctx.now);
    const problem = proposalProblem(facts);
    if (problem) return refuse(problem);
    const proposed = { by: ctx.actor.personId ?? "", at: ctx.now };
    if (!(await movePeriod(tx, { groupId, month: month.name, from: "in-review", to: "proposed", proposed })))
      return refuse("already-proposed");
    await recordActivity(tx, ctx, { what: "propose-period", groupId, subject: month.name });
    return { ok: true };
  });
}
