import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountCode, NETWORK } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { arriveRun } from "#app/usecases/ship/arrive-run.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { moveConsignment } from "#app/usecases/ship/move-consignment.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { sendConsignment } from "#app/usecases/ship/send-consignment.ts";
import { settleRun } from "#app/usecases/ship/settle-run.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { consignments, messages, orders, refunds, runs, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder, BY_NAME } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, aTariff, aZone, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();

async function stateOf(consignmentId: string) {
  const [row] = await db().select().from(consignments).where(eq(consignments.id, consignmentId));
  return row?.state;
}

async function orderOf(orderId: string) {
  const [row] = await db().select().from(orders).where(eq(orders.id, orderId));
  return row;
}

type Group = Awaited<ReturnType<typeof aGroup>>;

/** The group packs and brings its part of the order to the hub. */
async function bring(order: { consignments: { id: string; groupId: string }[] }, group: Group, packedGrams = 1000) {
  const officer = as(ctx, group.officer);
  for (const { id } of order.consignments.filter((each) => each.groupId === group.id)) {
    expect(await packConsignment(officer, { groupId: group.id, consignmentId: id, packedGrams })).toEqual({ ok: true });
    expect(await handOverConsignment(officer, { consignmentId: id })).toEqual({ ok: true, fresh: true });
  }
}

async function held(group: Group) {
  return balanceOf(accountCode("deposits-held", { kind: "group", id: group.id }));
}

/** The refunds that were written down for a saving. */
async function savingsOf(paymentId: string): Promise<number[]> {
  const rows = await db()
    .select({ amount: refunds.amount, cause: refunds.cause })
    .from(refunds)
    .where(eq(refunds.paymentId, paymentId));
  return rows.filter((row) => row.cause === "saving").map((row) => row.amount);
}

const reserve = () => balanceOf(accountCode("shipping-reserve", NETWORK));
const shippingHeld = () => balanceOf(accountCode("shipping-held", NETWORK));

