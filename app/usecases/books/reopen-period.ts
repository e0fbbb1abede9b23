import { type Month, reopeningProblem } from "#app/domain/period.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { listSeals, sealedUntil } from "#db/read/periods.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertSeal, movePeriod } from "#db/write/periods.ts";

type Input = { groupId: string; month: Month; reason: string };

/** The operator opens the last sealed month again, and says why. Its seal stays in the history, and what it kept with it. */
export async function reopenPeriod(
  ctx: Context,
  { groupId, month, reason }: Input,
): Promise<Result<object, "month-not-sealed" | "later-month-sealed">> {
  permit(ctx.actor, "reopen-period", { groupId });
  return inTransaction(async (tx) => {
    const seals = await listSeals(groupId);
    const last = seals.find((seal) => seal.month === month.name);
    const state = last?.kind === "sealed" ? "closed" : "open";
    const sealedUntilMs = (await sealedUntil(groupId))?.getTime() ?? 0;
    const problem = reopeningProblem({ month, state, sealedUntilMs });
    if (problem || !last) return refuse(problem ?? "month-not-sealed");
    const step = { groupId, month: month.name, from: "closed", to: "in-review", proposed: null } as const;
    if (!(await movePeriod(tx, step))) return refuse("month-not-sealed");
    await insertSeal(tx, {
      ...{ id: ctx.newId(), book: groupId, turn: (seals[0]?.turn ?? 0) + 1, kind: "reopened", month: month.name },
      ...{ untilAt: last.untilAt, headSequence: last.headSequence, headHash: last.headHash, totals: last.totals },
      ...{ preparedBy: null, doneBy: ctx.actor.personId ?? "", reason, at: ctx.now },
    });
    await recordActivity(tx, ctx, { what: "reopen-period", groupId, subject: month.name, note: reason });
    return { ok: true };
  });
}
