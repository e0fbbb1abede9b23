import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { arriveRun } from "#app/usecases/ship/arrive-run.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { lockDueRuns } from "#app/usecases/ship/lock-due-runs.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { settleRun } from "#app/usecases/ship/settle-run.ts";
import { db } from "#db/client.server.ts";
import { trialBalance } from "#db/read/ledger.ts";
import { activities, consignments, entries, runs } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { joinRun } from "#db/write/runs.ts";
import { anOrder, BY_NAME } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aBasket, aNetwork, aStall, aWish } from "#tests/world/orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();

async function stateOfRun(runId: string) {
  return (await db().select().from(runs).where(eq(runs.id, runId)))[0]?.state;
}

/** Packed and at the hub of a locked run. */
async function readyToLeave(money: "transfer" | "cash-on-delivery" = "transfer") {
  const run = await anOpenRun();
  const group = await aGroup();
  const keeper = as(ctx, run.hub.keeper);
  const order = await anOrder({ run, money, parts: [{ group }] });
  const consignmentId = order.consignments[0]?.id ?? "";
  await packConsignment(as(ctx, group.officer), { groupId: group.id, consignmentId, packedGrams: 1000 });
  await handOverConsignment(keeper, { consignmentId });
  await lockRun(keeper, { runId: run.id });
  return { run, group, keeper, order, consignmentId };
}

async function countEntries(key: string): Promise<number> {
  return db().$count(entries, eq(entries.key, key));
}

describe("two at once", () => {
  it("deliver one order once: the cash is taken once, the members are credited once", async () => {
    const { run, keeper, order, consignmentId } = await readyToLeave("cash-on-delivery");
    await departRun(keeper, { runId: run.id });
    await arriveRun(keeper, { runId: run.id });
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const cash = rupiah(138_000);
    const presses = [keeper, operator, keeper, keeper].map((who) =>
      deliverOrder(who, { proof: BY_NAME, number: order.number, cash }),
    );
    const answers = await Promise.all(presses);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(answers.filter((answer) => answer.ok && answer.delivered.length === 1)).toHaveLength(1);
    expect(await countEntries(`delivered:${consignmentId}`)).toBe(1);
    expect(await countEntries(`paid:${order.paymentId}`)).toBe(1);
    const written = and(eq(activities.what, "deliver-order"), eq(activities.subject, consignmentId));
    expect(await db().$count(activities, written)).toBe(1);
    expect((await trialBalance()).total).toBe(0);
  });

  it("depart one run once, and settle it once", async () => {
    const { run, keeper, consignmentId } = await readyToLeave();
    const departures = await Promise.all([1, 2, 3].map(() => departRun(keeper, { runId: run.id })));
    expect(departures.filter((answer) => answer.ok)).toHaveLength(1);
    await arriveRun(keeper, { runId: run.id });
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const settle = (bill: number) => settleRun(operator, { runId: run.id, bill: rupiah(bill), seenReturned: null });
    const settled = await Promise.all([settle(20_000), settle(30_000), settle(10_000)]);
    expect(settled.filter((answer) => answer.ok)).toHaveLength(1);
    const [consignment] = await db().select().from(consignments).where(eq(consignments.id, consignmentId));
    const [row] = await db().select().from(runs).where(eq(runs.id, run.id));
    expect(consignment?.share).toBe(row?.carrierBill);
    expect(await countEntries(`settled:${run.id}`)).toBe(1);
  });

  it("hand over while the boat leaves: on board or left behind, never in between", async () => {
    for (let round = 0; round < 5; round++) {
      const run = await anOpenRun();
      const group = await aGroup();
      const keeper = as(ctx, run.hub.keeper);
      const order = await anOrder({ run, parts: [{ group }] });
      const consignmentId = order.consignments[0]?.id ?? "";
      await packConsignment(as(ctx, group.officer), { groupId: group.id, consignmentId, packedGrams: 1000 });
      await lockRun(keeper, { runId: run.id });
      const [handed, left] = await Promise.all([
        handOverConsignment(as(ctx, group.officer), { consignmentId }),
        departRun(keeper, { runId: run.id }),
      ]);
      const [row] = await db().select().from(consignments).where(eq(consignments.id, consignmentId));
      const onBoard = left.ok && left.departed.includes(consignmentId);
      expect(handed.ok).toBe(onBoard);
      expect(row?.state).toBe(onBoard ? "departed" : "packed");
    }
  });
});

