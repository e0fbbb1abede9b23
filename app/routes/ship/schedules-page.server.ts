import { addDays, dayInWib } from "#app/domain/calendar-day.ts";
import { departureDays } from "#app/domain/run-schedule.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import type { Context } from "#app/usecases/context.ts";
import { listOwnHubs } from "#db/read/hubs.ts";
import { listRunSchedules, listScheduledDays } from "#db/read/run-schedules.ts";
import { listTariffsInForce } from "#db/read/tariffs.ts";

/** So far ahead departures are shown: the next four of each schedule. */
const SHOWN_DAYS = 27;

/** The schedules with what becomes of their next days, and what a new one can be. */
export async function schedulesPage(ctx: Context) {
  const today = dayInWib(ctx.now.getTime());
  const [rows, hubs, tariffs] = await Promise.all([
    listRunSchedules(ctx.actor),
    listOwnHubs(ctx.actor),
    listTariffsInForce(ctx.now),
  ]);
  const done = await listScheduledDays(
    rows.map(({ schedule }) => schedule.id),
    today,
  );
  return {
    formKey: ctx.secrets.token(),
    today,
    hubs: hubs.map((hub) => ({ value: hub.id, label: hub.name })),
    tariffs: tariffs.map((tariff) => ({
      value: tariff.id,
      label: `${tariff.zoneName} · ${tariff.service} · ${formatRupiah(tariff.perKg)}/kg`,
    })),
    schedules: rows.map(({ schedule, hubName, zoneName }) => {
      const { id, vessel, weekday, departsAt, cutOffHours, daysAhead, lastDay, maxGrams, maxParcels, state } = schedule;
      const isPriced = tariffs.some((each) => each.zoneId === schedule.zoneId && each.service === schedule.service);
      const days = departureDays(schedule, { from: today, days: SHOWN_DAYS }).map((day) => {
        const known = done.find((each) => each.scheduleId === id && each.day === day);
        return {
          ...{ day, outcome: known?.outcome ?? null, code: known?.code ?? null, runState: known?.runState ?? null },
          opensOn: addDays(day, -daysAhead),
        };
      });
      return {
        ...{ id, hubName, zoneName, vessel, weekday, departsAt, cutOffHours, daysAhead, lastDay },
        ...{ maxGrams, maxParcels, state, isPriced, days },
      };
    }),
  };
}

export type SchedulesPage = Awaited<ReturnType<typeof schedulesPage>>;
