import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { packingGaps } from "#app/domain/run.ts";
import type { Context } from "#app/usecases/context.ts";
import { listParcelFacts } from "#db/read/parcels.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepRun, touchLoadingRun } from "#db/write/runs.ts";

type Reason = "run-gone" | "run-not-to-pack" | "run-unboxed" | "run-unweighed";

/** All that lies at the hub is in a box whose weight is known: from here on nothing is put elsewhere without opening it again. */
export async function packRun(ctx: Context, { runId }: { runId: string }): Promise<Result<object, Reason>> {
  return inTransaction(async (tx): Promise<Result<object, Reason>> => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "pack-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (!(await touchLoadingRun(tx, runId))) return refuse("run-not-to-pack");
    const { unboxed, unweighed } = packingGaps(await listParcelFacts(runId));
    if (unboxed > 0) return refuse("run-unboxed");
    if (unweighed.length > 0) return refuse("run-unweighed");
    if (!(await stepRun(tx, { runId, step: "pack", now: ctx.now }))) return refuse("run-not-to-pack");
    await recordActivity(tx, ctx, { what: "pack-run", subject: runId, note: run.code });
    return { ok: true };
  });
}
