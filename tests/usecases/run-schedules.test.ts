import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { endRunSchedule } from "#app/usecases/ship/end-run-schedule.ts";
import { openDueRuns } from "#app/usecases/ship/open-due-runs.ts";
import { openScheduledRuns } from "#app/usecases/ship/open-scheduled-runs.ts";
import { pauseRunSchedule } from "#app/usecases/ship/pause-run-schedule.ts";
import { skipScheduledDay } from "#app/usecases/ship/skip-scheduled-day.ts";
import { startRunSchedule } from "#app/usecases/ship/start-run-schedule.ts";
import { db } from "#db/client.server.ts";
import { listRunSchedules } from "#db/read/run-schedules.ts";
import { runs, tariffs } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aHub, aPickUpPoint, aTariff, aZone } from "#tests/world/runs.ts";

const ctx = testContext();
const DAY_MS = 86_400_000;
/** Ten in the morning, so many days after the market day, a Tuesday. */
const job = async (days = 0) => {
  const later = testContext({ now: new Date(MARKET_DAY.getTime() + days * DAY_MS) });
  await openScheduledRuns(later);
  await openDueRuns(later);
};

type Input = Parameters<typeof startRunSchedule>[1];

/** Each Thursday at three, open a week ahead, closed a day before; the first one in two days. */
async function aSchedule(over: Partial<Input> = {}) {
  const [zone, hub] = [await aZone(), await aHub()];
  const [tariff, point] = [await aTariff({ zoneId: zone.id }), await aPickUpPoint({ zoneId: zone.id })];
  const keeper = as(ctx, hub.keeper);
  const input: Input = {
    ...{ formKey: ctx.secrets.token(), hubId: hub.id, tariffId: tariff.id, vessel: "MV Lintas Kepri" },
    ...{ doorFee: rupiah(5_000), maxGrams: 200_000, maxParcels: null },
    ...{ weekday: 4, departsAt: "15:00", cutOffHours: 24, daysAhead: 7, firstDay: "2026-11-24", lastDay: null },
    ...over,
  };
  const started = await startRunSchedule(keeper, input);
  if (!started.ok) throw new Error(JSON.stringify(started));
  const inState = (state: "open" | "planned" | "cancelled") =>
    db()
      .select()
      .from(runs)
      .where(and(eq(runs.hubId, hub.id), eq(runs.state, state)))
      .orderBy(runs.departsAt);
  const opened = () => inState("open");
  return { id: started.id, input, hub, zone, tariff, point, keeper, opened, inState };
}

const days = (rows: { departsAt: Date }[]) => rows.map((run) => run.departsAt.toISOString().slice(0, 10));

