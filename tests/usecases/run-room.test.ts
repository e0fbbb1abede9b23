import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { cancelRun } from "#app/usecases/ship/cancel-run.ts";
import { openRun } from "#app/usecases/ship/open-run.ts";
import { db } from "#db/client.server.ts";
import { findZoneFacts } from "#db/read/delivery-offers.ts";
import { listNextRuns } from "#db/read/next-runs.ts";
import { consignments, runPoints, runs } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aBasket, aNetwork, aStall, aWish } from "#tests/world/orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, aPickUpPoint, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
beforeAll(() => aNetwork());

const LINGGA = { delivery: "run-pickup", villageCode: "21.04.02.1010" } as const;

/** Somebody who would order a kilogram of this to there now. */
async function aKilogram(variantId: string, runId: string) {
  return aWish(ctx, await aBasket(ctx, [{ variantId }]), { ...LINGGA, runId });
}

describe("a run with a limit", () => {
  it("gives the last room to one of many who ask at once, and then says that it is full", async () => {
    const run = await anOpenRun({ areas: ["21.04"], maxGrams: 2500 });
    const { variant } = await aStall({ variants: [{ packedGrams: 1000 }] });
    const wishes = [];
    for (let at = 0; at < 5; at++) wishes.push(await aKilogram(variant.id, run.id));
    const answers = await Promise.all(wishes.map((wish) => placeOrder(ctx, wish)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("run-full");
    expect(await db().$count(consignments, eq(consignments.runId, run.id))).toBe(2);
    const [listed] = await listNextRuns({ now: ctx.now, limit: 5, zoneId: run.zone.id });
    // Half a kilogram still has room; it is the kilogram that has not.
    expect(listed).toMatchObject({ joined: 2, isFull: false });
    await inTransaction((tx) => tx.update(runs).set({ maxGrams: 2000 }).where(eq(runs.id, run.id)));
    expect((await listNextRuns({ now: ctx.now, limit: 5, zoneId: run.zone.id }))[0]?.isFull).toBe(true);
    await expect(aKilogram(variant.id, run.id)).rejects.toThrow("there is no way");
  });

  it("takes of a boat that was called off only as much as has room, and only what it passes by", async () => {
    const run = await anOpenRun();
    const group = await aGroup();
    const parts = [{ group, grams: 1000 }];
    const [first, second] = [await anOrder({ run, parts }), await anOrder({ run, parts })];
    const days = { cutOffAt: hoursLater(100), departsAt: hoursLater(120) };
    const over = { zone: run.zone, hubId: run.hub.id };
    const elsewhere = await anOpenRun({ ...over, cutOffAt: hoursLater(80), departsAt: hoursLater(90) });
    await inTransaction((tx) => tx.delete(runPoints).where(eq(runPoints.runId, elsewhere.id)));
    const small = await anOpenRun({ ...over, ...days, maxParcels: 1, maxGrams: 1999 });
    const form = { runId: run.id, formKey: testId(), reason: "Ombak tinggi" };
    expect(await cancelRun(as(ctx, run.hub.keeper), form)).toMatchObject({ moved: 1, waiting: 1 });
    const at = async (order: typeof first) =>
      (await db().select().from(consignments).where(eq(consignments.orderId, order.id)))[0]?.runId;
    expect([await at(first), await at(second)]).toEqual([small.id, run.id]);
  });

  it("serves the pick-up points that were named, and is offered to those only", async () => {
    const { zone, hub, tariff, pickUpPoint } = await anOpenRun();
    const other = await aPickUpPoint({ zoneId: zone.id });
    const stranger = await aPickUpPoint({ zoneId: (await anOpenRun()).zone.id });
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const open = (pickUpPointIds: string[], vessel: string) =>
      openRun(operator, {
        ...{ formKey: ctx.secrets.token(), hubId: hub.id, tariffId: tariff.id, vessel, pickUpPointIds },
        ...{ opensAt: null, cutOffAt: hoursLater(24), departsAt: hoursLater(30), doorFee: rupiah(0) },
        limit: { maxGrams: 50_000, maxParcels: 4 },
      });
    expect(await open([other.id, stranger.id], "x")).toMatchObject({ fields: { pickUpPointIds: "point-elsewhere" } });
    const [one, all] = [await open([other.id], "one"), await open([], "all")];
    expect(one.ok && all.ok).toBe(true);
    const { runs: offered } = await findZoneFacts({ zoneId: zone.id, now: ctx.now });
    const pointsOf = (vessel: string) => offered.find((run) => run.vessel === vessel)?.pickUpPointIds;
    expect(pointsOf("one")).toEqual([other.id]);
    expect(new Set(pointsOf("all"))).toEqual(new Set([other.id, pickUpPoint.id]));
    expect(offered.find((run) => run.vessel === "one")?.limit).toEqual({ maxGrams: 50_000, maxParcels: 4 });
    const there = await listNextRuns({ now: ctx.now, limit: 9, pickUpPointId: other.id });
    expect(there.map((run) => run.vessel).toSorted()).toEqual(["all", "one"]);
  });
});
