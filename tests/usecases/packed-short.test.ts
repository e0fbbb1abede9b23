import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { findOrder } from "#db/read/orders.ts";
import { findRefundAmount, gatherRefund } from "#db/read/refunds.ts";
import { consignments, orderLineShares, orderLines, orders, payments, refunds } from "#db/schema.ts";
import { anOrder, BY_NAME } from "#tests/world/consignments.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { aHub } from "#tests/world/runs.ts";

const ctx = testContext();

type Wanted = Partial<Parameters<typeof anOrder>[0]>;

/** A kilogram of chillies for Rp 62,001, with a piece of something else of the same group, to be fetched at the hub. */
async function aWeighedOrder(over: Wanted = {}) {
  const hub = await aHub();
  const group = await aGroup({ hubId: hub.id });
  const parts = [{ group, goodsValue: 62_001, weighedMilli: 1000, quote: 0 }];
  const order = await anOrder({ delivery: "fetch", parts, ...over });
  const consignmentId = order.consignments[0]?.id ?? "";
  const lineId = order.lines[0]?.id ?? "";
  const officer = as(ctx, group.officer);
  const target = { groupId: group.id, consignmentId, packedGrams: 1000 };
  const pack = (milli: number, isSure = false) =>
    packConsignment(officer, { ...target, packed: { [lineId]: milli }, isSure });
  return { order, group, hub, officer, consignmentId, lineId, pack };
}

type Weighed = Awaited<ReturnType<typeof aWeighedOrder>>;

async function hand({ officer, consignmentId, hub, order }: Weighed, cash: number | null = null) {
  expect(await handOverConsignment(officer, { consignmentId })).toMatchObject({ ok: true });
  const taken = cash === null ? null : rupiah(cash);
  return deliverOrder(as(ctx, hub.keeper), { proof: BY_NAME, number: order.number, cash: taken });
}

const held = (groupId: string) => balanceOf(`deposits-held:group:${groupId}`);
const owed = (orderId: string) => balanceOf(`refunds-payable:order:${orderId}`);
const credit = (buyerId: string) => balanceOf(`buyer-credit:buyer:${buyerId}`);

async function rowsOf({ order, consignmentId, lineId }: Weighed) {
  const [line] = await db().select().from(orderLines).where(eq(orderLines.id, lineId));
  const [part] = await db().select().from(consignments).where(eq(consignments.id, consignmentId));
  const [whole] = await db().select().from(orders).where(eq(orders.id, order.id));
  const shares = await db().select().from(orderLineShares).where(eq(orderLineShares.orderLineId, lineId));
  return { line, part, whole, shares };
}

