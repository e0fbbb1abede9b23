import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { mayChangeRun, problemsOfPostponing, spoilingGoods } from "#app/domain/run-life.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunMove, findRunToMove, listPartsOfRun, sailingOf } from "#db/read/run-moves.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertRunMove, putOffRun } from "#db/write/run-moves.ts";
import { tellOfSailing } from "#db/write/sailing-messages.ts";

type Input = {
  runId: string;
  /** The form's own key: one form puts off once. */
  formKey: string;
  reason: string;
  cutOffAt: Date;
  departsAt: Date;
  /** The departure that was on the screen. */
  seenDepartsAt: Date;
};

type Reason = "run-gone" | "run-not-postponable" | "run-changed" | "fields";

/** High waves, a fault, no crew: the boat leaves later. Everybody hears of it with the new day, and the buyers may leave until the cut-off. */
export async function postponeRun(ctx: Context, input: Input): Promise<Result<object, Reason>> {
  const { runId, reason, cutOffAt, departsAt, seenDepartsAt } = input;
  const moveId = ctx.secrets.hash("run-move", input.formKey);
  return inTransaction(async (tx) => {
    const run = await findRunToMove(runId);
    permit(ctx.actor, "postpone-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (await findRunMove(moveId)) return { ok: true };
    if (!mayChangeRun(run.state, "postponed")) return refuse("run-not-postponable");
    const wrong = problemsOfPostponing({
      ...{ nowMs: ctx.now.getTime(), departsWasMs: run.departsAt.getTime() },
      opensMs: run.state === "planned" ? (run.opensAt?.getTime() ?? null) : null,
      ...{ cutOffMs: cutOffAt.getTime(), departsMs: departsAt.getTime() },
    });
    if (run.departsAt.getTime() !== seenDepartsAt.getTime()) return refuse("run-changed");
    if (wrong) return refuse("fields", wrong);
    if (!(await putOffRun(tx, { runId, cutOffAt, departsAt, was: { departsAt: seenDepartsAt } })))
      return refuse("run-changed");
    const parts = (await listPartsOfRun(runId)).map((part) => ({
      ...{ consignmentId: part.id, orderId: part.orderId, groupId: part.groupId, toRunId: runId },
      spoiling: spoilingGoods({ ...part, sailing: sailingOf({ ...run, cutOffAt, departsAt }) }).join(", "),
    }));
    await insertRunMove(tx, {
      ...{ id: moveId, runId, kind: "postponed", reason, movedBy: ctx.actor.personId ?? "", movedAt: ctx.now },
      ...{ cutOffWas: run.cutOffAt, departsWas: run.departsAt, cutOffAt, departsAt },
      parts: parts.map(({ consignmentId, toRunId, spoiling }) => ({ consignmentId, toRunId, spoiling })),
    });
    const later = { vessel: run.vessel, cutOffAt, departsAt };
    await tellOfSailing(tx, ctx, {
      ...{ kind: "postponed", about: moveId, reason, run: { ...run, departsWas: run.departsAt } },
      parts: parts.map(({ orderId, groupId, spoiling }) => ({ orderId, groupId, spoiling, run: later })),
    });
    await recordActivity(tx, ctx, { what: "postpone-run", subject: runId, note: `${run.code}: ${reason}` });
    return { ok: true };
  });
}
