import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manualPayments } from "#app/adapters/payments/manual.ts";
import { stripePayments } from "#app/adapters/payments/stripe.ts";
import { NOBODY } from "#app/domain/permissions.ts";
import { checkPayment } from "#app/usecases/buy/check-payment.ts";
import { payOrder } from "#app/usecases/buy/pay-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { receiveWebhook } from "#app/usecases/hooks/receive-webhook.ts";
import { sendOutbox } from "#app/usecases/hooks/send-outbox.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { balanceOf, listEntryPostings, trialBalance } from "#db/read/ledger.ts";
import { findOrderToPay, listAttempts } from "#db/read/payments.ts";
import { orders, outbox, refunds, webhookEvents } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { endPayments } from "#db/write/payment-states.ts";
import { as, refuseInTransaction, testContext, testId } from "#tests/world/context.ts";
import { aNetwork, aPayableOrder } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { standInWorld } from "#tests/world/stripe-stand-in.ts";
import {
  contractServerFile,
  contractWorld,
  type StripeEvent,
  type StripeWorld,
  signed,
  WEBHOOK_SECRET,
} from "#tests/world/stripe-world.ts";

const HOUR_MS = 3_600_000;
const file = contractServerFile();
if (!file) console.warn("no contract server beside the repository: cards are tested at our own stand-in alone");

beforeAll(() => aNetwork());

