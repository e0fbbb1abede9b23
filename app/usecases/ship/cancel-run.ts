import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findKeepingRule } from "#db/read/networks.ts";
import { findRunMove, findRunToMove, listPartsOfRun } from "#db/read/run-moves.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { callOffRun, insertRunMove, rebook } from "#db/write/run-moves.ts";
import { tellOfSailing } from "#db/write/sailing-messages.ts";

type Input = { runId: string; formKey: string; reason: string };

/**
 * The boat does not go at all. What it was to carry goes with the next one of the same hub to the same zone, at the price that was promised,
 * or waits until there is one. Everybody hears of it, and the buyers may leave with all their money.
 */
export async function cancelRun(
  ctx: Context,
  { runId, formKey, reason }: Input,
): Promise<Result<{ moved: number; waiting: number }, "run-gone" | "run-not-cancellable">> {
  const moveId = ctx.secrets.hash("run-move", formKey);
  return inTransaction(async (tx) => {
    const run = await findRunToMove(runId);
    permit(ctx.actor, "cancel-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (await findRunMove(moveId)) return { ok: true, moved: 0, waiting: 0 };
    // Before anything is read of it: an order that is being placed is in by now, or will be refused.
    if (!(await callOffRun(tx, runId))) return refuse("run-not-cancellable");
    const { hubId, zoneId } = run;
    const parts = await listPartsOfRun(runId);
    const rebooked = await rebook(tx, { parts, hubId, zoneId, keeping: await findKeepingRule(), now: ctx.now });
    await insertRunMove(tx, {
      ...{ id: moveId, runId, kind: "cancelled", reason, movedBy: ctx.actor.personId ?? "", movedAt: ctx.now },
      ...{ cutOffWas: run.cutOffAt, departsWas: run.departsAt },
      parts: rebooked.map(({ part, run: next, spoiling }) => ({
        ...{ consignmentId: part.id, toRunId: next?.id ?? null, spoiling },
      })),
    });
    await tellOfSailing(tx, ctx, {
      ...{ kind: "cancelled", about: moveId, reason, run: { ...run, departsWas: run.departsAt } },
      parts: rebooked.map(({ part, run: next, spoiling }) => ({
        ...{ orderId: part.orderId, groupId: part.groupId, run: next, spoiling },
      })),
    });
    await recordActivity(tx, ctx, { what: "cancel-run", subject: runId, note: `${run.code}: ${reason}` });
    const moved = rebooked.filter((each) => each.run !== null).length;
    return { ok: true, moved, waiting: rebooked.length - moved };
  });
}
