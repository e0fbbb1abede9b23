import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { receiveWebhook } from "#app/usecases/hooks/receive-webhook.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { orders, webhookEvents } from "#db/schema.ts";
import { cardMarket, STRIPES } from "#tests/world/card-orders.ts";
import { aNetwork } from "#tests/world/payable-orders.ts";
import { type StripeEvent, type StripeWorld, signed } from "#tests/world/stripe-world.ts";

const ACCOUNTS = ["stripe", "provider-fees", "shipping-held", "disputed-funds", "losses", "network-fee"];

/** The same numbers each time: a storm that failed once can be had again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function shuffled<T>(all: readonly T[], roll: () => number): T[] {
  return all
    .map((each) => ({ each, at: roll() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

describe.each(STRIPES)("the webhook storm, at $name", ({ open }) => {
  let world: StripeWorld;
  let market: ReturnType<typeof cardMarket>;
  beforeAll(async () => {
    await aNetwork();
    world = await open();
    market = cardMarket(world);
  });
  afterAll(() => world.close());

  /** What happens to five buyers at Stripe; nothing of it is told yet. */
  async function aDay() {
    const begun: Awaited<ReturnType<typeof market.atStripe>>[] = [];
    for (let at = 0; at < 5; at++) begun.push(await market.atStripe({ groupCount: 1 }));
    const [paid, slow, failed, left, back] = begun.map(({ ref }) => ref);
    const events = await market.newEvents(async () => {
      await world.complete(paid ?? "");
      await world.complete(slow ?? "", { asynchronous: true });
      await world.complete(failed ?? "", { asynchronous: true });
      await world.settle(slow ?? "", true);
      await world.settle(failed ?? "", false);
      await world.expire(left ?? "");
      await world.complete(back ?? "");
      await world.refundAtDesk(back ?? "", 1_000_000);
    });
    return { events, orderIds: begun.map(({ order }) => order.id) };
  }

  const heard = (event: StripeEvent) => receiveWebhook(market.ctx, signed(event));
  const balances = () => Promise.all(ACCOUNTS.map((kind) => balanceOf(`${kind}:network:network`)));

  async function standsAfter(tell: (events: StripeEvent[]) => Promise<void>) {
    const before = await balances();
    const { events, orderIds } = await aDay();
    await tell(events);
    const after = await balances();
    const states: string[] = [];
    for (const id of orderIds) {
      const [row] = await db().select().from(orders).where(eq(orders.id, id));
      states.push(`${row?.state} ${await balanceOf(`refunds-payable:order:${id}`)}`);
    }
    return { moved: ACCOUNTS.map((kind, at) => `${kind} ${(after[at] ?? 0) - (before[at] ?? 0)}`), states };
  }

  it("each event three times, shuffled, one in ten an hour late, ends in the same ledger as the calm run", async () => {
    const calm = await standsAfter(async (events) => {
      for (const event of events) {
        await heard(event);
        await processWebhookEvents(market.ctx);
      }
    });
    const roll = dice(20261128);
    const storm = await standsAfter(async (events) => {
      const copies = shuffled([...events, ...events, ...events], roll).map((event) => ({
        event,
        isLate: roll() < 0.1,
      }));
      for (const { event, isLate } of copies) {
        if (isLate) continue;
        await heard(event);
        if (roll() < 0.5) await processWebhookEvents(market.ctx);
      }
      for (const { event, isLate } of copies) if (isLate) await heard(event);
      await processWebhookEvents(market.later(1));
    });
    expect(storm).toEqual(calm);
    expect(calm.states.filter((state) => state.startsWith("paid"))).toHaveLength(3);
    const open = (await db().select().from(webhookEvents)).filter((row) => row.processedAt === null);
    expect(open).toEqual([]);
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });
});
