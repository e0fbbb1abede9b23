import { and, asc, eq, gte, inArray, ne } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { hubs, runSchedules, runs, scheduledDays, zones } from "../schema.ts";

/** The schedules of the hubs that somebody looks after, the operator's all, those that have ended left out. */
export async function listRunSchedules(actor: Actor) {
  permit(actor, "see-run-schedules", { hubId: actor.hubIds[0] });
  const own = actor.isOperator ? undefined : inArray(runSchedules.hubId, [...actor.hubIds]);
  return db()
    .select({ schedule: runSchedules, hubName: hubs.name, zoneName: zones.name })
    .from(runSchedules)
    .innerJoin(hubs, eq(hubs.id, runSchedules.hubId))
    .innerJoin(zones, eq(zones.id, runSchedules.zoneId))
    .where(and(ne(runSchedules.state, "ended"), own))
    .orderBy(asc(hubs.name), asc(zones.name), asc(runSchedules.weekday), asc(runSchedules.departsAt));
}

export async function findRunSchedule(id: string) {
  const [row] = await db().select().from(runSchedules).where(eq(runSchedules.id, id));
  return row;
}

export async function findRunScheduleByFormKey(formKey: string) {
  const [row] = await db().select().from(runSchedules).where(eq(runSchedules.formKey, formKey));
  return row;
}

/** For the job. */
export async function listActiveRunSchedules() {
  return db().select().from(runSchedules).where(eq(runSchedules.state, "active")).orderBy(asc(runSchedules.createdAt));
}

/** What became of the days of these schedules, from a day on. */
export async function listScheduledDays(scheduleIds: readonly string[], from: string) {
  if (scheduleIds.length === 0) return [];
  return db()
    .select({
      ...{ scheduleId: scheduledDays.scheduleId, day: scheduledDays.day, outcome: scheduledDays.outcome },
      ...{ code: runs.code, runState: runs.state },
    })
    .from(scheduledDays)
    .leftJoin(runs, eq(runs.id, scheduledDays.runId))
    .where(and(inArray(scheduledDays.scheduleId, [...scheduleIds]), gte(scheduledDays.day, from)))
    .orderBy(asc(scheduledDays.day));
}
