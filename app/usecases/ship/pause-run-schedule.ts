import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunSchedule } from "#db/read/run-schedules.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { callOffPlanned, setScheduleState } from "#db/write/run-schedules.ts";

type Input = { id: string; pauses: boolean };

/** No run is opened until the schedule goes on. What is open already sails; what is only planned does not. Said twice, it is done once. */
export async function pauseRunSchedule(ctx: Context, { id, pauses }: Input): Promise<Result<object, "schedule-gone">> {
  return inTransaction(async (tx): Promise<Result<object, "schedule-gone">> => {
    const schedule = await findRunSchedule(id);
    permit(ctx.actor, "pause-run-schedule", { hubId: schedule?.hubId });
    if (!schedule || schedule.state === "ended") return refuse("schedule-gone");
    const [from, to] = pauses ? (["active", "paused"] as const) : (["paused", "active"] as const);
    if (await setScheduleState(tx, { id, from: [from], to })) {
      if (pauses) await callOffPlanned(tx, { scheduleId: id });
      await recordActivity(tx, ctx, { what: "pause-run-schedule", subject: id, note: to });
    }
    return { ok: true };
  });
}
