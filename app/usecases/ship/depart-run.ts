import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepRunConsignments } from "#db/write/consignments.ts";
import { tellBuyersOf } from "#db/write/run-messages.ts";
import { stepRun } from "#db/write/runs.ts";

/** The boat leaves with what was handed over. What was not stays with its group, and can be moved to the next run. */
export async function departRun(
  ctx: Context,
  { runId }: { runId: string },
): Promise<Result<{ departed: string[] }, "run-gone" | "run-not-locked">> {
  return inTransaction(async (tx) => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "depart-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (!(await stepRun(tx, { runId, step: "depart", now: ctx.now }))) return refuse("run-not-locked");
    const departed = await stepRunConsignments(tx, { runId, step: "depart" });
    await tellBuyersOf(tx, ctx, { consignmentIds: departed, runId, kind: "run-departed" });
    await recordActivity(tx, ctx, { what: "depart-run", subject: runId, note: `${run.code}: ${departed.length}` });
    return { ok: true, departed };
  });
}
