import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { NO_LIMIT } from "#app/domain/run-room.ts";
import { lockDueRuns } from "#app/usecases/ship/lock-due-runs.ts";
import { openDueRuns } from "#app/usecases/ship/open-due-runs.ts";
import { openPlannedRun } from "#app/usecases/ship/open-planned-run.ts";
import { openRun } from "#app/usecases/ship/open-run.ts";
import { postponeRun } from "#app/usecases/ship/postpone-run.ts";
import { db } from "#db/client.server.ts";
import { listPassages } from "#db/read/delivery-offers.ts";
import { listNextRuns } from "#db/read/next-runs.ts";
import { activities, runs, tariffs } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { joinRun } from "#db/write/runs.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aPerson } from "#tests/world/people.ts";
import { aHub, anOpenRun, aTariff, aZone, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();

/** Planned today, open for orders in a day, closed in two, gone in three. */
async function aPlannedRun() {
  const [zone, hub] = [await aZone(), await aHub()];
  const tariff = await aTariff({ zoneId: zone.id });
  const keeper = as(ctx, hub.keeper);
  const form = {
    ...{ formKey: ctx.secrets.token(), hubId: hub.id, tariffId: tariff.id, vessel: "MV Rencana" },
    ...{ opensAt: hoursLater(24), cutOffAt: hoursLater(48), departsAt: hoursLater(72) },
    ...{ doorFee: rupiah(0), limit: NO_LIMIT, pickUpPointIds: [] },
  };
  const made = await openRun(keeper, form);
  if (!made.ok) throw new Error(made.reason);
  const row = async () => {
    const [run] = await db().select().from(runs).where(eq(runs.code, made.code));
    if (!run) throw new Error("no run");
    return run;
  };
  return { ...(await row()), row, keeper, form, zone, tariff };
}

const joins = (runId: string, now: Date) => inTransaction((tx) => joinRun(tx, { runId, now }));

describe("a run that is only planned", () => {
  it("is nobody's to buy for until its day, when the clock opens it, once", async () => {
    const { id, code, zoneId, row } = await aPlannedRun();
    expect((await row()).state).toBe("planned");
    const isSeen = async (now: Date) => [
      (await listPassages(zoneId, now)).filter((each) => each.by === "run").length,
      (await listNextRuns({ zoneId, now, limit: 5 })).length,
      await joins(id, now),
    ];
    expect(await isSeen(hoursLater(23))).toEqual([0, 0, false]);
    expect(await openDueRuns(testContext({ now: hoursLater(23) }))).not.toContain(code);
    const clock = testContext({ now: hoursLater(24) });
    const opened = await Promise.all([openDueRuns(clock), openDueRuns(clock), openDueRuns(clock)]);
    expect(opened.flat().filter((each) => each === code)).toEqual([code]);
    expect(await isSeen(hoursLater(24))).toEqual([1, 1, true]);
    const written = and(eq(activities.what, "open-planned-run"), eq(activities.subject, id));
    expect(await db().$count(activities, written)).toBe(1);
  });

  it("opens sooner by a press, and is not closed before it was open", async () => {
    const { id, keeper, row } = await aPlannedRun();
    await lockDueRuns({ ...ctx, now: hoursLater(49) });
    expect((await row()).state).toBe("planned");
    expect(await openPlannedRun(keeper, { runId: id })).toEqual({ ok: true });
    expect(await openPlannedRun(keeper, { runId: id })).toMatchObject({ reason: "run-not-planned" });
    expect(await joins(id, ctx.now)).toBe(true);
  });

  it("takes the tariff that is in force when it opens, and waits where there is none", async () => {
    const { id, keeper, zone, tariff, row } = await aPlannedRun();
    await inTransaction((tx) => tx.update(tariffs).set({ validTo: ctx.now }).where(eq(tariffs.id, tariff.id)));
    expect(await openPlannedRun(keeper, { runId: id })).toMatchObject({ reason: "tariff-not-in-force" });
    expect(await row()).toMatchObject({ state: "planned", tariffId: tariff.id });
    const next = await aTariff({ zoneId: zone.id });
    await openDueRuns(testContext({ now: hoursLater(24) }));
    expect(await row()).toMatchObject({ state: "open", tariffId: next.id });
  });

  it("says beside the field when it would open after its cut-off, and is put off no further than that", async () => {
    const { id, form, keeper, departsAt, row } = await aPlannedRun();
    const late = { ...form, formKey: ctx.secrets.token(), opensAt: form.cutOffAt };
    expect(await openRun(keeper, late)).toMatchObject({ fields: { opensAt: "opens-too-late" } });
    const putOff = (cutOffAt: Date) =>
      postponeRun(keeper, {
        ...{ runId: id, formKey: ctx.secrets.token(), reason: "Ombak", seenDepartsAt: departsAt },
        ...{ cutOffAt, departsAt: hoursLater(96) },
      });
    expect(await putOff(hoursLater(24))).toMatchObject({ fields: { cutOffAt: "opens-too-late" } });
    expect(await putOff(hoursLater(80))).toEqual({ ok: true });
    expect(await row()).toMatchObject({ state: "planned", departsAt: hoursLater(96) });
  });

  it("is opened by nobody else", async () => {
    const { id } = await aPlannedRun();
    for (const who of [(await aHub()).keeper, (await aPerson()).actor])
      await expect(openPlannedRun(as(ctx, who), { runId: id })).rejects.toThrow(NotAllowed);
    const other = await anOpenRun();
    expect(await openPlannedRun(as(ctx, other.hub.keeper), { runId: other.id })).toMatchObject({
      reason: "run-not-planned",
    });
  });
});
