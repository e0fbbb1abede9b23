import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepRun } from "#db/write/runs.ts";

/** The boxes of a packed run are opened again, to put something else into them. */
export async function unpackRun(
  ctx: Context,
  { runId }: { runId: string },
): Promise<Result<object, "run-gone" | "run-not-packed">> {
  return inTransaction(async (tx): Promise<Result<object, "run-gone" | "run-not-packed">> => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "unpack-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (!(await stepRun(tx, { runId, step: "unpack", now: ctx.now }))) return refuse("run-not-packed");
    await recordActivity(tx, ctx, { what: "unpack-run", subject: runId, note: run.code });
    return { ok: true };
  });
}
