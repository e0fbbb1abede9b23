import { dayInWib } from "#app/domain/calendar-day.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { departureDays } from "#app/domain/run-schedule.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunSchedule, listScheduledDays } from "#db/read/run-schedules.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { callOffPlanned, claimScheduledDay, unskipDay } from "#db/write/run-schedules.ts";

type Input = { id: string; day: string; skips: boolean };
type Reason = "schedule-gone" | "not-its-day" | "run-is-open";

/** On one day nobody sails (a feast, a repair), or somebody does after all. A run that is only planned is called off by that; one that is open, on its own page. */
export async function skipScheduledDay(ctx: Context, { id, day, skips }: Input): Promise<Result<object, Reason>> {
  return inTransaction(async (tx): Promise<Result<object, Reason>> => {
    const schedule = await findRunSchedule(id);
    permit(ctx.actor, "skip-scheduled-day", { hubId: schedule?.hubId });
    if (!schedule || schedule.state === "ended") return refuse("schedule-gone");
    const today = dayInWib(ctx.now.getTime());
    if (!departureDays(schedule, { from: day, days: 0 }).includes(day) || day < today) return refuse("not-its-day");
    if (skips) await callOffPlanned(tx, { scheduleId: id, day });
    const changed = skips
      ? await claimScheduledDay(tx, { scheduleId: id, day, outcome: "skipped", at: ctx.now })
      : await unskipDay(tx, { scheduleId: id, day });
    if (changed)
      await recordActivity(tx, ctx, { what: "skip-scheduled-day", subject: id, note: skips ? day : `-${day}` });
    const [now] = (await listScheduledDays([id], day)).filter((each) => each.day === day);
    return skips && now?.outcome === "opened" ? refuse("run-is-open") : { ok: true };
  });
}
