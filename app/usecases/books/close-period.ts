import { closingProblem, type Month, type ProposalProblem } from "#app/domain/period.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { gatherMonth, sumMonth } from "#db/read/month-review.ts";
import { listSeals } from "#db/read/periods.ts";
import { sumStockAtCost } from "#db/read/stock-on-hand.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertSeal, movePeriod } from "#db/write/periods.ts";

type Input = { groupId: string; month: Month };

/** The second person approves what was proposed, and the month is sealed: no entry of this book may bear a date before its end. */
export async function closePeriod(
  ctx: Context,
  { groupId, month }: Input,
): Promise<Result<object, ProposalProblem | "not-proposed" | "same-person">> {
  permit(ctx.actor, "close-period", { groupId });
  return inTransaction(async (tx) => {
    const gathered = await gatherMonth({ groupId, month }, ctx.now);
    const { facts, period, head } = gathered;
    const preparedBy = [period?.countedBy ?? null, period?.proposedBy ?? null];
    const problem = closingProblem({ ...facts, preparedBy, closedBy: ctx.actor.personId });
    if (problem) return refuse(problem);
    if (!(await movePeriod(tx, { groupId, month: month.name, from: "proposed", to: "closed" })))
      return refuse("not-proposed");
    const [last] = await listSeals(groupId);
    await insertSeal(tx, {
      ...{ id: ctx.newId(), book: groupId, turn: (last?.turn ?? 0) + 1, kind: "sealed", month: month.name },
      ...{ untilAt: new Date(month.untilMs), headSequence: head.sequence, headHash: head.hash },
      totals: {
        ...(await sumMonth(gathered)),
        stockAtCost: await sumStockAtCost(groupId),
      },
      ...{ preparedBy: period?.proposedBy ?? null, doneBy: ctx.actor.personId ?? "", at: ctx.now },
    });
    await recordActivity(tx, ctx, { what: "close-period", groupId, subject: month.name });
    return { ok: true };
  });
}
