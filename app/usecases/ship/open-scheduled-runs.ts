import { dayInWib } from "#app/domain/calendar-day.ts";
import { runCode } from "#app/domain/run.ts";
import { departureDays, PLANNED_DAYS, timesOf } from "#app/domain/run-schedule.ts";
import type { Context } from "#app/usecases/context.ts";
import { listPointsOfZone } from "#db/read/places.ts";
import { listActiveRunSchedules, listScheduledDays } from "#db/read/run-schedules.ts";
import { findTariffInForce } from "#db/read/tariffs.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { writeRun } from "#db/write/open-runs.ts";
import { claimScheduledDay, holdRunSchedule, nameRunOfDay } from "#db/write/run-schedules.ts";

type By = Pick<Context, "now" | "newId" | "secrets" | "mail">;

/**
 * The clock's part of open-run: every departure that comes back is planned a while before its schedule says that orders can join; what
 * is to be open by now is open at once. Returns the codes.
 * A day is claimed before its run is written, so that two processes at once open one; without a tariff in force it waits for one.
 */
export async function openScheduledRuns(ctx: By): Promise<string[]> {
  const schedules = await listActiveRunSchedules();
  const today = dayInWib(ctx.now.getTime());
  const done = await listScheduledDays(
    schedules.map(({ id }) => id),
    today,
  );
  const codes: string[] = [];
  for (const { id, ...schedule } of schedules)
    for (const day of departureDays(schedule, { from: today, days: schedule.daysAhead + PLANNED_DAYS })) {
      if (done.some((each) => each.scheduleId === id && each.day === day)) continue;
      const code = await inTransaction((tx) => openDay(tx, ctx, { id, day }));
      if (code) codes.push(code);
    }
  return codes;
}

async function openDay(tx: Tx, ctx: By, { id, day }: { id: string; day: string }): Promise<string | null> {
  const schedule = await holdRunSchedule(tx, id);
  if (!schedule) return null;
  const { opensMs, departsMs, cutOffMs } = timesOf(schedule, day);
  const { hubId, zoneId, service, vessel, doorFee, maxGrams, maxParcels } = schedule;
  const tariff = await findTariffInForce({ zoneId, service, now: ctx.now });
  if (!tariff || cutOffMs <= ctx.now.getTime()) return null;
  if (!(await claimScheduledDay(tx, { scheduleId: id, day, outcome: "opened", at: ctx.now }))) return null;
  const run = {
    ...{ id: ctx.newId(), code: runCode(departsMs, ctx.secrets.shortCode(3)), hubId, zoneId, vessel, doorFee },
    ...{ tariffId: tariff.id, maxGrams, maxParcels, cutOffAt: new Date(cutOffMs), departsAt: new Date(departsMs) },
    opensAt: new Date(opensMs),
  };
  const pickUpPointIds = await listPointsOfZone(zoneId);
  await writeRun(tx, { ...ctx, actor: { personId: null } }, { run, pickUpPointIds });
  await nameRunOfDay(tx, { scheduleId: id, day, runId: run.id });
  return run.code;
}
