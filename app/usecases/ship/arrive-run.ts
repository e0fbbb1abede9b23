import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepRunConsignments } from "#db/write/consignments.ts";
import { findTheRest } from "#db/write/parcels.ts";
import { tellBuyersOf } from "#db/write/run-messages.ts";
import { stepRun } from "#db/write/runs.ts";

/** The boat is there: its consignments can be given to their buyers. */
export async function arriveRun(
  ctx: Context,
  { runId }: { runId: string },
): Promise<Result<{ arrived: string[] }, "run-gone" | "run-not-departed">> {
  return inTransaction(async (tx) => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "arrive-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (!(await stepRun(tx, { runId, step: "arrive", now: ctx.now }))) return refuse("run-not-departed");
    await findTheRest(tx, ctx, runId);
    const arrived = await stepRunConsignments(tx, { runId, step: "arrive" });
    await tellBuyersOf(tx, ctx, { consignmentIds: arrived, runId, kind: "run-arrived" });
    await recordActivity(tx, ctx, { what: "arrive-run", subject: runId, note: `${run.code}: ${arrived.length}` });
    return { ok: true, arrived };
  });
}
