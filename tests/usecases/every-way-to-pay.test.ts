import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { rupiah } from "#app/domain/money.ts";
import type { PaymentMethod } from "#app/domain/order.ts";
import { matchStatement } from "#app/domain/statement-matches.ts";
import { checkPayment } from "#app/usecases/buy/check-payment.ts";
import { expireOrders } from "#app/usecases/buy/expire-orders.ts";
import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { sendOutbox } from "#app/usecases/hooks/send-outbox.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance } from "#db/read/ledger.ts";
import { orders, payments, refunds } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { cardMarket } from "#tests/world/card-orders.ts";
import { as, testId } from "#tests/world/context.ts";
import { aNetwork, aPayableOrder, paymentRow } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { standInWorld } from "#tests/world/stripe-stand-in.ts";
import type { StripeWorld } from "#tests/world/stripe-world.ts";

let world: StripeWorld;
let market: ReturnType<typeof cardMarket>;

beforeAll(async () => {
  await aNetwork();
  world = await standInWorld();
  market = cardMarket(world);
});
afterAll(() => world.close());

/** An order that waits for its money, and how the money of this way comes in: by a person's word, at the door, or by the provider's. */
async function begun(method: PaymentMethod, buyerId: string | null = null) {
  if (method === "card") {
    const { order, ref, buyer, paymentId } = await market.atStripe({ groupCount: 1, buyerId });
    const look = () => checkPayment(buyer, { number: order.number });
    return { order, paymentId, send: () => world.complete(ref), arrive: look, into: "stripe:network:network" };
  }
  const order = await aPayableOrder({ method, groupCount: 1, buyerId, now: market.ctx.now });
  const paymentId = order.payment.id;
  const operator = await market.operator();
  if (method === "cash-on-delivery") {
    const holder = await aPerson();
    const into = { kind: "cod-in-transit" as const, holderId: holder.id };
    const arrive = () => inTransaction((tx) => markPaymentPaid(tx, market.ctx, { paymentId, into }));
    return { order, paymentId, send: async () => undefined, arrive, into: `cod-in-transit:holder:${holder.id}` };
  }
  const arrive = () => confirmPayment(operator, { paymentId, bankReference: null });
  return { order, paymentId, send: async () => undefined, arrive, into: "bank:network:network" };
}

const stateOf = async (orderId: string) =>
  (await db().select({ state: orders.state }).from(orders).where(eq(orders.id, orderId)))[0]?.state;