describe("a paid order of which less was packed", () => {
  it("gives the difference to the buyer as credit at once, and the parties get the rest of their frozen shares", async () => {
    const buyer = await aPerson();
    const weighed = await aWeighedOrder({ buyerId: buyer.id });
    expect(await weighed.pack(950)).toEqual({ ok: true });
    expect(await credit(buyer.id)).toBe(-3100);
    expect(await held(weighed.group.id)).toBe(-58_901);
    const { line, part, whole, shares } = await rowsOf(weighed);
    expect(line).toMatchObject({ packedQuantityMilli: 950, missing: 3100, goodsValue: 62_001 });
    expect([part?.missing, whole?.missingTotal]).toEqual([3100, 3100]);
    expect(shares.reduce((all, share) => all + share.missing, 0)).toBe(3100);
    expect(await hand(weighed)).toMatchObject({ ok: true, completed: true });
    expect(await held(weighed.group.id)).toBe(0);
    for (const share of shares.filter((each) => each.party === "member"))
      expect(await balanceOf(`member-payable:member:${share.memberId}`)).toBe(share.missing - share.amount);
    const seen = await findOrder(buyer.actor, weighed.order.number);
    expect(seen).toMatchObject({ missingTotal: 3100, consignments: [{ lines: [{ packedQuantityMilli: 950 }] }] });
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("only ever goes down: what went back is not taken again, and what is over changes nothing", async () => {
    const buyer = await aPerson();
    const weighed = await aWeighedOrder({ buyerId: buyer.id });
    await weighed.pack(1040);
    expect(await credit(buyer.id)).toBe(0);
    await weighed.pack(950);
    await weighed.pack(980);
    expect((await rowsOf(weighed)).line).toMatchObject({ packedQuantityMilli: 950, missing: 3100 });
    await weighed.pack(900);
    expect(await credit(buyer.id)).toBe(-6200);
    await Promise.all([weighed.pack(880), weighed.pack(860)]);
    expect(await credit(buyer.id)).toBe(-8680);
    expect((await rowsOf(weighed)).shares.reduce((all, share) => all + share.missing, 0)).toBe(8680);
    expect(await hand(weighed)).toMatchObject({ ok: true });
    expect(await held(weighed.group.id)).toBe(0);
  });

  it("sends it back as money to a guest or to whoever wants money, and a refund of the whole order pays the rest only", async () => {
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const weighed = await aWeighedOrder({ buyerId: (await aPerson()).id, savingAs: "refund" });
    await weighed.pack(950);
    const waiting = await db().select().from(refunds).where(eq(refunds.paymentId, weighed.order.paymentId));
    expect(waiting).toMatchObject([{ amount: 3100, cause: "packed-short", state: "requested" }]);
    expect(await owed(weighed.order.id)).toBe(-3100);
    const basis = await gatherRefund(weighed.order.number);
    expect(basis && (await findRefundAmount(basis))).toBe(58_901);
    const all = await refundOrder(operator, { number: weighed.order.number, reason: "Busuk", formKey: testId() });
    if (!all.ok) return expect.fail(all.reason);
    expect(await owed(weighed.order.id)).toBe(-62_001);
    for (const refundId of [waiting[0]?.id ?? "", all.refundId])
      expect(await payRefund(operator, { refundId, reference: "TRF" })).toEqual({ ok: true });
    expect(await owed(weighed.order.id)).toBe(0);
    expect(await held(weighed.group.id)).toBe(0);
  });

  it("is refunded whole after delivery too, to the last rupiah", async () => {
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const weighed = await aWeighedOrder({});
    await weighed.pack(950);
    await hand(weighed);
    const all = await refundOrder(operator, { number: weighed.order.number, reason: "Busuk", formKey: testId() });
    expect(all.ok).toBe(true);
    expect(await owed(weighed.order.id)).toBe(-62_001);
    for (const share of (await rowsOf(weighed)).shares.filter((each) => each.memberId))
      expect(await balanceOf(`member-payable:member:${share.memberId}`)).toBe(0);
    expect((await trialBalance()).total).toBe(0);
  });
});

describe("an order that is paid at the door", () => {
  it("is simply less, and may be weighed again either way until it is handed over", async () => {
    const weighed = await aWeighedOrder({ money: "cash-on-delivery", buyerId: (await aPerson()).id });
    await weighed.pack(900);
    await weighed.pack(950);
    expect((await rowsOf(weighed)).line).toMatchObject({ packedQuantityMilli: 950, missing: 3100 });
    const [payment] = await db().select().from(payments).where(eq(payments.id, weighed.order.paymentId));
    expect(payment?.amount).toBe(58_901);
    expect(await hand(weighed, 62_001)).toMatchObject({ reason: "cash-differs" });
    expect(
      await deliverOrder(as(ctx, weighed.hub.keeper), {
        proof: BY_NAME,
        number: weighed.order.number,
        cash: rupiah(58_901),
      }),
    ).toMatchObject({ ok: true, completed: true });
    expect(await held(weighed.group.id)).toBe(0);
    expect(await balanceOf(`refunds-payable:order:${weighed.order.id}`)).toBe(0);
    expect((await trialBalance()).total).toBe(0);
  });
});

describe("a figure that cannot be meant", () => {
  it("is asked once more, and nothing is written until it is sure", async () => {
    const weighed = await aWeighedOrder();
    const field = `weighed-${weighed.lineId}`;
    expect(await weighed.pack(95)).toEqual({
      ok: false,
      reason: "packed-wrong",
      fields: { [field]: "packed-far-off" },
    });
    expect((await rowsOf(weighed)).part?.state).toBe("to-pack");
    expect(await weighed.pack(95, true)).toEqual({ ok: true });
    expect((await rowsOf(weighed)).line?.missing).toBe(62_001 - 5890);
  });

  it("does not reach goods that are counted", async () => {
    const group = await aGroup();
    const order = await anOrder({ delivery: "fetch", parts: [{ group, quote: 0 }] });
    const packed = { [order.lines[0]?.id ?? ""]: 500 };
    const target = { groupId: group.id, consignmentId: order.consignments[0]?.id ?? "", packedGrams: 900, packed };
    expect(await packConsignment(as(ctx, group.officer), target)).toEqual({ ok: true });
    const [row] = await db().select().from(orders).where(eq(orders.id, order.id));
    expect(row?.missingTotal).toBe(0);
  });
});