describe("a departure that comes back", () => {
  it("opens each run as early as it says, with its limit, its cut-off and the tariff of the day", async () => {
    const { opened, tariff, hub } = await aSchedule();
    await job();
    expect(await opened()).toMatchObject([
      {
        ...{ hubId: hub.id, tariffId: tariff.id, state: "open", maxGrams: 200_000, doorFee: 5_000 },
        ...{ departsAt: new Date("2026-11-26T08:00:00Z"), cutOffAt: new Date("2026-11-25T08:00:00Z") },
      },
    ]);
    await job(1);
    await job(2);
    expect(days(await opened())).toEqual(["2026-11-26", "2026-12-03"]);
  });

  it("opens one run for one day, however many processes look at once", async () => {
    const { opened } = await aSchedule();
    await Promise.all([job(), job(), job(), job()]);
    await job();
    expect(await opened()).toHaveLength(1);
  });

  it("plans each run a week before it opens, and calls off with its schedule what is only planned", async () => {
    const { id, keeper, opened, inState } = await aSchedule();
    await job();
    // The one after the next opens on 26 November, at midnight by WIB.
    expect(await inState("planned")).toMatchObject([
      { departsAt: new Date("2026-12-03T08:00:00Z"), opensAt: new Date("2026-11-25T17:00:00Z") },
    ]);
    expect(await skipScheduledDay(keeper, { id, day: "2026-12-03", skips: true })).toEqual({ ok: true });
    expect([days(await inState("planned")), days(await inState("cancelled"))]).toEqual([[], ["2026-12-03"]]);
    expect(await skipScheduledDay(keeper, { id, day: "2026-12-03", skips: false })).toEqual({ ok: true });
    await Promise.all([job(1), job(1)]);
    expect(days(await inState("planned"))).toEqual(["2026-12-03"]);
    await pauseRunSchedule(keeper, { id, pauses: true });
    await job(2);
    expect([days(await opened()), days(await inState("planned"))]).toEqual([["2026-11-26"], []]);
    await pauseRunSchedule(keeper, { id, pauses: false });
    await job(2);
    expect([days(await opened()), days(await inState("planned"))]).toEqual([
      ["2026-11-26", "2026-12-03"],
      ["2026-12-10"],
    ]);
    await endRunSchedule(keeper, { id });
    expect(await inState("planned")).toEqual([]);
    expect(await opened()).toHaveLength(2);
  });

  it("is one schedule for one form, and says beside the field what cannot be", async () => {
    const { id, input, keeper } = await aSchedule();
    expect(await startRunSchedule(keeper, input)).toEqual({ ok: true, id });
    const wrong = { ...input, formKey: ctx.secrets.token(), firstDay: "2026-11-01", tariffId: "none", daysAhead: 1 };
    expect(await startRunSchedule(keeper, wrong)).toMatchObject({
      fields: { firstDay: "date-past", tariffId: "tariff-not-in-force", daysAhead: "opens-after-cut-off" },
    });
  });

  it("skips a day, sails on it after all, and leaves alone what is open", async () => {
    const { id, keeper, opened } = await aSchedule();
    const skip = (day: string, skips: boolean) => skipScheduledDay(keeper, { id, day, skips });
    expect(await skip("2026-11-26", true)).toEqual({ ok: true });
    expect(await skip("2026-11-27", true)).toMatchObject({ reason: "not-its-day" });
    await job();
    expect(await opened()).toEqual([]);
    expect(await skip("2026-11-26", false)).toEqual({ ok: true });
    await job();
    expect(days(await opened())).toEqual(["2026-11-26"]);
    expect(await skip("2026-11-26", true)).toMatchObject({ reason: "run-is-open" });
    expect(await skip("2026-11-26", false)).toEqual({ ok: true });
    await job();
    expect(await opened()).toHaveLength(1);
  });

  it("rests while it is paused, and ends; what is open stays", async () => {
    const { id, keeper, opened } = await aSchedule();
    await pauseRunSchedule(keeper, { id, pauses: true });
    await job();
    expect(await opened()).toEqual([]);
    await pauseRunSchedule(keeper, { id, pauses: false });
    await job();
    expect(await endRunSchedule(keeper, { id })).toEqual({ ok: true });
    expect(await endRunSchedule(keeper, { id })).toEqual({ ok: true });
    expect(await pauseRunSchedule(keeper, { id, pauses: false })).toMatchObject({ reason: "schedule-gone" });
    await job(7);
    expect(await opened()).toMatchObject([{ state: "open" }]);
    expect((await listRunSchedules(keeper.actor)).some(({ schedule }) => schedule.id === id)).toBe(false);
  });

  it("waits for a tariff where none is in force, and opens nothing whose cut-off is over", async () => {
    const late = await aSchedule({ cutOffHours: 60 });
    await job();
    expect(days(await late.opened())).toEqual([]);
    const { tariff, opened, zone } = await aSchedule();
    await inTransaction((tx) => tx.update(tariffs).set({ validTo: ctx.now }).where(eq(tariffs.id, tariff.id)));
    await job();
    expect(await opened()).toEqual([]);
    const next = await aTariff({ zoneId: zone.id });
    await job();
    expect(await opened()).toMatchObject([{ tariffId: next.id }]);
  });

  it("is nobody's who does not keep its hub", async () => {
    const { id, input } = await aSchedule();
    const other = as(ctx, (await aHub()).keeper);
    await expect(startRunSchedule(other, input)).rejects.toBeInstanceOf(NotAllowed);
    await expect(pauseRunSchedule(other, { id, pauses: true })).rejects.toBeInstanceOf(NotAllowed);
    await expect(endRunSchedule(other, { id })).rejects.toBeInstanceOf(NotAllowed);
    await expect(skipScheduledDay(other, { id, day: "2026-11-26", skips: true })).rejects.toBeInstanceOf(NotAllowed);
    expect((await listRunSchedules(other.actor)).some(({ schedule }) => schedule.id === id)).toBe(false);
  });
});