describe.each(["transfer", "qris", "cash-on-delivery", "card"] as const)("paid by %s", (method) => {
  it("is held for the group once, however often and by how many it is said", async () => {
    const { order, paymentId, send, arrive, into } = await begun(method);
    const before = await balanceOf(into);
    await send();
    await Promise.all([arrive(), arrive(), arrive()]);
    await arrive();
    const fee = method === "card" ? Math.floor((order.total * 29 + 500) / 1000) : 0;
    const { amount, uniqueAddition, state } = await paymentRow(paymentId);
    expect(state).toBe("paid");
    expect(await balanceOf(into)).toBe(before + amount + uniqueAddition - fee);
    expect(await balanceOf(`deposits-held:group:${order.parts[0]?.group.id}`)).toBe(-order.goodsTotal);
    expect(await stateOf(order.id)).toBe("paid");
  });

  it("gives back all of it, by the way that this one can", async () => {
    const { order, send, arrive } = await begun(method);
    await send();
    await arrive();
    const operator = await market.operator();
    const answer = await refundOrder(operator, { number: order.number, reason: "Rusak", formKey: testId() });
    if (!answer.ok) throw new Error(answer.reason);
    const row = async () => (await db().select().from(refunds).where(eq(refunds.id, answer.refundId)))[0];
    expect((await row())?.way).toBe(method === "card" ? "provider" : "transfer");
    if (method === "card") await sendOutbox(market.ctx);
    else expect(await payRefund(operator, { refundId: answer.refundId, reference: testId() })).toEqual({ ok: true });
    expect((await row())?.state).toBe("succeeded");
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
    expect(await stateOf(order.id)).toBe("refunded");
    expect((await trialBalance()).total).toBe(0);
  });

  it("gives back a part as credit, at once and once, and asks no provider and no bank", async () => {
    const buyer = await aPerson();
    const { order, send, arrive, into } = await begun(method, buyer.id);
    await send();
    await arrive();
    const [credit, there] = [`buyer-credit:buyer:${buyer.id}`, await balanceOf(into)];
    const before = await balanceOf(credit);
    const operator = await market.operator();
    const wish = { kind: "amount" as const, amount: rupiah(5000) };
    const input = { number: order.number, reason: "Penyok", formKey: testId(), way: "credit" as const, wish };
    const answers = await Promise.all([refundOrder(operator, input), refundOrder(operator, input)]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    await sendOutbox(market.ctx);
    expect(await balanceOf(credit)).toBe(before - 5000);
    expect(await balanceOf(into)).toBe(there);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
    expect((await trialBalance()).total).toBe(0);
  });
});

describe("what only some ways can", () => {
  it.each(["transfer", "qris", "card"] as const)(
    "money by %s that comes after the order expired is owed back, and sells nothing",
    async (method) => {
      const { order, paymentId, send, arrive } = await begun(method);
      await send();
      await expireOrders(market.later(30));
      expect(await stateOf(order.id)).toBe("expired");
      await arrive();
      if (method === "card") await sendOutbox(market.later(30));
      const { state, amount, uniqueAddition } = await paymentRow(paymentId);
      expect(state).toBe("needs-attention");
      expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-(amount + uniqueAddition));
      expect(await stateOf(order.id)).toBe("expired");
    },
  );

  it.each(["transfer", "qris"] as const)(
    "by %s, too little or too much on the bank's list fits no payment: a person looks",
    async (method) => {
      const { order, paymentId } = await begun(method);
      const day = dayInWib(market.ctx.now.getTime());
      const awaited = [{ id: paymentId, asked: order.asked, askedOn: day }];
      const off = (by: number) => {
        const line = { row: 1, key: testId(), day, amount: rupiah(order.asked + by), text: order.number };
        return matchStatement([line], { awaited, known: new Map() })[0]?.match;
      };
      expect([off(-1), off(1), off(-1000), off(order.asked)].map((match) => match?.kind)).toEqual([
        ...["unknown", "unknown", "unknown", "unknown"],
      ]);
      expect(off(0)).toEqual({ kind: "exact", paymentIds: [paymentId] });
    },
  );

  it("cash at the door never expires: it is due when the goods come", async () => {
    const { order } = await begun("cash-on-delivery");
    await expireOrders(market.later(1000));
    expect(await stateOf(order.id)).toBe("payable-on-delivery");
  });

  it("an amount that is not the order's is not taken for it: a person looks", async () => {
    const { order, paymentId, send } = await begun("card");
    const amount = rupiah(order.total + 1000);
    await inTransaction((tx) => tx.update(payments).set({ amount }).where(eq(payments.id, paymentId)));
    const events = await market.newEvents(send);
    for (const event of events) await market.receive(event);
    await processWebhookEvents(market.ctx);
    expect(await stateOf(order.id)).toBe("awaiting-payment");
    expect((await paymentRow(paymentId)).state).toBe("open");
  });

  it("two open transfers never ask for the same sum, so that one is not taken for the other", async () => {
    const made = [await begun("transfer"), await begun("qris"), await begun("transfer")];
    expect(new Set(made.map(({ order }) => order.asked)).size).toBe(3);
    const [first, second] = made;
    const operator = as(market.ctx, (await aPerson({ isOperator: true })).actor);
    const bankReference = `BRI-${testId()}`;
    await confirmPayment(operator, { paymentId: first?.paymentId ?? "", bankReference });
    const other = await confirmPayment(operator, { paymentId: second?.paymentId ?? "", bankReference });
    expect(other).toMatchObject({ reason: "bank-reference-used" });
  });
});
