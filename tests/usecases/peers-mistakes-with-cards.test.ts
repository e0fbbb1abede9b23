import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stripePayments } from "#app/adapters/payments/stripe.ts";
import { rupiah } from "#app/domain/money.ts";
import { checkPayment } from "#app/usecases/buy/check-payment.ts";
import { payOrder } from "#app/usecases/buy/pay-order.ts";
import { compareWithProvider } from "#app/usecases/hooks/compare-with-provider.ts";
import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { receiveWebhook } from "#app/usecases/hooks/receive-webhook.ts";
import { sendOutbox } from "#app/usecases/hooks/send-outbox.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { db } from "#db/client.server.ts";
import { listOrderDocuments } from "#db/read/documents.ts";
import { balanceOf, listEntryPostings, trialBalance } from "#db/read/ledger.ts";
import { findOrderToPay } from "#db/read/payments.ts";
import { orders, payments, refunds, webhookEvents } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { cardMarket } from "#tests/world/card-orders.ts";
import { as, refuseInTransaction, testId } from "#tests/world/context.ts";
import { aNetwork, aPayableOrder, deliver } from "#tests/world/payable-orders.ts";
import { standInWorld } from "#tests/world/stripe-stand-in.ts";
import { type StripeWorld, signed, WEBHOOK_SECRET } from "#tests/world/stripe-world.ts";

const STRIPE = "stripe:network:network";
let world: StripeWorld;
let market: ReturnType<typeof cardMarket>;

beforeAll(async () => {
  await aNetwork();
  world = await standInWorld();
  market = cardMarket(world);
});
afterAll(() => world.close());

const stateOf = async (number: string) => (await findOrderToPay(number))?.state;
const eventRow = async (eventId: string) =>
  (await db().select().from(webhookEvents).where(eq(webhookEvents.eventId, eventId)))[0];

