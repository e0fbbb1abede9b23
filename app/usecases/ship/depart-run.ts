import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { ashoreOf } from "#app/domain/run.ts";
import type { Context } from "#app/usecases/context.ts";
import { listParcelFacts } from "#db/read/parcels.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepRunConsignments } from "#db/write/consignments.ts";
import { tellBuyersOf } from "#db/write/run-messages.ts";
import { stepRun, touchLoadingRun } from "#db/write/runs.ts";

type Input = {
  runId: string;
  /** Boxes that were not carried on board stay behind on purpose. */
  leavesBehind?: boolean;
};

/**
 * The boat leaves with what was handed over. What was not stays with its group, and can be moved to the next run. Where boxes are loaded
 * one by one, only what was carried on board leaves, and no box is forgotten in silence.
 */
export async function departRun(
  ctx: Context,
  { runId, leavesBehind = false }: Input,
): Promise<Result<{ departed: string[] }, "run-gone" | "run-not-locked" | "parcels-not-loaded">> {
  return inTransaction(async (tx) => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "depart-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (!(await touchLoadingRun(tx, runId))) return refuse("run-not-locked");
    const ashore = ashoreOf(await listParcelFacts(runId));
    if (ashore.length > 0 && !leavesBehind) return refuse("parcels-not-loaded");
    // What is all in its box, or stays behind on purpose, is packed by leaving.
    if (run.state === "locked") await stepRun(tx, { runId, step: "pack", now: ctx.now });
    if (!(await stepRun(tx, { runId, step: "depart", now: ctx.now }))) return refuse("run-not-locked");
    const departed = await stepRunConsignments(tx, { runId, step: "depart", except: ashore });
    await tellBuyersOf(tx, ctx, { consignmentIds: departed, runId, kind: "run-departed" });
    await recordActivity(tx, ctx, { what: "depart-run", subject: runId, note: `${run.code}: ${departed.length}` });
    return { ok: true, departed };
  });
}