describe("the cut-off", () => {
  it("lets an order in before the lock or not at all", async () => {
    for (let round = 0; round < 8; round++) {
      const run = await anOpenRun();
      const keeper = as(ctx, run.hub.keeper);
      // As placing does: a turn at the run's row comes first.
      const join = () => inTransaction((tx) => joinRun(tx, { runId: run.id, now: ctx.now }));
      const lock = () => lockRun(keeper, { runId: run.id });
      const joinFirst = async () => {
        const joining = join();
        return [await lock(), await joining] as const;
      };
      const [locked, joined] = await (round % 2 ? joinFirst() : Promise.all([lock(), join()]));
      expect(locked.ok).toBe(true);
      const [row] = await db().select().from(runs).where(eq(runs.id, run.id));
      // Two turns at the row when the order was in, one when it was refused.
      expect(row?.version).toBe(joined ? 3 : 2);
      expect(await join()).toBe(false);
    }
  });

  it("never lets an order in behind the lock: what travels is known once the run is locked", async () => {
    await aNetwork();
    for (let round = 0; round < 6; round++) {
      const run = await anOpenRun({ areas: [`21.04.0${round + 1}`] });
      const { variant } = await aStall();
      const keeper = as(ctx, run.hub.keeper);
      const villageCode = (await ctx.regions.villages(`21.04.0${round + 1}`))[0]?.code ?? "";
      const wishOf = async () => {
        const owner = await aBasket(ctx, [{ variantId: variant.id }]);
        return aWish(ctx, owner, { delivery: "run-pickup", runId: run.id, villageCode });
      };
      const [first, second] = [await wishOf(), await wishOf()];
      const aboard = () => db().$count(consignments, eq(consignments.runId, run.id));
      const lock = async () => {
        expect((await lockRun(keeper, { runId: run.id })).ok).toBe(true);
        return aboard();
      };
      const place = () => placeOrder(ctx, first);
      const placeFirst = async () => {
        const placing = place();
        return [await lock(), await placing] as const;
      };
      const [known, placed] = await (round % 2 ? placeFirst() : Promise.all([lock(), place()]));
      expect(await aboard()).toBe(known);
      expect(known).toBe(placed.ok ? 1 : 0);
      expect((await placeOrder(ctx, second)).ok).toBe(false);
    }
  });

  it("locks what is due, once, and nothing else; after it nobody joins", async () => {
    const [due, later] = [await anOpenRun({ cutOffAt: hoursLater(1) }), await anOpenRun({ cutOffAt: hoursLater(2) })];
    const clock = { ...ctx, now: hoursLater(1) };
    const joinAt = (runId: string, now: Date) => inTransaction((tx) => joinRun(tx, { runId, now }));
    expect(await joinAt(due.id, hoursLater(0.99))).toBe(true);
    // At the cut-off itself it is too late, whether the clock has come by or not.
    expect(await joinAt(due.id, hoursLater(1))).toBe(false);
    const locked = await Promise.all([lockDueRuns(clock), lockDueRuns(clock), lockDueRuns(clock)]);
    expect(locked.flat()).toEqual([due.code]);
    expect([await stateOfRun(due.id), await stateOfRun(later.id)]).toEqual(["locked", "open"]);
    expect(await joinAt(due.id, hoursLater(0.5))).toBe(false);
    const written = and(eq(activities.what, "lock-run"), eq(activities.subject, due.id));
    expect(await db().$count(activities, written)).toBe(1);
  });
});
