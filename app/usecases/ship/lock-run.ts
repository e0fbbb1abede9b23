import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { runAfter } from "#app/domain/run.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepRun } from "#db/write/runs.ts";

/** No order joins any more: from here on the boxes can be planned. */
export async function lockRun(
  ctx: Context,
  { runId }: { runId: string },
): Promise<Result<object, "run-gone" | "run-not-open">> {
  return inTransaction(async (tx) => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "lock-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (!runAfter(run.state, "lock") || !(await stepRun(tx, { runId, step: "lock", now: ctx.now })))
      return refuse("run-not-open");
    await recordActivity(tx, ctx, { what: "lock-run", subject: runId, note: run.code });
    return { ok: true };
  });
}