describe("what peers get wrong with cards", () => {
  it("Medusa, Saleor: the page that comes back and the event both took the money, or locked each other", async () => {
    const { order, buyer, ref, paymentId } = await market.atStripe();
    const before = await balanceOf(STRIPE);
    const events = await market.newEvents(() => world.complete(ref));
    for (const event of events) await market.receive(event);
    const look = () => checkPayment(buyer, { number: order.number });
    await Promise.all([look(), processWebhookEvents(market.ctx), look(), processWebhookEvents(market.ctx)]);
    await processWebhookEvents(market.later(1));
    const fee = Math.floor((order.total * 29 + 500) / 1000);
    expect(await balanceOf(STRIPE)).toBe(before + order.total - fee);
    expect((await listEntryPostings(`paid:${paymentId}`)).length).toBeGreaterThan(0);
  });

  it("Vendure: one payment was settled three times by three copies of one event", async () => {
    const { ref } = await market.atStripe();
    const events = await market.newEvents(() => world.complete(ref));
    const told = async () => {
      for (const event of events) await market.receive(event);
      await processWebhookEvents(market.ctx);
      return balanceOf(STRIPE);
    };
    expect(new Set([await told(), await told(), await told()]).size).toBe(1);
  });

  it("Saleor: a second press began a second payment", async () => {
    const order = await aPayableOrder({ method: "card", now: market.ctx.now });
    const buyer = as(market.ctx, { ...market.ctx.actor, orderPasses: [order.id] });
    const names = { lineName: () => "Tudung saji", shippingName: "Ongkos kirim" };
    const count = world.sessionCount();
    const press = () => payOrder(buyer, { number: order.number, ...names });
    await Promise.all([press(), press(), press()]);
    expect(world.sessionCount()).toBe(count + 1);
  });

  it("Medusa: an event that was not final made the order, and used up its numbers", async () => {
    const { order, buyer, ref, paymentId } = await market.atStripe();
    await market.told(() => world.complete(ref, { asynchronous: true }));
    expect(await checkPayment(buyer, { number: order.number })).toBe("waiting");
    expect(await stateOf(order.number)).toBe("awaiting-payment");
    expect(await listEntryPostings(`paid:${paymentId}`)).toEqual([]);
    expect(await listOrderDocuments(buyer.actor, order.number)).toEqual([]);
  });

  it("cal.com: a place was counted though the card had been declined", async () => {
    const { order, ref, paymentId } = await market.atStripe();
    await market.told(() => world.complete(ref, { declined: true }));
    expect(await stateOf(order.number)).toBe("awaiting-payment");
    expect(await listEntryPostings(`paid:${paymentId}`)).toEqual([]);
  });

  it("cal.com, Open Food Network: paid, and never confirmed, because no event came and nobody asked", async () => {
    const { order, ref } = await market.atStripe();
    await world.complete(ref);
    expect(await stateOf(order.number)).toBe("awaiting-payment");
    await compareWithProvider(market.later(1));
    expect(await stateOf(order.number)).toBe("paid");
  });

  it("WooPayments: the order was not found, because the answer that named the payment had been lost", async () => {
    const { order, ref, paymentId } = await market.atStripe();
    const lost = { providerRef: null, payUrl: null };
    await inTransaction((tx) => tx.update(payments).set(lost).where(eq(payments.id, paymentId)));
    await market.told(() => world.complete(ref));
    expect(await stateOf(order.number)).toBe("paid");
  });

  it("Statamic Cargo: an event about something not known yet was answered, and forgotten", async () => {
    const { ref } = await market.atStripe();
    const [event] = await market.newEvents(() => world.expire(ref));
    if (!event) throw new Error("no event");
    const early = { ...event, id: `evt_${testId()}`, data: { object: { id: `cs_${testId()}` } } };
    expect(await market.receive(early)).toBe("kept");
    await processWebhookEvents(market.ctx);
    expect(await eventRow(early.id)).toMatchObject({ processedAt: null, attempts: 1 });
  });

  it("Saleor: the note of what went wrong was rolled back with the work that went wrong", async () => {
    const { order, ref, paymentId } = await market.atStripe();
    const amount = rupiah(order.total + 1);
    await inTransaction((tx) => tx.update(payments).set({ amount }).where(eq(payments.id, paymentId)));
    const events = await market.newEvents(() => world.complete(ref));
    for (const event of events) await market.receive(event);
    await processWebhookEvents(market.ctx);
    const kept = await Promise.all(events.map((event) => eventRow(event.id)));
    expect(kept.some((row) => row?.error?.includes(`of ${amount}`))).toBe(true);
    expect(await stateOf(order.number)).toBe("awaiting-payment");
  });

  it("Vendure, stripe-node: the body was read before it was verified, or verified after it was written anew", async () => {
    const { ref } = await market.atStripe();
    const [event] = await market.newEvents(() => world.expire(ref));
    if (!event) throw new Error("no event");
    const { raw, signature } = signed({ ...event, id: "evt_peers" });
    expect(await receiveWebhook(market.ctx, { raw: "{not json", signature })).toBe("refused");
    const anew = JSON.stringify(JSON.parse(raw));
    expect(await receiveWebhook(market.ctx, { raw: anew, signature })).toBe("refused");
    expect(await eventRow("evt_peers")).toBeUndefined();
  });

  it("many shops: rupiah were sent a hundred times too small or too large", async () => {
    const keys = { secretKey: "sk_test_x", webhookSecret: WEBHOOK_SECRET, apiBase: world.url };
    const stripe = stripePayments({ ...keys, guard: refuseInTransaction });
    const { order, ref } = await market.atStripe();
    const told = await market.newEvents(() => world.complete(ref));
    expect(JSON.stringify(told)).toContain(`"amount_total":${order.total}00`);
    expect((await stripe.fetch(ref))?.paid).toBe(order.total);
  });

  it("Polar, pay-connector: a refund that failed later was taken for given, or left everything stuck", async () => {
    const { order } = await market.paid();
    await deliver(order, market.ctx.now);
    const operator = await market.operator();
    const asked = await refundOrder(operator, { number: order.number, reason: "Rusak", formKey: testId() });
    await sendOutbox(market.ctx);
    const refundId = asked.ok ? asked.refundId : "";
    const row = async () => (await db().select().from(refunds).where(eq(refunds.id, refundId)))[0];
    await market.told(async () => world.failRefund((await row())?.providerRef ?? ""));
    expect((await row())?.state).toBe("failed");
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-order.total);
    // The sellers' part stays taken back: the buyer is owed it.
    for (const { shares } of order.parts)
      for (const { memberId } of shares)
        if (memberId) expect(await balanceOf(`member-payable:member:${memberId}`)).toBe(0);
  });

  it("Polar: an order still read as paid after its dispute was lost", async () => {
    const { order, ref } = await market.paid();
    const name = await market.told(() => world.dispute(ref));
    await market.told(() => world.closeDispute(name, false));
    const [row] = await db().select().from(orders).where(eq(orders.id, order.id));
    expect(row?.state).toBe("refunded");
    expect((await trialBalance()).total).toBe(0);
  });
});
