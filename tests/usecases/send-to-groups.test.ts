import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NETWORK, type NewEntry } from "#app/domain/ledger.ts";
import { negate, rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { checkStripeAccount } from "#app/usecases/books/check-stripe-account.ts";
import { openStripeAccount } from "#app/usecases/books/open-stripe-account.ts";
import type { Context } from "#app/usecases/context.ts";
import { compareWithProvider } from "#app/usecases/hooks/compare-with-provider.ts";
import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { readMissedEvents } from "#app/usecases/hooks/read-missed-events.ts";
import { sendOutbox } from "#app/usecases/hooks/send-outbox.ts";
import { sendToGroups } from "#app/usecases/hooks/send-to-groups.ts";
import { bookSettlement } from "#app/usecases/operate/book-settlement.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { retryMishap } from "#app/usecases/operate/retry-mishap.ts";
import { settleMishap } from "#app/usecases/operate/settle-mishap.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { listMishaps } from "#db/read/mishaps.ts";
import { findReconciliation } from "#db/read/reconciliation.ts";
import { findStripeAccount, seeStripeAccount } from "#db/read/stripe-accounts.ts";
import {
  comparisons,
  differences,
  eventCursors,
  messages,
  networks,
  stripeAccounts,
  transfers,
  webhookEvents,
} from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { cardMarket, STRIPES } from "#tests/world/card-orders.ts";
import { as, testId } from "#tests/world/context.ts";
import { aNetwork, deliver } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";
import type { StripeEvent, StripeWorld } from "#tests/world/stripe-world.ts";

const HOURS = 73;

beforeAll(async () => {
  await aNetwork();
  await inTransaction((tx) => tx.update(networks).set({ sendsToGroups: true }));
});

describe.each(STRIPES)("money that goes to a group's own account, at $name", ({ open }) => {
  let world: StripeWorld;
  let market: ReturnType<typeof cardMarket>;
  let operator: Context;
  beforeAll(async () => {
    world = await open();
    market = cardMarket(world);
    operator = await market.operator();
    // Another Stripe's accounts and comparisons are not this one's.
    await inTransaction(async (tx) => {
      await tx.update(stripeAccounts).set({ closedAt: market.ctx.now });
      for (const table of [comparisons, differences, eventCursors]) await tx.delete(table);
    });
  });
  afterAll(() => world.close());

  /** A card order of one group with a ready account, delivered, and its window for complaints over `HOURS` later. */
  async function aDelivered({ ready = true } = {}) {
    const begun = await market.paid({ groupCount: 1 });
    const [part] = begun.order.parts;
    if (!part) throw new Error("no part");
    const groupId = part.group.id;
    await deliver(begun.order, market.ctx.now);
    const officer = as(market.ctx, part.group.officer);
    if (ready) {
      await openStripeAccount(officer, { groupId, slug: part.group.slug });
      const account = await findStripeAccount(groupId);
      await market.told(() => world.judgeAccount(account?.providerRef ?? "", { enabled: true }));
    }
    return { ...begun, groupId, officer, consignment: part.consignment, own: `own-account:group:${groupId}` };
  }
  const send = (hours = HOURS) => sendToGroups(market.later(hours));
  const rowOf = async (paymentId: string) =>
    (await db().select().from(transfers).where(eq(transfers.paymentId, paymentId)))[0];
  const refund = async (number: string, amount?: number) => {
    const wish = amount === undefined ? {} : { wish: { kind: "amount" as const, amount: rupiah(amount) } };
    const answer = await refundOrder(operator, { number, reason: "Rusak", formKey: testId(), ...wish });
    if (!answer.ok) throw new Error(answer.reason);
    await sendOutbox(market.ctx);
  };
  const debtOf = (groupId: string) => balanceOf(`debt-to-network:group:${groupId}`);

  it("opens one account however often it is pressed, from our own address alone, and says what Stripe asks", async () => {
    const { groupId, officer, order } = await aDelivered({ ready: false });
    const slug = order.parts[0]?.group.slug ?? "";
    const before = world.accountCount();
    const stranger = as(market.ctx, (await aPerson()).actor);
    await expect(openStripeAccount(stranger, { groupId, slug })).rejects.toThrow(NotAllowed);
    world.lose("POST /v1/accounts", "answer", 3);
    const answers = [];
    for (let press = 0; press < 4; press++) answers.push(await openStripeAccount(officer, { groupId, slug }));
    expect(answers.at(-1)).toMatchObject({ ok: true });
    expect(world.accountCount()).toBe(before + 1);
    const ref = (await findStripeAccount(groupId))?.providerRef ?? "";
    await market.told(() =>
      world.judgeAccount(ref, { enabled: false, asks: ["individual.dob.day", "external_account"] }),
    );
    expect(await seeStripeAccount(officer.actor, groupId)).toMatchObject({ stand: "asks", topics: ["birth", "bank"] });
    await world.judgeAccount(ref, { enabled: true });
    // No event has come: the way back from Stripe's page asks.
    expect(await checkStripeAccount(officer, { groupId })).toBe(true);
    expect(await seeStripeAccount(officer.actor, groupId)).toMatchObject({ stand: "ready", topics: [] });
    const told = await db()
      .select({ kind: messages.kind })
      .from(messages)
      .where(eq(messages.personId, officer.actor.personId ?? ""));
    expect(told.map(({ kind }) => kind).filter((kind) => kind.startsWith("stripe"))).toEqual([
      "stripe-account-asks",
      "stripe-account-ready",
    ]);
    await send();
  });

  it("sends what is theirs once the buyer's time to complain is over, once, though the answer is lost", async () => {
    const { paymentId, groupId, own } = await aDelivered();
    expect(await send(71)).toMatchObject({ decided: 0 });
    const stripe = await balanceOf("stripe:network:network");
    const before = world.transfers().length;
    world.lose("POST /v1/transfers", "answer", 2);
    await Promise.all([send(), send()]);
    await send(74);
    expect(world.transfers().length).toBe(before + 1);
    const row = await rowOf(paymentId);
    expect(row).toMatchObject({ state: "sent", setOff: 0 });
    expect(await balanceOf(own)).toBe(row?.amount);
    expect(await balanceOf("stripe:network:network")).toBe(stripe - (row?.amount ?? 0));
    expect(await balanceOf("payments-in-transit:network:network")).toBe(0);
    expect(row?.earned).toBe(row?.amount);
    expect(await debtOf(groupId)).toBe(0);
  });

  it("tries again under the same key what Stripe answered with a 500, and it is one transfer", async () => {
    const { paymentId, own } = await aDelivered();
    const before = world.transfers().length;
    // The library tries twice more by itself.
    world.lose("POST /v1/transfers", "error", 3);
    expect(await send()).toMatchObject({ decided: 1, sent: 0, later: 1, failed: 0 });
    expect(world.transfers().length).toBe(before);
    expect((await rowOf(paymentId))?.state).toBe("due");
    expect(await balanceOf("payments-in-transit:network:network")).toBeLessThan(0);
    expect(await send(74)).toMatchObject({ sent: 1 });
    expect(world.transfers().length).toBe(before + 1);
    const row = await rowOf(paymentId);
    expect(await balanceOf(own)).toBe(row?.amount);
    expect(await balanceOf("payments-in-transit:network:network")).toBe(0);
  });

  it("sets a debt off against what the group earns next, and sends only the rest", async () => {
    const { groupId, own, paymentId } = await aDelivered();
    const owes: NewEntry = {
      ...{
        book: groupId,
        kind: "debt-booked",
        key: `debt-of-a-test:${testId()}`,
        causeKind: "refund",
        causeId: testId(),
      },
      postings: [
        { account: { kind: "group-debts", owner: NETWORK }, amount: rupiah(1000) },
        { account: { kind: "debt-to-network", owner: { kind: "group", id: groupId } }, amount: negate(rupiah(1000)) },
      ],
    };
    await inTransaction((tx) => post(tx, owes, { actorId: null, now: market.ctx.now, newId: market.ctx.newId }));
    await send();
    const row = await rowOf(paymentId);
    expect(row).toMatchObject({ state: "sent", setOff: 1000 });
    expect(row?.amount).toBe((row?.earned ?? 0) - 1000);
    expect(await debtOf(groupId)).toBe(0);
    expect(await balanceOf(own)).toBe(row?.amount);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("looks before it sends again what it first sent a day ago, and is told by the event alone", async () => {
    const first = await aDelivered();
    const before = world.transfers().length;
    world.lose("POST /v1/transfers", "answer", 3);
    expect(await send()).toMatchObject({ later: 1 });
    // The provider has forgotten the key by now: sending the same again would be a second transfer.
    const stripe = market.ctx.payments.stripe;
    if (!stripe?.accounts) throw new Error("no accounts");
    const accounts = { ...stripe.accounts, send: () => Promise.reject(new Error("sent without a look")) };
    const nextDay = market.later(HOURS + 24);
    await sendToGroups({ ...nextDay, payments: { ...nextDay.payments, stripe: { ...stripe, accounts } } });
    expect(world.transfers().length).toBe(before + 1);
    expect((await rowOf(first.paymentId))?.state).toBe("sent");
    const second = await aDelivered();
    world.lose("POST /v1/transfers", "answer", 3);
    const events = await market.newEvents(() => send());
    expect((await rowOf(second.paymentId))?.state).toBe("due");
    for (const event of events) await market.receive(event);
    await processWebhookEvents(market.ctx);
    expect((await rowOf(second.paymentId))?.state).toBe("sent");
    await send(HOURS + 1);
    expect(world.transfers().length).toBe(before + 2);
  });

  it("pulls back in proportion what a refund gives back, and all of it for the whole", async () => {
    const { order, paymentId, own } = await aDelivered();
    await send();
    const sent = (await rowOf(paymentId))?.amount ?? 0;
    await refund(order.number, 31_000);
    world.lose("POST /v1/transfers/", "answer", 2);
    await send(74);
    const part = await balanceOf(own);
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(sent);
    await refund(order.number);
    await send(75);
    expect(await balanceOf(own)).toBe(0);
    const kept = world.transfers().find(({ id }) => id === world.transfers().at(-1)?.id);
    expect(kept?.back).toBe(kept?.amount);
    expect((await trialBalance()).total).toBe(0);
  });

  it("carries what the account lacks as the group's debt, and sets it off against what it earns next", async () => {
    const { order, paymentId, groupId, own } = await aDelivered();
    await send();
    const row = await rowOf(paymentId);
    const ref = (await findStripeAccount(groupId))?.providerRef ?? "";
    await world.groupToBank(ref, (row?.amount ?? 0) * 100);
    await refund(order.number);
    await send(74);
    expect(await debtOf(groupId)).toBe(-(row?.amount ?? 0));
    expect(await balanceOf(own)).toBe(row?.amount);
    expect(await balanceOf("group-debts:network:network")).toBeGreaterThanOrEqual(row?.amount ?? 0);
    // The operator hears of it; asked once more, the same money would come twice.
    const [owed] = (await listMishaps(operator.actor)).filter((each) => each.isOwed);
    expect(owed).toMatchObject({ what: "stripe-reversal", transfer: { amount: row?.amount, order: order.number } });
    const named = { kind: "request" as const, name: owed?.name ?? "" };
    expect(await retryMishap(operator, named)).toMatchObject({ reason: "mishap-gone" });
    expect(await settleMishap(operator, named)).toEqual({ ok: true });
    expect(await debtOf(groupId)).toBe(-(row?.amount ?? 0));
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("sends nothing while a dispute is open, and pulls back what a lost one took", async () => {
    const open = await aDelivered();
    const name = await market.told(() => world.dispute(open.ref));
    expect(await send()).toMatchObject({ decided: 0 });
    await market.told(() => world.closeDispute(name, true));
    await send();
    expect((await rowOf(open.paymentId))?.state).toBe("sent");
    const lost = await aDelivered();
    await send();
    const second = await market.told(() => world.dispute(lost.ref));
    await market.told(() => world.closeDispute(second, false));
    await send(74);
    expect(await balanceOf(lost.own)).toBe(0);
  });

  it("refuses a payment that was settled in another currency, and lets a person try again or keep the money", async () => {
    const { ref, paymentId, own } = await aDelivered();
    await world.settleIn(ref, "sgd");
    expect(await send()).toMatchObject({ failed: 1 });
    const [mishap] = (await listMishaps(operator.actor)).filter((each) => each.transfer);
    expect(mishap).toMatchObject({ kind: "request", what: "stripe-transfer" });
    expect(mishap?.error).toContain("currency:");
    const named = { kind: "request" as const, name: mishap?.name ?? "" };
    expect(await retryMishap(operator, named)).toEqual({ ok: true });
    expect(await send()).toMatchObject({ failed: 1 });
    expect(await settleMishap(operator, named)).toEqual({ ok: true });
    expect((await rowOf(paymentId))?.state).toBe("ended");
    expect(await balanceOf(own)).toBe(0);
    expect(await balanceOf("payments-in-transit:network:network")).toBe(0);
    await world.settleIn(ref, "idr");
  });

  it("ends a storm of repeated, shuffled, late events of transfers and accounts as a calm day would", async () => {
    const calm = await aDelivered();
    await market.told(() => send());
    const calmOwn = await balanceOf(calm.own);
    await market.told(() => refund(calm.order.number, 20_000));
    await market.told(() => send(74));
    const storm = await aDelivered();
    const accountRef = (await findStripeAccount(storm.groupId))?.providerRef ?? "";
    const events = await market.newEvents(async () => {
      world.lose("POST /v1/transfers", "answer", 3);
      await send();
      await world.judgeAccount(accountRef, { enabled: true });
    });
    const shuffled = [...events, ...events, ...events].toSorted((a, b) => (a.id.slice(-3) > b.id.slice(-3) ? 1 : -1));
    const late = shuffled.filter((_, at) => at % 10 === 0);
    const run = async (each: StripeEvent) => {
      await market.receive(each);
      await processWebhookEvents(market.ctx);
    };
    await Promise.all(shuffled.filter((each) => !late.includes(each)).map(run));
    await send(HOURS + 1);
    for (const each of late) await run(each);
    expect(await balanceOf(storm.own)).toBe(calmOwn);
    const more = await market.newEvents(async () => {
      await refund(storm.order.number, 20_000);
      world.lose("POST /v1/transfers/", "answer", 3);
      await send(HOURS + 2);
    });
    for (const each of [...more, ...more].toReversed()) await run(each);
    await send(HOURS + 4);
    expect(await balanceOf(storm.own)).toBe(await balanceOf(calm.own));
    expect((await trialBalance()).total).toBe(0);
  });

  it("finds an event that no endpoint took in Stripe's own list, once, with its own copy coming too", async () => {
    const { ref, order } = await market.atStripe();
    const events = await market.newEvents(() => world.complete(ref));
    const completed = events.find((event) => event.type === "checkout.session.completed");
    expect((await readMissedEvents(market.ctx)).found).toBeGreaterThan(0);
    expect((await readMissedEvents(market.later(0.1))).found).toBe(0);
    // Fifty at a time.
    while ((await processWebhookEvents(market.ctx)).applied > 0);
    const rows = await db()
      .select()
      .from(webhookEvents)
      .where(eq(webhookEvents.eventId, completed?.id ?? ""));
    expect(rows).toMatchObject([{ outcome: "applied" }]);
    if (completed) expect(await market.receive(completed)).toBe("known");
    expect((await readMissedEvents(market.later(1))).found).toBe(0);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
  });

  it("posts back what our bank refused, and tells a group whose bank did, posting nothing", async () => {
    const movement = await world.sendToBank(1_000_000);
    await compareWithProvider(market.later(25));
    const found = (await findReconciliation(operator.actor)).open.find(({ ref }) => ref === movement);
    await bookSettlement(operator, { differenceId: found?.id ?? "", note: "" });
    const bank = await balanceOf("bank:network:network");
    const events = await market.newEvents(() => world.bankRefuses(movement));
    for (const event of [...events, ...events]) await market.receive(event);
    await processWebhookEvents(market.ctx);
    expect(await balanceOf("bank:network:network")).toBe(bank - 10_000);
    const open = (await findReconciliation(operator.actor)).open;
    expect(open.filter(({ kind }) => kind === "bank-returned")).toMatchObject([{ theirs: 10_000 }]);

    const { groupId, officer, own, paymentId } = await aDelivered();
    await send();
    const ref = (await findStripeAccount(groupId))?.providerRef ?? "";
    const payout = await world.groupToBank(ref, 100_000);
    await market.told(() => world.bankRefuses(payout));
    const mine = and(eq(messages.personId, officer.actor.personId ?? ""), eq(messages.kind, "stripe-payout-failed"));
    expect(await db().select().from(messages).where(mine)).toHaveLength(1);
    expect(await balanceOf(own)).toBe((await rowOf(paymentId))?.amount);
  });

  it("finds nothing to explain about transfers and accounts, and lists what was done at Stripe's desk otherwise", async () => {
    const { paymentId, own } = await aDelivered();
    await send();
    const row = await rowOf(paymentId);
    await world.reverseAtDesk(row?.providerRef ?? "", 500_000);
    await compareWithProvider(market.later(26 + HOURS));
    expect(await balanceOf(own)).toBe((row?.amount ?? 0) - 5_000);
    const kinds = (await findReconciliation(operator.actor)).open.map(({ kind }) => kind);
    expect(kinds.filter((kind) => /transfer|account/.test(kind))).toEqual([]);
    await inTransaction((tx) =>
      tx.update(transfers).set({ providerRef: null }).where(eq(transfers.paymentId, paymentId)),
    );
    await inTransaction((tx) => tx.update(transfers).set({ state: "ended" }).where(eq(transfers.paymentId, paymentId)));
    await compareWithProvider(market.later(60 + HOURS));
    const after = (await findReconciliation(operator.actor)).open.map(({ kind }) => kind);
    expect(after).toContain("unknown-transfer");
    expect(after).toContain("group-account");
  });
});
