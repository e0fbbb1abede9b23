import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse } from "#app/domain/result.ts";
import { pointsServed, problemsOfRoom, type RunLimit, roomSeen } from "#app/domain/run-room.ts";
import type { Context } from "#app/usecases/context.ts";
import { listPointsOfZone } from "#db/read/places.ts";
import { listPointsInUse, listRunLoads, listRunPoints } from "#db/read/run-loads.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { setRunRoom, touchChangeableRun } from "#db/write/run-room.ts";

type Input = {
  runId: string;
  limit: RunLimit;
  /** The pick-up points that it serves; none named: all of its zone. */
  pickUpPointIds: readonly string[];
  /** What the run took and passed by when the form was shown, as {@link roomSeen} says it. */
  seen: string;
};

type Reason = "run-gone" | "run-not-changeable" | "run-changed" | "fields";

/**
 * A run that still takes orders takes more or less, or passes by other pick-up points. What was promised a place keeps it: the room is
 * never below what is in it, and a point stays as long as somebody fetches there. Pressed twice, it is done once.
 */
export async function changeRun(ctx: Context, input: Input): Promise<Result<object, Reason>> {
  const { runId, limit, pickUpPointIds } = input;
  return inTransaction(async (tx): Promise<Result<object, Reason>> => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "change-run", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    // A turn at the run's row before anything in it is counted: an order that is being placed is in by now, or finds the new room.
    if (!(await touchChangeableRun(tx, runId))) return refuse("run-not-changeable");
    const points = pointsServed(pickUpPointIds, await listPointsOfZone(run.zoneId));
    if (!points) return refuse("fields", { pickUpPointIds: "point-elsewhere" });
    const served = (await listRunPoints([runId]))(runId);
    const was = roomSeen({ ...run, points: served });
    if (roomSeen({ ...limit, points }) === was) return { ok: true };
    if (input.seen !== was) return refuse("run-changed");
    const loads = await listRunLoads([runId]);
    const wrong: FieldErrors = problemsOfRoom({ limit, tariff: run.tariff, loads });
    if ((await listPointsInUse(runId)).some(({ id }) => !points.includes(id))) wrong.pickUpPointIds = "point-in-use";
    if (Object.keys(wrong).length > 0) return refuse("fields", wrong);
    await setRunRoom(tx, { runId, limit, pickUpPointIds: points });
    const note = `${run.code}: ${limit.maxGrams ?? "-"} g, ${limit.maxParcels ?? "-"} koli, ${points.length}`;
    await recordActivity(tx, ctx, { what: "change-run", subject: runId, note });
    return { ok: true };
  });
}
