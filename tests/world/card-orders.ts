import { eq } from "drizzle-orm";
import { manualPayments } from "#app/adapters/payments/manual.ts";
import { stripePayments } from "#app/adapters/payments/stripe.ts";
import { NOBODY } from "#app/domain/permissions.ts";
import { checkPayment } from "#app/usecases/buy/check-payment.ts";
import { payOrder } from "#app/usecases/buy/pay-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { receiveWebhook } from "#app/usecases/hooks/receive-webhook.ts";
import { listAttempts } from "#db/read/payments.ts";
import { refunds } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, refuseInTransaction, testContext } from "./context.ts";
import { aPayableOrder } from "./payable-orders.ts";
import { aPerson } from "./people.ts";
import { standInWorld } from "./stripe-stand-in.ts";
import {
  ACCOUNTS_SECRET,
  contractServerFile,
  contractWorld,
  type StripeEvent,
  type StripeWorld,
  signed,
  WEBHOOK_SECRET,
} from "./stripe-world.ts";

const file = contractServerFile();

/** Our own stand-in for Stripe, and the contract server where there is one: for describe.each. */
export const STRIPES: { name: string; open: () => Promise<StripeWorld> }[] = [
  { name: "our stand-in", open: standInWorld },
  ...(file ? [{ name: "the contract server", open: () => contractWorld(file) }] : []),
];

/** A use case's world with a Stripe in it. */
export function contextAt(world: Pick<StripeWorld, "url">, now = new Date()): Context {
  const guard = refuseInTransaction;
  const secrets = { webhookSecret: WEBHOOK_SECRET, accountsWebhookSecret: ACCOUNTS_SECRET };
  const keys = { secretKey: "sk_test_x", ...secrets, apiBase: world.url };
  const payments = { manual: manualPayments({ guard }), stripe: stripePayments({ ...keys, guard }) };
  return testContext({ now, payments });
}

/** What buyers, operators and Stripe do around card payments. */
export function cardMarket(world: StripeWorld) {
  const ctx = contextAt(world);
  const later = (hours: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) });
  const newEvents = async (run: () => Promise<unknown>): Promise<StripeEvent[]> => {
    const before = world.events().length;
    await run();
    return world.events().slice(before);
  };
  return {
    ...{ ctx, later, newEvents },
    /** An order whose buyer stands at Stripe's page. */
    async atStripe(wanted: Parameters<typeof aPayableOrder>[0] = {}) {
      const order = await aPayableOrder({ method: "card", now: ctx.now, ...wanted });
      const buyer = as(ctx, { ...NOBODY, orderPasses: [order.id] });
      const input = { number: order.number, shippingName: "Ongkos kirim" };
      const answer = await payOrder(buyer, { ...input, lineName: (line) => line.listingName });
      if (!answer.ok) throw new Error(answer.reason);
      const [attempt] = await listAttempts(order.id);
      return { order, buyer, ref: attempt?.providerRef ?? "", paymentId: attempt?.id ?? "", url: answer.url };
    },
    /** An order that was paid by card, as the return page saw it. */
    async paid(wanted: Parameters<typeof aPayableOrder>[0] = {}) {
      const begun = await this.atStripe(wanted);
      await world.complete(begun.ref);
      await checkPayment(begun.buyer, { number: begun.order.number });
      return begun;
    },
    /** Lets something happen at Stripe, and its events come in and be worked off. */
    async told<T>(run: () => Promise<T>): Promise<T> {
      let answer: T | undefined;
      const events = await newEvents(async () => {
        answer = await run();
      });
      for (const event of events) await this.receive(event);
      await processWebhookEvents(ctx);
      return answer as T;
    },
    receive: (event: StripeEvent) =>
      receiveWebhook(ctx, { ...signed(event), isOfAccounts: event.account !== undefined }),
    operator: async () => as(ctx, (await aPerson({ isOperator: true })).actor),
    refundsOf: (paymentId: string) =>
      inTransaction((tx) => tx.select().from(refunds).where(eq(refunds.paymentId, paymentId))),
  };
}
