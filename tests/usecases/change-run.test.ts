import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { roomSeen } from "#app/domain/run-room.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { changeRun } from "#app/usecases/ship/change-run.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { db } from "#db/client.server.ts";
import { findZoneFacts } from "#db/read/delivery-offers.ts";
import { listRunLoads, listRunPoints } from "#db/read/run-loads.ts";
import { activities, runs } from "#db/schema.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aBasket, aNetwork, aStall, aWish } from "#tests/world/orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, aPickUpPoint, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
beforeAll(() => aNetwork());

const NONE = { maxGrams: null, maxParcels: null };

type Run = Awaited<ReturnType<typeof anOpenRun>>;

/** Its keeper's form, filled in for the run as it stands now. */
async function formOf(run: Run) {
  const [row] = await db().select().from(runs).where(eq(runs.id, run.id));
  const points = (await listRunPoints([run.id]))(run.id);
  if (!row) throw new Error("no run");
  return { runId: run.id, limit: NONE, pickUpPointIds: points, seen: roomSeen({ ...row, points }) };
}

const offeredAt = async (run: Run) => {
  const { runs: offered } = await findZoneFacts({ zoneId: run.zone.id, now: ctx.now });
  return offered.find((each) => each.id === run.id);
};

describe("changing an open run", () => {
  it("takes more or less from now on, and offers a new pick-up point at once; pressed twice it is done once", async () => {
    const run = await anOpenRun();
    const keeper = as(ctx, run.hub.keeper);
    const added = await aPickUpPoint({ zoneId: run.zone.id });
    const limit = { maxGrams: 50_000, maxParcels: 3 };
    const form = { ...(await formOf(run)), limit, pickUpPointIds: [run.pickUpPoint.id, added.id] };
    expect(await Promise.all([changeRun(keeper, form), changeRun(keeper, form)])).toEqual([{ ok: true }, { ok: true }]);
    expect(await changeRun(keeper, form)).toEqual({ ok: true });
    const offered = await offeredAt(run);
    expect(offered?.limit).toEqual(limit);
    expect(new Set(offered?.pickUpPointIds)).toEqual(new Set([run.pickUpPoint.id, added.id]));
    expect(await db().$count(activities, eq(activities.subject, run.id))).toBe(1);
    // Somebody whose page shows an older run is asked to look again.
    expect(await changeRun(keeper, { ...form, limit: NONE })).toMatchObject({ reason: "run-changed" });
    // None named: all of the zone.
    const third = await aPickUpPoint({ zoneId: run.zone.id });
    expect(await changeRun(keeper, { ...(await formOf(run)), pickUpPointIds: [] })).toEqual({ ok: true });
    expect((await offeredAt(run))?.pickUpPointIds).toContain(third.id);
  });

  it("is never smaller than what it carries, and passes by where somebody fetches", async () => {
    const run = await anOpenRun();
    const keeper = as(ctx, run.hub.keeper);
    const other = await aPickUpPoint({ zoneId: run.zone.id });
    for (const money of ["transfer", "waiting"] as const)
      await anOrder({ run, money, parts: [{ group: await aGroup(), grams: 20_000 }] });
    const change = async (over: object) => changeRun(keeper, { ...(await formOf(run)), ...over });
    const limit = (maxGrams: number, maxParcels: number) => ({ limit: { maxGrams, maxParcels } });
    expect(await change(limit(39_999, 1))).toMatchObject({
      fields: { maxKg: "room-below-load", maxParcels: "room-below-load" },
    });
    expect(await change({ ...limit(40_000, 2), pickUpPointIds: [other.id] })).toMatchObject({
      fields: { pickUpPointIds: "point-in-use" },
    });
    expect(await change(limit(40_000, 2))).toEqual({ ok: true });
    const stranger = await aPickUpPoint({ zoneId: (await anOpenRun()).zone.id });
    expect(await change({ pickUpPointIds: [stranger.id] })).toMatchObject({
      fields: { pickUpPointIds: "point-elsewhere" },
    });
  });

  it("shrinks before the last place is taken, or not at all", async () => {
    const run = await anOpenRun({ areas: ["21.04"], maxGrams: 3000 });
    const keeper = as(ctx, run.hub.keeper);
    const { variant } = await aStall({ variants: [{ packedGrams: 1000 }] });
    const way = { delivery: "run-pickup", villageCode: "21.04.02.1010", runId: run.id } as const;
    const wish = async () => aWish(ctx, await aBasket(ctx, [{ variantId: variant.id }]), way);
    const form = { ...(await formOf(run)), limit: { maxGrams: 1000, maxParcels: null } };
    const [known, ...wishes] = [await wish(), await wish(), await wish()];
    // One is aboard; two more take the last places while the room shrinks to what that one needs.
    if (known) await placeOrder(ctx, known);
    await Promise.all([...wishes.map((each) => placeOrder(ctx, each)), changeRun(keeper, form)]);
    const [row] = await db().select().from(runs).where(eq(runs.id, run.id));
    const aboard = (await listRunLoads([run.id])).reduce((all, each) => all + each.grams, 0);
    expect(aboard).toBeLessThanOrEqual(row?.maxGrams ?? 0);
  });

  it("is over once it is locked, and is nobody's who does not keep its hub", async () => {
    const run = await anOpenRun();
    const form = await formOf(run);
    const planned = await anOpenRun({ state: "planned", opensAt: hoursLater(1) });
    const limit = { maxGrams: 1000, maxParcels: null };
    expect(await changeRun(as(ctx, planned.hub.keeper), { ...(await formOf(planned)), limit })).toEqual({ ok: true });
    for (const who of [planned.hub.keeper, (await aPerson()).actor])
      await expect(changeRun(as(ctx, who), form)).rejects.toThrow(NotAllowed);
    await lockRun(as(ctx, run.hub.keeper), { runId: run.id });
    expect(await changeRun(as(ctx, run.hub.keeper), form)).toMatchObject({ reason: "run-not-changeable" });
  });
});
