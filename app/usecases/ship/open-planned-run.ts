import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openPlanned } from "#db/write/open-runs.ts";

type Reason = "run-gone" | "run-not-planned" | "tariff-not-in-force";

/** Orders can join before the day that was set for it. */
export async function openPlannedRun(ctx: Context, { runId }: { runId: string }): Promise<Result<object, Reason>> {
  return inTransaction(async (tx): Promise<Result<object, Reason>> => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "open-planned-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    const did = await openPlanned(tx, ctx, run);
    if (did === "no-tariff") return refuse("tariff-not-in-force");
    return did === "gone" ? refuse("run-not-planned") : { ok: true };
  });
}
