import { MOVABLE_STATES } from "#app/domain/consignment.ts";
import { joinInRun, type RoomProblem } from "#app/domain/join-run.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { hasLeft } from "#app/domain/run.ts";
import { type JoinProblem, spoilingGoods } from "#app/domain/run-life.ts";
import type { Context } from "#app/usecases/context.ts";
import { findConsignmentFacts } from "#db/read/consignments.ts";
import { findKeepingRule } from "#db/read/networks.ts";
import { findPart, listRunsToJoin } from "#db/read/run-moves.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { moveConsignmentToRun } from "#db/write/consignments.ts";
import { tellMoved, tellRunFound } from "#db/write/run-found.ts";
import { joinRun } from "#db/write/runs.ts";

type Reason = "consignment-gone" | "consignment-not-left-behind" | "no-next-run" | JoinProblem | RoomProblem;

/**
 * What a run left behind goes on the next open one to the same zone that can take it. The buyer's quote stays: the next run can only be
 * cheaper, and should it lack something, the shipping reserve carries it. Its buyer hears of it.
 */
export async function moveConsignment(
  ctx: Context,
  { consignmentId }: { consignmentId: string },
): Promise<Result<{ runCode: string }, Reason>> {
  return inTransaction(async (tx) => {
    const facts = await findConsignmentFacts(consignmentId);
    permit(ctx.actor, "move-consignment", { groupId: facts?.groupId, hubId: facts?.hubId });
    if (!facts) return refuse("consignment-gone");
    const { runZoneId, runState } = facts;
    const part = await findPart(consignmentId);
    if (!part || !runZoneId || !runState || !hasLeft(runState)) return refuse("consignment-not-left-behind");
    const keeping = await findKeepingRule();
    const open = (await listRunsToJoin({ zoneId: runZoneId, now: ctx.now })).map((run) => ({
      ...{ run, fits: joinInRun(part, run, keeping) },
    }));
    const next = open.find(({ fits }) => fits.ok) ?? open[0];
    if (!next) return refuse("no-next-run");
    const { run, fits } = next;
    if (!fits.ok) return refuse(fits.reason);
    if (!(await joinRun(tx, { runId: run.id, now: ctx.now }))) return refuse("no-next-run");
    const moved = await moveConsignmentToRun(tx, {
      ...{ consignmentId, orderId: part.orderId, fromRunId: part.runId, toRunId: run.id },
      ...{ volumetricGrams: fits.volumetricGrams, movable: [...MOVABLE_STATES], now: ctx.now },
    });
    if (!moved) return refuse("consignment-not-left-behind");
    await tellRunFound(tx, ctx, [{ part, run, spoiling: spoilingGoods({ ...part, sailing: run.sailing }).join(", ") }]);
    // Whoever waits since a sailing was called off has just heard of it in its own words.
    if (runState !== "cancelled") await tellMoved(tx, ctx, { part, run });
    const note = `${facts.runCode} → ${run.code}`;
    await recordActivity(tx, ctx, { what: "move-consignment", groupId: facts.groupId, subject: consignmentId, note });
    return { ok: true, runCode: run.code };
  });
}