describe.each([
  { name: "our stand-in", open: standInWorld },
  ...(file ? [{ name: "the contract server", open: () => contractWorld(file) }] : []),
])("cards, at $name", ({ open }) => {
  let world: StripeWorld;
  let ctx: Context;
  beforeAll(async () => {
    world = await open();
    const guard = refuseInTransaction;
    const keys = { secretKey: "sk_test_x", webhookSecret: WEBHOOK_SECRET, apiBase: world.url };
    const payments = { manual: manualPayments({ guard }), stripe: stripePayments({ ...keys, guard }) };
    ctx = testContext({ now: new Date(), payments });
  });
  afterAll(() => world.close());

  const later = (hours: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * HOUR_MS) });
  const press = (who: Context, number: string) =>
    payOrder(who, { number, lineName: (line) => line.listingName, shippingName: "Ongkos kirim" });

  /** An order whose buyer stands at Stripe's page. */
  async function anOrderAtStripe() {
    const order = await aPayableOrder({ method: "card", now: ctx.now });
    const buyer = as(ctx, { ...NOBODY, orderPasses: [order.id] });
    const answer = await press(buyer, order.number);
    if (!answer.ok) throw new Error(answer.reason);
    const [attempt] = await listAttempts(order.id);
    const ref = attempt?.providerRef ?? "";
    return { order, buyer, ref, paymentId: attempt?.id ?? "", url: answer.url };
  }

  const eventsOf = (ref: string): StripeEvent[] =>
    world.events().filter((event) => JSON.stringify(event).includes(ref));
  const receive = (event: StripeEvent) => receiveWebhook(ctx, signed(event));
  async function newEvents(run: () => Promise<unknown>): Promise<StripeEvent[]> {
    const before = world.events().length;
    await run();
    return world.events().slice(before);
  }

  /** What the books hold of one order, by kind of account: two orders alike must look alike. */
  async function ledgerOf(paymentId: string): Promise<string[]> {
    const paid = await listEntryPostings(`paid:${paymentId}`);
    return paid.map(({ account, amount }) => `${account.kind} ${amount}`);
  }

  async function anOperator() {
    return as(ctx, (await aPerson({ isOperator: true })).actor);
  }

  it("leads two presses at once to one page, for the exact total and as long as the order is held", async () => {
    const order = await aPayableOrder({ method: "card", now: ctx.now });
    const buyer = as(ctx, { ...NOBODY, orderPasses: [order.id] });
    const sessions = world.sessionCount();
    const answers = await Promise.all([press(buyer, order.number), press(buyer, order.number)]);
    expect(new Set(answers.map((answer) => (answer.ok ? answer.url : answer.reason))).size).toBe(1);
    expect(await press(buyer, order.number)).toEqual(answers[0]);
    expect(world.sessionCount()).toBe(sessions + 1);
    const asked = (await listAttempts(order.id)).filter((attempt) => attempt.state === "open");
    expect(asked).toHaveLength(1);
    const held = (await findOrderToPay(order.number))?.payBy?.getTime() ?? 0;
    expect(held).toBeGreaterThanOrEqual(asked[0]?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY);
  });

  it("is paid by the event alone, when the buyer never comes back", async () => {
    const { order, ref, paymentId } = await anOrderAtStripe();
    for (const event of await newEvents(() => world.complete(ref))) await receive(event);
    const stripe = await balanceOf("stripe:network:network");
    const fees = await balanceOf("provider-fees:network:network");
    expect((await processWebhookEvents(ctx)).dead).toBe(0);
    expect((await findOrderToPay(order.number))?.state).toBe("paid");
    const fee = Math.floor((order.total * 29 + 500) / 1000);
    expect(await balanceOf("provider-fees:network:network")).toBe(fees + fee);
    expect(await balanceOf("stripe:network:network")).toBe(stripe + order.total - fee);
    expect((await listEntryPostings(`paid:${paymentId}`)).length).toBeGreaterThan(0);
  });

  it("is paid by the return page alone, when no event ever comes; and by both together once", async () => {
    const { order, buyer, ref } = await anOrderAtStripe();
    expect(await checkPayment(buyer, { number: order.number })).toBe("not-paid");
    const events = await newEvents(() => world.complete(ref));
    const before = await balanceOf("stripe:network:network");
    const looks = await Promise.all([1, 2, 3].map(() => checkPayment(buyer, { number: order.number })));
    expect(looks).toEqual(["paid", "paid", "paid"]);
    const after = await balanceOf("stripe:network:network");
    expect(after).toBeGreaterThan(before);
    for (const event of events) await receive(event);
    await processWebhookEvents(ctx);
    expect(await balanceOf("stripe:network:network")).toBe(after);
  });

  it("ends a storm of repeated, shuffled events as a calm day would", async () => {
    const calm = await anOrderAtStripe();
    for (const event of await newEvents(() => world.complete(calm.ref))) {
      await receive(event);
      await processWebhookEvents(ctx);
    }
    const before = await balanceOf("stripe:network:network");
    const storm = await anOrderAtStripe();
    const events = await newEvents(() => world.complete(storm.ref));
    const shuffled = [...events, ...events, ...events].toReversed().toSorted((a, b) => (a.id > b.id ? 1 : -1));
    const answers = await Promise.all([
      ...shuffled.map(async (event) => {
        const answer = await receive(event);
        await processWebhookEvents(ctx);
        return answer;
      }),
      checkPayment(storm.buyer, { number: storm.order.number }),
    ]);
    expect(answers.filter((answer) => answer === "kept" || answer === "ignored")).toHaveLength(events.length);
    await processWebhookEvents(later(1));
    expect(await ledgerOf(storm.paymentId)).toEqual(await ledgerOf(calm.paymentId));
    const fee = Math.floor((storm.order.total * 29 + 500) / 1000);
    expect(await balanceOf("stripe:network:network")).toBe(before + storm.order.total - fee);
    expect((await trialBalance()).total).toBe(0);
  });

  it("keeps ten copies at once as one row, and a forged or stale one as none", async () => {
    const { ref } = await anOrderAtStripe();
    const [event] = await newEvents(() => world.expire(ref));
    if (!event) throw new Error("no event");
    const answers = await Promise.all(Array.from({ length: 10 }, () => receive(event)));
    expect(answers.filter((answer) => answer === "kept")).toHaveLength(1);
    const forged = { ...event, id: "evt_forged" };
    expect(await receiveWebhook(ctx, signed(forged, { secret: "whsec_wrong" }))).toBe("refused");
    expect(await receiveWebhook(ctx, signed(forged, { ageSeconds: 400 }))).toBe("refused");
    expect(await receiveWebhook(ctx, { raw: "{", signature: "" })).toBe("refused");
    const rows = await inTransaction((tx) => tx.select().from(webhookEvents));
    expect(rows.filter((row) => row.eventId === "evt_forged")).toEqual([]);
    expect(rows.filter((row) => row.eventId === event.id)).toHaveLength(1);
  });

  it("ignores kinds it does not know, and tries an object it does not know for three days", async () => {
    const { ref } = await anOrderAtStripe();
    const [event] = await newEvents(() => world.expire(ref));
    if (!event) throw new Error("no event");
    await processWebhookEvents(later(24));
    const id = `evt_${testId()}`;
    await receive({ ...event, id: `${id}a`, type: "customer.created" });
    await receive({ ...event, id: `${id}b`, data: { object: { ...event.data.object, id: `cs_${testId()}` } } });
    const row = async (name: string) =>
      (await inTransaction((tx) => tx.select().from(webhookEvents))).find((each) => each.eventId === name);
    expect((await row(`${id}a`))?.outcome).toBe("ignored");
    await processWebhookEvents(ctx);
    expect(await row(`${id}b`)).toMatchObject({
      outcome: null,
      attempts: 1,
      error: "the provider knows no such object",
    });
    await processWebhookEvents(ctx);
    expect((await row(`${id}b`))?.attempts).toBe(1);
    await processWebhookEvents(later(1));
    expect((await row(`${id}b`))?.attempts).toBe(2);
    await processWebhookEvents(later(73));
    expect((await row(`${id}b`))?.outcome).toBe("dead");
  });

  it("waits for a slow method, and takes its failure for what it is", async () => {
    const good = await anOrderAtStripe();
    await world.complete(good.ref, { asynchronous: true });
    expect(await checkPayment(good.buyer, { number: good.order.number })).toBe("waiting");
    expect((await findOrderToPay(good.order.number))?.state).toBe("awaiting-payment");
    await world.settle(good.ref, true);
    expect(await checkPayment(good.buyer, { number: good.order.number })).toBe("paid");
    const bad = await anOrderAtStripe();
    await world.complete(bad.ref, { asynchronous: true });
    await world.settle(bad.ref, false);
    expect(await checkPayment(bad.buyer, { number: bad.order.number })).toBe("not-paid");
    expect((await listAttempts(bad.order.id))[0]?.state).toBe("failed");
  });

  it("closes the page of an order that is given up; money that was quicker is owed back, then sent back", async () => {
    const slow = await anOrderAtStripe();
    const quick = await anOrderAtStripe();
    await world.complete(quick.ref);
    for (const { order } of [slow, quick])
      await inTransaction(async (tx) => {
        await tx.update(orders).set({ state: "expired" }).where(eq(orders.id, order.id));
        await endPayments(tx, { orderId: order.id, event: "expire", now: ctx.now });
      });
    expect(await sendOutbox(ctx)).toMatchObject({ sent: 2, failed: 0 });
    await expect(world.complete(slow.ref)).rejects.toThrow();
    expect((await listAttempts(quick.order.id))[0]?.state).toBe("needs-attention");
    expect(await balanceOf(`refunds-payable:order:${quick.order.id}`)).toBe(-quick.order.total);
    const operator = await anOperator();
    const input = { number: quick.order.number, reason: "Terlambat", formKey: testId() };
    expect((await refundOrder(operator, input)).ok).toBe(true);
    await sendOutbox(ctx);
    expect(await balanceOf(`refunds-payable:order:${quick.order.id}`)).toBe(0);
  });

  async function aRefund() {
    const { order, buyer, ref } = await anOrderAtStripe();
    await world.complete(ref);
    await checkPayment(buyer, { number: order.number });
    const operator = await anOperator();
    const answer = await refundOrder(operator, { number: order.number, reason: "Rusak", formKey: testId() });
    if (!answer.ok) throw new Error(answer.reason);
    const row = async () => {
      const [found] = await inTransaction((tx) => tx.select().from(refunds).where(eq(refunds.id, answer.refundId)));
      if (!found) throw new Error("no refund");
      return found;
    };
    return {
      order,
      operator,
      refundId: answer.refundId,
      row,
      owed: () => balanceOf(`refunds-payable:order:${order.id}`),
    };
  }

  it("sends a refund once, by two senders at once and with the first answer lost", async () => {
    const { order, row, owed, operator, refundId } = await aRefund();
    expect(await owed()).toBe(-order.total);
    expect(await payRefund(operator, { refundId, reference: "x" })).toMatchObject({ reason: "refund-by-provider" });
    const count = world.refundCount();
    world.lose("POST /v1/refunds", "answer");
    await Promise.all([sendOutbox(ctx), sendOutbox(ctx)]);
    await sendOutbox(later(1));
    expect(world.refundCount()).toBe(count + 1);
    expect((await row()).state).toBe("succeeded");
    expect(await owed()).toBe(0);
  });

  it("looks before it sends again what it first sent a day ago", async () => {
    const { refundId, row, owed } = await aRefund();
    const count = world.refundCount();
    world.lose("POST /v1/refunds", "answer", 3);
    expect(await sendOutbox(ctx)).toMatchObject({ later: 1 });
    expect(world.refundCount()).toBe(count + 1);
    expect((await row()).state).toBe("requested");
    const key = `refund:${refundId}`;
    // The provider has forgotten the key by now: sending the same again would be a second refund.
    const stripe = ctx.payments.stripe;
    if (!stripe) throw new Error("no stripe");
    const forgetful = { ...stripe, refund: () => Promise.reject(new Error("sent without a look")) };
    const nextDay = { ...later(24), payments: { ...ctx.payments, stripe: forgetful } };
    expect(await sendOutbox(nextDay)).toMatchObject({ sent: 1 });
    expect((await row()).state).toBe("succeeded");
    expect(await owed()).toBe(0);
    const [sent] = await inTransaction((tx) => tx.select().from(outbox).where(eq(outbox.key, key)));
    expect(sent).toMatchObject({ outcome: "done", firstSentAt: ctx.now });
  }, 60_000);

  it("owes a refund again that came back, and lets a person pay it by hand, once", async () => {
    const { row, owed, operator, refundId, order } = await aRefund();
    await sendOutbox(ctx);
    expect(await owed()).toBe(0);
    for (const event of await newEvents(async () => world.failRefund((await row()).providerRef ?? "")))
      await receive(event);
    await processWebhookEvents(ctx);
    expect((await row()).state).toBe("failed");
    expect(await owed()).toBe(-order.total);
    expect(await payRefund(operator, { refundId, reference: "TRF-12" })).toEqual({ ok: true });
    expect(await payRefund(operator, { refundId, reference: "TRF-12" })).toMatchObject({
      reason: "refund-not-waiting",
    });
    expect(await owed()).toBe(0);
    for (const event of eventsOf((await row()).id)) await receive({ ...event, id: `${event.id}again` });
    await processWebhookEvents(later(1));
    expect(await owed()).toBe(0);
    expect((await trialBalance()).total).toBe(0);
  });
});
