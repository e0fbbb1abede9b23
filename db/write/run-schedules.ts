import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ScheduleState } from "#app/domain/run-schedule.ts";
import { runSchedules, runs, scheduledDays } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

const NEXT = { version: sql`${runSchedules.version} + 1` };

export async function insertRunSchedule(tx: Tx, row: typeof runSchedules.$inferInsert): Promise<void> {
  await tx.insert(runSchedules).values(row);
}

type Setting = { id: string; from: readonly ScheduleState[]; to: ScheduleState };

/** False when it is in none of these states (any more). */
export async function setScheduleState(tx: Tx, { id, from, to }: Setting): Promise<boolean> {
  const changed = await tx
    .update(runSchedules)
    .set({ ...NEXT, state: to })
    .where(and(eq(runSchedules.id, id), inArray(runSchedules.state, [...from])))
    .returning({ id: runSchedules.id });
  return changed.length === 1;
}

/** Takes a turn at an active schedule, so that nobody pauses it meanwhile; undefined when it is not active (any more). */
export async function holdRunSchedule(tx: Tx, id: string) {
  const [row] = await tx
    .update(runSchedules)
    .set(NEXT)
    .where(and(eq(runSchedules.id, id), eq(runSchedules.state, "active")))
    .returning();
  return row;
}

type Day = Pick<typeof scheduledDays.$inferInsert, "scheduleId" | "day" | "outcome" | "at">;

/** Writes down what becomes of a day before it does; false when somebody else has it. */
export async function claimScheduledDay(tx: Tx, row: Day): Promise<boolean> {
  const claimed = await tx
    .insert(scheduledDays)
    .values(row)
    .onConflictDoNothing()
    .returning({ day: scheduledDays.day });
  return claimed.length === 1;
}

export async function nameRunOfDay(
  tx: Tx,
  { scheduleId, day, runId }: Pick<Day, "scheduleId" | "day"> & { runId: string },
) {
  await tx
    .update(scheduledDays)
    .set({ runId })
    .where(and(eq(scheduledDays.scheduleId, scheduleId), eq(scheduledDays.day, day)));
}

/** What of a schedule is only planned yet is called off, of one day or of all; those days are as if nobody had looked at them. */
export async function callOffPlanned(tx: Tx, { scheduleId, day }: { scheduleId: string; day?: string }): Promise<void> {
  const own = and(eq(scheduledDays.scheduleId, scheduleId), day === undefined ? undefined : eq(scheduledDays.day, day));
  const made = tx.select({ id: scheduledDays.runId }).from(scheduledDays).where(own);
  const off = await tx
    .update(runs)
    .set({ state: "cancelled", version: sql`${runs.version} + 1` })
    .where(and(eq(runs.state, "planned"), inArray(runs.id, made)))
    .returning({ id: runs.id });
  const ids = off.map((run) => run.id);
  if (ids.length > 0) await tx.delete(scheduledDays).where(inArray(scheduledDays.runId, ids));
}

/** A day that was skipped sails after all, unless its run is there; false when it was not skipped. */
export async function unskipDay(tx: Tx, { scheduleId, day }: Pick<Day, "scheduleId" | "day">): Promise<boolean> {
  const gone = await tx
    .delete(scheduledDays)
    .where(
      and(
        ...[eq(scheduledDays.scheduleId, scheduleId), eq(scheduledDays.day, day)],
        ...[eq(scheduledDays.outcome, "skipped"), isNull(scheduledDays.runId)],
      ),
    )
    .returning({ day: scheduledDays.day });
  return gone.length === 1;
}
