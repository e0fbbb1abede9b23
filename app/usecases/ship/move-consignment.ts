import { MOVABLE_STATES } from "#app/domain/consignment.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { actualWeight, fitsTariff, reweighVolume } from "#app/domain/run.ts";
import type { Context } from "#app/usecases/context.ts";
import { findConsignmentFacts } from "#db/read/consignments.ts";
import { findNextRun } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { moveConsignmentToRun } from "#db/write/consignments.ts";
import { joinRun } from "#db/write/runs.ts";

type Reason = "consignment-gone" | "consignment-not-left-behind" | "no-next-run" | "consignment-too-heavy";

/**
 * What a run left behind goes on the next open one to the same zone. The buyer's quote stays: the next run can only be cheaper, and
 * should it lack something, the shipping reserve carries it.
 */
export async function moveConsignment(
  ctx: Context,
  { consignmentId }: { consignmentId: string },
): Promise<Result<{ runCode: string }, Reason>> {
  return inTransaction(async (tx) => {
    const facts = await findConsignmentFacts(consignmentId);
    permit(ctx.actor, "move-consignment", { groupId: facts?.groupId, hubId: facts?.hubId });
    if (!facts) return refuse("consignment-gone");
    const { runId, runState, runZoneId, volumeDivisor } = facts;
    if (!runId || !runZoneId || !volumeDivisor || runState === "open" || runState === "locked")
      return refuse("consignment-not-left-behind");
    const next = await findNextRun({ zoneId: runZoneId, now: ctx.now });
    if (!next) return refuse("no-next-run");
    const volumetricGrams = reweighVolume({
      grams: facts.volumetricGrams,
      from: volumeDivisor,
      to: next.tariff.volumeDivisor,
    });
    // What needs several parcels finds them with a carrier whose parcels are no smaller.
    const isNoSmaller = next.tariff.maxParcelGrams >= (facts.maxParcelGrams ?? Number.POSITIVE_INFINITY);
    if (!isNoSmaller && !fitsTariff(next.tariff, actualWeight({ ...facts, volumetricGrams })))
      return refuse("consignment-too-heavy");
    if (!(await joinRun(tx, { runId: next.id, now: ctx.now }))) return refuse("no-next-run");
    const moved = await moveConsignmentToRun(tx, {
      consignmentId,
      orderId: facts.orderId,
      fromRunId: runId,
      toRunId: next.id,
      volumetricGrams,
      movable: [...MOVABLE_STATES],
      now: ctx.now,
    });
    if (!moved) return refuse("consignment-not-left-behind");
    const note = `${facts.runCode} → ${next.code}`;
    await recordActivity(tx, ctx, { what: "move-consignment", groupId: facts.groupId, subject: consignmentId, note });
    return { ok: true, runCode: next.code };
  });
}