describe("a consignment goes the whole way", () => {
  it("is packed, handed over, travels, arrives, is delivered: what was held becomes the members', and the saving goes back", async () => {
    const run = await anOpenRun();
    const [one, two] = [await aGroup(), await aGroup()];
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const keeper = as(ctx, run.hub.keeper);
    const buyer = await aPerson();
    const order = await anOrder({
      run,
      parts: [{ group: one }, { group: two, goodsValue: 50_000 }],
      buyerId: buyer.id,
    });
    const guest = await anOrder({ run, parts: [{ group: one, goodsValue: 61_500 }] });
    expect([await held(one), await held(two)]).toEqual([-161_500, -50_000]);

    // Not packed, not handed over; not by another group.
    const first = order.consignments[0]?.id ?? "";
    expect(await handOverConsignment(keeper, { consignmentId: first })).toMatchObject({
      reason: "consignment-not-packed",
    });
    await expect(
      packConsignment(as(ctx, two.officer), { groupId: one.id, consignmentId: first, packedGrams: 1 }),
    ).rejects.toThrow(NotAllowed);
    await bring(order, one, 300);
    await bring(order, two, 300);
    await bring(guest, one, 300);
    // A run that is still open does not leave.
    expect(await departRun(keeper, { runId: run.id })).toMatchObject({ reason: "run-not-locked" });
    expect(await lockRun(keeper, { runId: run.id })).toEqual({ ok: true });
    expect(await departRun(keeper, { runId: run.id })).toMatchObject({ ok: true, departed: { length: 3 } });
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: order.number, cash: null })).toMatchObject({
      reason: "nothing-to-deliver",
    });
    expect(await arriveRun(keeper, { runId: run.id })).toMatchObject({ ok: true, arrived: { length: 3 } });
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: order.number, cash: null })).toMatchObject({
      ok: true,
      completed: true,
    });
    expect((await orderOf(order.id))?.state).toBe("completed");
    // Held for one remains only what the guest has not fetched yet.
    expect([await held(one), await held(two)]).toEqual([-61_500, 0]);
    // 100,000 − 2 % − 10 % by three members.
    const members = await Promise.all(
      one.members.map((member) => balanceOf(accountCode("member-payable", { kind: "member", id: member.id }))),
    );
    expect(members).toEqual([-29_334, -29_333, -29_333]);

    // The carrier asks 38,000 for one box of 900 g; three were promised 38,000 each.
    const before = { reserve: await reserve(), held: await shippingHeld() };
    expect(
      await settleRun(keeper, { runId: run.id, bill: rupiah(38_000), seenReturned: null }).catch((no) => no),
    ).toBeInstanceOf(NotAllowed);
    expect(await settleRun(operator, { runId: run.id, bill: rupiah(38_000), seenReturned: rupiah(1) })).toMatchObject({
      reason: "settlement-changed",
    });
    expect(await settleRun(operator, { runId: run.id, bill: rupiah(38_000), seenReturned: rupiah(76_000) })).toEqual({
      ok: true,
    });
    expect(await settleRun(operator, { runId: run.id, bill: rupiah(38_000), seenReturned: null })).toMatchObject({
      reason: "run-not-arrived",
    });
    const credit = await balanceOf(accountCode("buyer-credit", { kind: "buyer", id: buyer.id }));
    const refund = await balanceOf(accountCode("refunds-payable", { kind: "order", id: guest.id }));
    expect(credit + refund).toBe(-76_000);
    expect([credit, refund]).toEqual([-50_666, -25_334]);
    // What is owed in money stands among the refunds, so that somebody sends it.
    expect(await savingsOf(guest.paymentId)).toEqual([25_334]);
    expect(await savingsOf(order.paymentId)).toEqual([]);
    expect((await reserve()) - before.reserve).toBe(0);
    expect((await shippingHeld()) - before.held).toBe(114_000);
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: guest.number, cash: null })).toMatchObject({
      ok: true,
      completed: true,
    });
    expect(await held(one)).toBe(0);
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("takes the cash at the door, all of it, in the same breath, and gives the same saving after the run was settled", async () => {
    const run = await anOpenRun();
    const group = await aGroup();
    const keeper = as(ctx, run.hub.keeper);
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const order = await anOrder({
      run,
      delivery: "run-door",
      doorFee: 10_000,
      money: "cash-on-delivery",
      parts: [{ group }],
    });
    const other = await anOrder({ run, parts: [{ group }] });
    await bring(order, group, 500);
    await bring(other, group, 500);
    await lockRun(keeper, { runId: run.id });
    await departRun(keeper, { runId: run.id });
    await arriveRun(keeper, { runId: run.id });
    const before = { reserve: await reserve(), held: await shippingHeld() };
    expect(await settleRun(operator, { runId: run.id, bill: rupiah(38_000), seenReturned: null })).toEqual({
      ok: true,
    });
    // Each pays half; the reserve carries the half that is still at the door.
    expect((await reserve()) - before.reserve).toBe(19_000);
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: order.number, cash: null })).toMatchObject({
      reason: "cash-missing",
    });
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: order.number, cash: rupiah(147_999) })).toMatchObject({
      reason: "cash-differs",
    });
    expect((await orderOf(order.id))?.state).toBe("payable-on-delivery");
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: order.number, cash: rupiah(148_000) })).toMatchObject({
      completed: true,
    });
    // The reserve has its half back, and the door fee.
    expect((await reserve()) - before.reserve).toBe(-10_000);
    expect(await balanceOf(accountCode("refunds-payable", { kind: "order", id: order.id }))).toBe(-19_000);
    expect(await savingsOf(order.paymentId)).toEqual([19_000]);
    expect((await shippingHeld()) - before.held).toBe(38_000);
    expect((await trialBalance()).total).toBe(0);
  });

  it("leaves out of the settlement what was never paid or was refunded", async () => {
    const run = await anOpenRun();
    const group = await aGroup();
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const paid = await anOrder({ run, parts: [{ group }] });
    const gone = await anOrder({ run, parts: [{ group }] });
    const never = await anOrder({ run, money: "waiting", parts: [{ group }] });
    await bring(paid, group);
    await bring(gone, group);
    await lockRun(operator, { runId: run.id });
    await departRun(operator, { runId: run.id });
    await arriveRun(operator, { runId: run.id });
    await inTransaction((tx) => tx.update(orders).set({ state: "refunded" }).where(eq(orders.id, gone.id)));
    expect(await settleRun(operator, { runId: run.id, bill: rupiah(30_000), seenReturned: rupiah(8000) })).toEqual({
      ok: true,
    });
    const shares = await db().select().from(consignments).where(eq(consignments.runId, run.id));
    const shareOf = (order: { consignments: { id: string }[] }) =>
      shares.find((row) => row.id === order.consignments[0]?.id)?.share;
    expect([shareOf(paid), shareOf(gone), shareOf(never)]).toEqual([30_000, null, null]);
  });

  it("goes by courier or is fetched at the hub without a run", async () => {
    const { hub } = await anOpenRun();
    const group = await aGroup({ hubId: hub.id });
    const officer = as(ctx, group.officer);
    const keeper = as(ctx, hub.keeper);
    const fetched = await anOrder({ delivery: "fetch", parts: [{ group, quote: 0 }] });
    await bring(fetched, group);
    expect(
      await sendConsignment(officer, { groupId: group.id, consignmentId: fetched.consignments[0]?.id ?? "", note: "" }),
    ).toMatchObject({ reason: "consignment-not-to-send" });
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: fetched.number, cash: null })).toMatchObject({
      completed: true,
    });

    const sent = await anOrder({ delivery: "courier", parts: [{ group }] });
    const id = sent.consignments[0]?.id ?? "";
    await packConsignment(officer, { groupId: group.id, consignmentId: id, packedGrams: 1100 });
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: sent.number, cash: null })).toMatchObject({
      reason: "nothing-to-deliver",
    });
    expect(await sendConsignment(officer, { groupId: group.id, consignmentId: id, note: "JNE 123" })).toEqual({
      ok: true,
    });
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: sent.number, cash: null })).toMatchObject({
      completed: true,
    });
  });

  it("stays with its group when the boat leaves without it, and moves to the next run at the same quote", async () => {
    const run = await anOpenRun();
    const next = await anOpenRun({ zone: run.zone, departsAt: hoursLater(240), cutOffAt: hoursLater(200) });
    const [quick, slow] = [await aGroup(), await aGroup()];
    const keeper = as(ctx, run.hub.keeper);
    const buyer = await aPerson();
    const parts = [{ group: quick }, { group: slow, quote: 12_345, alone: 38_000 }];
    const order = await anOrder({ run, buyerId: buyer.id, parts });
    const late = order.consignments[1]?.id ?? "";
    await bring(order, quick);
    expect(await moveConsignment(keeper, { consignmentId: late })).toMatchObject({
      reason: "consignment-not-left-behind",
    });
    await lockRun(keeper, { runId: run.id });
    expect(await departRun(keeper, { runId: run.id })).toMatchObject({ departed: { length: 1 } });
    expect(await stateOf(late)).toBe("to-pack");
    const officer = as(ctx, slow.officer);
    await packConsignment(officer, { groupId: slow.id, consignmentId: late, packedGrams: 900 });
    expect(await handOverConsignment(officer, { consignmentId: late })).toMatchObject({ reason: "run-left" });
    await expect(moveConsignment(as(ctx, quick.officer), { consignmentId: late })).rejects.toThrow(NotAllowed);
    expect(await moveConsignment(officer, { consignmentId: late })).toEqual({ ok: true, runCode: next.code });
    const [moved] = await db().select().from(consignments).where(eq(consignments.id, late));
    expect(moved).toMatchObject({ runId: next.id, quote: 12_345, alone: 38_000, state: "packed" });
    const heard = await db().select().from(messages).where(eq(messages.personId, buyer.id));
    const said = heard.filter(({ kind }) => kind === "goods-moved").map(({ facts }) => JSON.parse(facts));
    expect(said).toEqual([
      { number: order.number, group: slow.name, vessel: next.vessel, departsAt: next.departsAt.toISOString() },
    ]);
    // The order still belongs to the run that carries its other part.
    expect((await orderOf(order.id))?.runId).toBe(run.id);
    expect(await handOverConsignment(officer, { consignmentId: late })).toEqual({ ok: true, fresh: true });
    await arriveRun(keeper, { runId: run.id });
    expect(await deliverOrder(keeper, { proof: BY_NAME, number: order.number, cash: null })).toMatchObject({
      delivered: { length: 1 },
      completed: false,
    });
    expect((await orderOf(order.id))?.state).toBe("paid");
  });

  it("takes the order along when its last part moves", async () => {
    const run = await anOpenRun();
    const group = await aGroup();
    const keeper = as(ctx, run.hub.keeper);
    const order = await anOrder({ run, parts: [{ group }] });
    await lockRun(keeper, { runId: run.id });
    await departRun(keeper, { runId: run.id });
    const consignmentId = order.consignments[0]?.id ?? "";
    expect(await moveConsignment(keeper, { consignmentId })).toMatchObject({ reason: "no-next-run" });
    const next = await anOpenRun({ zone: run.zone });
    expect(await moveConsignment(keeper, { consignmentId })).toMatchObject({ ok: true });
    expect((await orderOf(order.id))?.runId).toBe(next.id);
  });

  it("refuses the keeper of another hub, everywhere", async () => {
    const [run, elsewhere] = [await anOpenRun(), await anOpenRun()];
    const group = await aGroup();
    const order = await anOrder({ run, parts: [{ group }] });
    const stranger = as(ctx, elsewhere.hub.keeper);
    const consignmentId = order.consignments[0]?.id ?? "";
    for (const attempt of [
      () => lockRun(stranger, { runId: run.id }),
      () => departRun(stranger, { runId: run.id }),
      () => arriveRun(stranger, { runId: run.id }),
      () => handOverConsignment(stranger, { consignmentId }),
      () => moveConsignment(stranger, { consignmentId }),
      () => deliverOrder(stranger, { proof: BY_NAME, number: order.number, cash: null }),
    ])
      await expect(attempt()).rejects.toThrow(NotAllowed);
    expect((await db().select().from(runs).where(eq(runs.id, run.id)))[0]?.state).toBe("open");
  });

  it("does not pack what no parcel of the carrier can hold", async () => {
    const run = await anOpenRun();
    const group = await aGroup();
    const order = await anOrder({ run, parts: [{ group }] });
    const consignmentId = order.consignments[0]?.id ?? "";
    const pack = (packedGrams: number) =>
      packConsignment(as(ctx, group.officer), { groupId: group.id, consignmentId, packedGrams });
    expect(await pack(30_001)).toMatchObject({ reason: "consignment-too-heavy" });
    expect(await pack(30_000)).toEqual({ ok: true });
    expect(await pack(29_000)).toEqual({ ok: true });
    expect(await handOverConsignment(as(ctx, group.officer), { consignmentId })).toEqual({ ok: true, fresh: true });
    expect(await pack(1)).toMatchObject({ reason: "consignment-not-to-pack" });
  });

  it("does not pack what is longer than the carrier takes, as measured, else as its listing says", async () => {
    const zone = await aZone();
    const short = await aTariff({ zoneId: zone.id, maxSideMm: 300 });
    const run = await anOpenRun({ zone, tariffId: short.id });
    const group = await aGroup();
    const order = await anOrder({ run, parts: [{ group }] });
    const consignmentId = order.consignments[0]?.id ?? "";
    const pack = (packedSideMm: number | null) =>
      packConsignment(as(ctx, group.officer), { groupId: group.id, consignmentId, packedGrams: 900, packedSideMm });
    const tooLong = { reason: "consignment-too-long", fields: { packedSideMm: "packed-too-long" } };
    expect(await pack(301)).toMatchObject(tooLong);
    expect(await pack(null)).toEqual({ ok: true });
    const ids = order.lines.map((line) => line.variantId);
    await inTransaction((tx) => tx.update(variants).set({ heightMm: 1200 }).where(inArray(variants.id, ids)));
    expect(await pack(null)).toMatchObject(tooLong);
    expect(await pack(300)).toEqual({ ok: true });
    const [row] = await db().select().from(consignments).where(eq(consignments.id, consignmentId));
    expect(row).toMatchObject({ packedSideMm: 300, packedGrams: 900, state: "packed" });
  });
});
