import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { cashDrawnEntry } from "#app/domain/postings.ts";
import { setFeeBearer } from "#app/usecases/books/set-fee-bearer.ts";
import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { sendOutbox } from "#app/usecases/hooks/send-outbox.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { db } from "#db/client.server.ts";
import { listDisputes } from "#db/read/disputes.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { listOpenTasks } from "#db/read/open-tasks.ts";
import { findOrder } from "#db/read/orders.ts";
import { disputes, orders, outbox } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { cardMarket, STRIPES } from "#tests/world/card-orders.ts";
import { as, testId } from "#tests/world/context.ts";
import { aNetwork, deliver } from "#tests/world/payable-orders.ts";
import { paidInCash } from "#tests/world/payouts.ts";
import type { StripeWorld } from "#tests/world/stripe-world.ts";

beforeAll(() => aNetwork());

const STRIPE = "stripe:network:network";
const DISPUTED = "disputed-funds:network:network";
const LOSSES = "losses:network:network";

async function changeOf(account: string, run: () => Promise<unknown>): Promise<number> {
  const before = await balanceOf(account);
  await run();
  return (await balanceOf(account)) - before;
}

describe.each(STRIPES)("money that a buyer's bank or Stripe's desk takes back, at $name", ({ open }) => {
  let world: StripeWorld;
  let market: ReturnType<typeof cardMarket>;
  beforeAll(async () => {
    world = await open();
    market = cardMarket(world);
  });
  afterAll(() => world.close());

  const stateOf = async (orderId: string) =>
    (await db().select({ state: orders.state }).from(orders).where(eq(orders.id, orderId)))[0]?.state;
  const fees = { fee: 1_500_000 };

  async function payable(order: Awaited<ReturnType<typeof market.paid>>["order"], at: number) {
    const part = order.parts[at];
    const memberId = part?.shares.find((share) => share.memberId !== null)?.memberId ?? "";
    return { groupId: part?.group.id ?? "", memberId, account: `member-payable:member:${memberId}` };
  }

  it("holds a disputed payment apart, shows it, and pays out and refunds nothing of it meanwhile", async () => {
    const { order, ref, buyer } = await market.paid();
    await deliver(order);
    const operator = await market.operator();
    const { groupId, memberId, account } = await payable(order, 0);
    const disputed = await changeOf(DISPUTED, () =>
      market.told(async () => {
        await world.dispute(ref, fees);
      }),
    );
    expect(disputed).toBe(order.total);
    expect((await findOrder(buyer.actor, order.number))?.disputes).toEqual([{ state: "open", amount: order.total }]);
    const seen = (await listDisputes(operator.actor)).find((each) => each.orderNumber === order.number);
    expect(seen).toMatchObject({ state: "open", amount: order.total });
    const tasks = await listOpenTasks(operator.actor, market.ctx.now);
    expect(tasks.find((task) => task.kind === "disputes")?.count).toBeGreaterThan(0);
    const input = { number: order.number, reason: "Rusak", formKey: testId() };
    expect(await refundOrder(operator, input)).toMatchObject({ reason: "order-disputed" });
    const officer = order.parts[0]?.group.officer;
    if (!officer) throw new Error("no officer");
    const owed = rupiah(-(await balanceOf(account)));
    const drawn = cashDrawnEntry({ drawId: testId(), groupId, amount: owed });
    await inTransaction((tx) => post(tx, drawn, { actorId: null, now: market.ctx.now, newId: testId }));
    const pay = () => paidInCash(as(market.ctx, officer), { groupId, memberId, amount: owed });
    expect(await pay()).toMatchObject({ reason: "held-by-complaint" });
  });

  it("has it all back when the bank decides for us, however often that is said", async () => {
    const { order, ref } = await market.paid();
    await deliver(order);
    const { account } = await payable(order, 0);
    const owed = await balanceOf(account);
    const before = [
      await balanceOf(STRIPE),
      await balanceOf(DISPUTED),
      await balanceOf("provider-fees:network:network"),
    ];
    let name = "";
    await market.told(async () => {
      name = await world.dispute(ref, fees);
    });
    const events = await market.newEvents(() => world.closeDispute(name, true));
    for (const event of [...events, ...events]) await market.receive(event);
    await processWebhookEvents(market.ctx);
    for (const event of events) await market.receive({ ...event, id: `${event.id}again` });
    await processWebhookEvents(market.ctx);
    const after = [
      await balanceOf(STRIPE),
      await balanceOf(DISPUTED),
      await balanceOf("provider-fees:network:network"),
    ];
    expect(after.map((balance, at) => balance - (before[at] ?? 0))).toEqual([-15_000, 0, 15_000]);
    expect(await balanceOf(account)).toBe(owed);
    expect(await stateOf(order.id)).toBe("paid");
    const [row] = await db().select().from(disputes).where(eq(disputes.providerRef, name));
    expect(row).toMatchObject({ state: "won", closedAt: market.ctx.now });
  });

  it("takes a lost one back from each party as a refund of the whole, and no fee twice", async () => {
    const { order, ref, paymentId } = await market.paid();
    await deliver(order);
    const { account, groupId } = await payable(order, 0);
    const chair = order.parts[0]?.group.officer;
    if (!chair) throw new Error("no officer");
    await setFeeBearer(as(market.ctx, chair), { groupId, bearer: "members" });
    let name = "";
    await market.told(async () => {
      name = await world.dispute(ref, fees);
    });
    const lost = await changeOf(DISPUTED, () => market.told(() => world.closeDispute(name, false)));
    expect(lost).toBe(-order.total);
    expect(await balanceOf(account)).toBe(0);
    expect(await balanceOf(`group-fund:group:${groupId}`)).toBe(0);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
    expect(await stateOf(order.id)).toBe("refunded");
    expect(await market.refundsOf(paymentId)).toMatchObject([
      { cause: "dispute", amount: order.total, state: "succeeded", requestedBy: null, providerRef: name },
    ]);
    // Nothing goes out for it: the bank has taken the money itself.
    const owed = await inTransaction((tx) => tx.select().from(outbox).where(eq(outbox.kind, "stripe-refund")));
    expect(owed.filter((row) => row.args.includes(ref))).toEqual([]);
    expect((await trialBalance()).total).toBe(0);
  });

  it("bears what nobody holds any more, when a payment that went back already is disputed and lost", async () => {
    const { order, ref } = await market.paid();
    const operator = await market.operator();
    const cashless = { number: order.number, reason: "Batal", formKey: testId(), way: "transfer" as const };
    const answer = await refundOrder(operator, cashless);
    if (!answer.ok) throw new Error(answer.reason);
    await payRefund(operator, { refundId: answer.refundId, reference: "TRF-1" });
    const losses = await changeOf(LOSSES, async () => {
      const name = await market.told(() => world.dispute(ref));
      await market.told(() => world.closeDispute(name, false));
      await market.told(async () => undefined);
    });
    expect(losses).toBe(order.total);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
  });

  it("posts a refund of an amount that was made at Stripe's own desk, over what each party holds, once", async () => {
    const { order, ref, paymentId } = await market.paid();
    await deliver(order);
    const { account } = await payable(order, 0);
    const held = await balanceOf(account);
    const stripe = await changeOf(STRIPE, async () => {
      const events = await market.newEvents(() => world.refundAtDesk(ref, 3_000_000));
      for (const event of [...events, ...events.map((each) => ({ ...each, id: `${each.id}b` }))])
        await market.receive(event);
      await processWebhookEvents(market.ctx);
      await processWebhookEvents(market.later(1));
    });
    expect(stripe).toBe(-30_000);
    expect(await balanceOf(account)).toBeGreaterThan(held);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
    expect(await market.refundsOf(paymentId)).toMatchObject([
      { cause: "at-provider", amount: 30_000, state: "succeeded" },
    ]);
    // All that is left goes back by ours: together it is what was paid.
    const operator = await market.operator();
    await refundOrder(operator, { number: order.number, reason: "Sisanya", formKey: testId() });
    await sendOutbox(market.ctx);
    expect(await balanceOf(account)).toBe(0);
    expect(await stateOf(order.id)).toBe("refunded");
    const rows = await market.refundsOf(paymentId);
    expect(rows.reduce((all, row) => all + row.amount, 0)).toBe(order.total);
  });

  it("takes the goods of an order back that was refunded whole at the desk before it left", async () => {
    const { order, ref } = await market.paid();
    await market.told(() => world.refundAtDesk(ref));
    expect(await stateOf(order.id)).toBe("refunded");
    for (const { group } of order.parts) expect(await balanceOf(`deposits-held:group:${group.id}`)).toBe(0);
    const view = await market.operator();
    expect(await refundOrder(view, { number: order.number, reason: "Lagi", formKey: testId() })).toMatchObject({
      ok: false,
    });
  });

  it("owes one again that was made at the desk and came back, as a task for a person", async () => {
    const { order, ref, paymentId } = await market.paid();
    const name = await market.told(() => world.refundAtDesk(ref, 2_000_000));
    await market.told(() => world.failRefund(name));
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-20_000);
    const [row] = await market.refundsOf(paymentId);
    expect(row).toMatchObject({ state: "failed" });
    const operator = await market.operator();
    const tasks = await listOpenTasks(operator.actor, market.ctx.now);
    expect(tasks.find((task) => task.kind === "refunds")?.count).toBeGreaterThan(0);
    expect(await payRefund(operator, { refundId: row?.id ?? "", reference: "TRF-9" })).toEqual({ ok: true });
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });
});
