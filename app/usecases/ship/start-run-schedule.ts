import { dayInWib } from "#app/domain/calendar-day.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { problemsOfRhythm, type Rhythm } from "#app/domain/run-schedule.ts";
import type { Context } from "#app/usecases/context.ts";
import { findHub } from "#db/read/hubs.ts";
import { findRunScheduleByFormKey } from "#db/read/run-schedules.ts";
import { findTariff } from "#db/read/tariffs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertRunSchedule } from "#db/write/run-schedules.ts";

type Input = Rhythm & {
  formKey: string;
  hubId: string;
  /** Any tariff of the carrier's service to the zone: each run takes the one in force on its day. */
  tariffId: string;
  vessel: string;
  doorFee: Rupiah;
  maxGrams: number | null;
  maxParcels: number | null;
};

/** A departure comes back every week: its runs are opened by the clock, so many days ahead. */
export async function startRunSchedule(ctx: Context, input: Input): Promise<Result<{ id: string }, "fields">> {
  permit(ctx.actor, "start-run-schedule", { hubId: input.hubId });
  const { tariffId, ...schedule } = input;
  return inTransaction(async (tx) => {
    const known = await findRunScheduleByFormKey(input.formKey);
    if (known) return { ok: true, id: known.id };
    const [hub, tariff] = [await findHub(input.hubId), await findTariff(tariffId)];
    const wrong = problemsOfRhythm(input, { today: dayInWib(ctx.now.getTime()) });
    if (!hub) wrong.hubId = "hub-unknown";
    if (!tariff) wrong.tariffId = "tariff-not-in-force";
    if (!tariff || Object.keys(wrong).length > 0) return refuse("fields", wrong);
    const id = ctx.newId();
    await insertRunSchedule(tx, {
      ...{ ...schedule, id, zoneId: tariff.zoneId, service: tariff.service, state: "active" },
      ...{ startedBy: ctx.actor.personId ?? "", createdAt: ctx.now },
    });
    await recordActivity(tx, ctx, { what: "start-run-schedule", subject: id, note: input.vessel });
    return { ok: true, id };
  });
}
