import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunSchedule } from "#db/read/run-schedules.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { callOffPlanned, setScheduleState } from "#db/write/run-schedules.ts";

/** The departure comes back no more. What is open already sails; what is only planned does not. */
export async function endRunSchedule(ctx: Context, { id }: { id: string }): Promise<Result<object, "schedule-gone">> {
  return inTransaction(async (tx): Promise<Result<object, "schedule-gone">> => {
    const schedule = await findRunSchedule(id);
    permit(ctx.actor, "end-run-schedule", { hubId: schedule?.hubId });
    if (!schedule) return refuse("schedule-gone");
    if (await setScheduleState(tx, { id, from: ["active", "paused"], to: "ended" })) {
      await callOffPlanned(tx, { scheduleId: id });
      await recordActivity(tx, ctx, { what: "end-run-schedule", subject: id });
    }
    return { ok: true };
  });
}
