import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rupiah, ZERO } from "#app/domain/money.ts";
import { cashDrawnEntry } from "#app/domain/postings.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { setFeeBearer } from "#app/usecases/books/set-fee-bearer.ts";
import { expireOrders } from "#app/usecases/buy/expire-orders.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance } from "#db/read/ledger.ts";
import { findRefundAmount, gatherRefund } from "#db/read/refunds.ts";
import { activities, orderLineShares, orders, refunds, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { aNetwork, aPayableOrder, deliver, paymentRow } from "#tests/world/payable-orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
beforeAll(() => aNetwork());

/** A paid order of one group; its member's share is 100.000 or so of 124.000. */
async function aPaidOrder(wanted: Parameters<typeof aPayableOrder>[0] = {}) {
  const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
  const order = await aPayableOrder({ groupCount: 1, ...wanted });
  await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
  const [part] = order.parts;
  const member = part?.shares.find((share) => share.memberId !== null);
  if (!part || !member?.memberId) throw new Error("no part");
  const account = `member-payable:member:${member.memberId}`;
  const { memberId, amount } = member;
  const treasurer = as(ctx, part.group.officer);
  const take = (sum = amount) =>
    payOut(treasurer, {
      ...{ groupId: part.group.id, memberId: memberId ?? "", amount: sum, method: "transfer" as const },
      ...{ reference: "", formKey: testId() },
    });
  const back = (over: Partial<Parameters<typeof refundOrder>[1]> = {}) =>
    refundOrder(operator, { number: order.number, reason: "Rusak", formKey: testId(), ...over });
  const owedBack = () => balanceOf(`refunds-payable:order:${order.id}`);
  return { operator, order, part, account, amount, memberId, take, back, owedBack };
}

const piece = (orderLineId: string, quantityMilli = 1000) => ({
  ...{ kind: "parts" as const, shipping: ZERO },
  lines: [{ orderLineId, quantityMilli }],
});

describe("what peers get wrong when money goes back", () => {
  it("Dokan: a refund left the seller's balance alone, and the seller drew it", async () => {
    const { order, take, back, account } = await aPaidOrder();
    await deliver(order);
    expect((await back()).ok).toBe(true);
    expect(await balanceOf(account)).toBe(0);
    expect(await take()).toMatchObject({ reason: "more-than-owed" });
  });

  it("Dokan: a refund of an amount alone leaked past the split", async () => {
    const { order, part, back, account, amount } = await aPaidOrder();
    await deliver(order);
    expect((await back({ wish: { kind: "amount", amount: rupiah(31_000) } })).ok).toBe(true);
    const shares = await db().select().from(orderLineShares).where(eq(orderLineShares.orderLineId, part.line.id));
    expect(shares.reduce((all, share) => all + share.refunded, 0)).toBe(31_000);
    expect(shares.every((share) => share.refunded > 0)).toBe(true);
    expect(-(await balanceOf(account))).toBeLessThan(amount);
  });

  it("Dokan: shipping of an order with several sellers was lost or given back twice", async () => {
    const held = await balanceOf("shipping-held:network:network");
    const { order, back, owedBack } = await aPaidOrder({ groupCount: 3, shipping: 27_001 });
    expect(await balanceOf("shipping-held:network:network")).toBe(held - order.shippingQuote - order.doorFee);
    expect((await back()).ok).toBe(true);
    expect(await balanceOf("shipping-held:network:network")).toBe(held);
    expect(await owedBack()).toBe(-order.asked);
  });

  it("Mercur, CoopCycle, banchan: after the payout nothing could be taken back from the seller", async () => {
    const { order, part, take, back, account, amount, memberId } = await aPaidOrder();
    await deliver(order);
    expect((await take()).ok).toBe(true);
    expect((await back()).ok).toBe(true);
    expect(await balanceOf(account)).toBe(amount);
    // The next sale pays it off first.
    await earned({ groupId: part.group.id, memberId, amount: amount + 1000 });
    expect(await take(rupiah(1001))).toMatchObject({ reason: "more-than-owed" });
    expect((await take(rupiah(1000))).ok).toBe(true);
    expect((await trialBalance()).total).toBe(0);
  });

  it("Open Food Network: a refund took the payment's fee a second time", async () => {
    const fees = await balanceOf("provider-fees:network:network");
    const group = await aGroup();
    const order = await anOrder({ delivery: "fetch", parts: [{ group, quote: 0 }] });
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const input = { number: order.number, reason: "Batal", formKey: testId() };
    expect((await refundOrder(operator, input)).ok).toBe(true);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-order.total);
    expect(await balanceOf("provider-fees:network:network")).toBe(fees);
  });

  it("Open Collective: nobody had decided who bears a fee that is lost", async () => {
    const group = await aGroup();
    const set = { groupId: group.id, bearer: "fund" as const };
    expect(await setFeeBearer(as(ctx, group.officer), set)).toMatchObject({ ok: true });
    const order = await anOrder({ delivery: "fetch", parts: [{ group, quote: 0 }] });
    expect((await gatherRefund(order.number))?.groups).toMatchObject([{ id: group.id, feeBearer: "fund" }]);
  });

  it("Open Food Network: a part that went back did not change what was left of the order", async () => {
    const { order, part, back, owedBack } = await aPaidOrder();
    const left = async () => {
      const basis = await gatherRefund(order.number);
      return basis ? findRefundAmount(basis) : 0;
    };
    const before = await left();
    const owed = await owedBack();
    await back({ wish: piece(part.line.id) });
    expect(await owedBack()).toBe(owed - 62_000);
    expect(await left()).toBe(before - 62_000);
  });

  it("Open Food Network: nobody could say who changed the order, or why", async () => {
    const { order, operator, back } = await aPaidOrder();
    await back({ reason: "Dua robek di jahitan" });
    const done = await db().select().from(activities).where(eq(activities.subject, order.id));
    expect(done.find((each) => each.what === "refund-order")).toMatchObject({
      ...{ actorId: operator.actor.personId, note: "Dua robek di jahitan" },
    });
  });

  it("Spree: an order that was refunded whole still read as paid", async () => {
    const { order, back } = await aPaidOrder();
    await back();
    const [row] = await db().select().from(orders).where(eq(orders.id, order.id));
    expect(row?.state).toBe("refunded");
  });

  it("Vendure: money could not go back by another way than it came", async () => {
    const { order, part, back, owedBack } = await aPaidOrder();
    const drawn = cashDrawnEntry({ drawId: testId(), groupId: part.group.id, amount: rupiah(62_000) });
    await inTransaction((tx) => post(tx, drawn, { actorId: null, now: MARKET_DAY, newId: testId }));
    const owed = await owedBack();
    const inCash = { wish: piece(part.line.id), way: "cash" as const, boxGroupId: part.group.id };
    const treasurer = as(ctx, part.group.officer);
    const input = { number: order.number, reason: "Sobek", formKey: testId(), ...inCash };
    expect((await refundOrder(treasurer, input)).ok).toBe(true);
    expect(await balanceOf(`cash-box:group:${part.group.id}`)).toBe(0);
    expect(await owedBack()).toBe(owed);
    const made = await db().select().from(refunds).where(eq(refunds.paymentId, order.payment.id));
    expect(made).toMatchObject([{ way: "cash", state: "succeeded" }]);
    expect((await back({ wish: piece(part.line.id), way: "provider" })).ok).toBe(false);
  });

  it("Medusa: the last part of a refund was refused for a coin that rounding had made", async () => {
    const { order, back, owedBack } = await aPaidOrder({ price: 33_333 });
    for (const amount of [1, 7_777, 19_999])
      expect((await back({ wish: { kind: "amount", amount: rupiah(amount) } })).ok).toBe(true);
    expect((await back()).ok).toBe(true);
    expect(await owedBack()).toBe(-order.asked);
    expect(await back()).toMatchObject({ ok: false });
  });

  it("Vendure, Open Food Network: money that came after the sale had closed was kept, or made a second sale", async () => {
    const order = await aPayableOrder({ groupCount: 1 });
    const stock = () => stockOf(order.parts[0]?.variantId ?? "");
    await expireOrders({ ...ctx, now: hoursLater(1000) });
    expect(await stock()).toBe(10_000);
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const late = await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
    expect(late).toEqual({ ok: true, outcome: "late" });
    expect((await paymentRow(order.payment.id)).state).toBe("needs-attention");
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-order.asked);
    expect(await stock()).toBe(10_000);
  });

  it("cal.com: what nobody paid kept the place for ever", async () => {
    const order = await aPayableOrder({ groupCount: 1 });
    const variantId = order.parts[0]?.variantId ?? "";
    expect(await stockOf(variantId)).toBe(8_000);
    expect(await expireOrders({ ...ctx, now: hoursLater(25) })).toContain(order.number);
    expect(await stockOf(variantId)).toBe(10_000);
  });
});

async function stockOf(variantId: string) {
  const [row] = await db().select().from(variants).where(eq(variants.id, variantId));
  return row?.stockMilli;
}
