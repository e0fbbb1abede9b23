import { beforeEach, describe, expect, it } from "vitest";
import { COUNTER_WINDOW_MS } from "#app/domain/counter.ts";
import { rupiah } from "#app/domain/money.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { expireOrders } from "#app/usecases/buy/expire-orders.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { cancelAtCounter } from "#app/usecases/sell/cancel-at-counter.ts";
import { payAtCounter } from "#app/usecases/sell/pay-at-counter.ts";
import { sellAtCounter } from "#app/usecases/sell/sell-at-counter.ts";
import { findCounterSale, listCounterSales } from "#db/read/counter.ts";
import { balanceOf, trialBalance } from "#db/read/ledger.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aCounter, aSale, boxAndHeld, sold, stateOf } from "#tests/world/counter.ts";
import { sharesOf, stockOf } from "#tests/world/lots.ts";
import { aNetwork, aStall } from "#tests/world/orders.ts";

const ctx = testContext();

beforeEach(async () => {
  await aNetwork();
});

function officerWithout(actor: Actor, office: "treasurer"): Actor {
  const memberships = actor.memberships.map((each) => ({
    ...each,
    offices: each.offices.filter((held) => held !== office),
  }));
  return { ...actor, memberships };
}

describe("a QRIS sale at the counter", () => {
  it("keeps the goods, asks for the exact sum, and is delivered when the treasurer sees the money", async () => {
    const { group, variant, officer, sale } = await aCounter();
    const open = await sold(officer, { ...sale, method: "qris" });
    expect(await stateOf(open.number)).toBe("awaiting-payment waiting");
    expect(open.tries).toMatchObject([{ method: "qris", state: "open", amount: 124_000, uniqueAddition: 0 }]);
    expect((await stockOf(variant.id)).stockMilli).toBe(8000);
    const bank = await balanceOf("bank:network:network");
    const wish = { groupId: group.id, number: open.number, by: "qris", cashGiven: null } as const;
    const press = () => payAtCounter(officer, wish);
    const paid = { ok: true, outcome: "paid" };
    expect(await Promise.all([press(), press()])).toEqual([paid, paid]);
    expect(await stateOf(open.number)).toBe("completed delivered");
    expect(await balanceOf("bank:network:network")).toBe(bank + 124_000);
    expect(await boxAndHeld(group)).toEqual([0, 0]);
    expect(await sharesOf(open.orderId, group)).toMatchObject({ "provider-fee": 868, Aminah: 108_252 });
  });

  it("is a claim when another officer saw it on the buyer's phone, until the treasurer confirms it", async () => {
    const { group, officer, sale } = await aCounter();
    const chair = as(ctx, officerWithout(group.officer, "treasurer"));
    const open = await sold(chair, { ...sale, method: "qris" });
    const wish = { groupId: group.id, number: open.number, by: "qris", cashGiven: null } as const;
    expect(await payAtCounter(chair, wish)).toEqual({ ok: true, outcome: "claimed" });
    expect(await stateOf(open.number)).toBe("awaiting-payment waiting");
    expect(await cancelAtCounter(chair, { groupId: group.id, number: open.number })).toMatchObject({
      reason: "counter-sale-over",
    });
    const paymentId = open.tries[0]?.id ?? "";
    expect(await confirmPayment(officer, { paymentId, bankReference: null })).toEqual({ ok: true, outcome: "paid" });
    expect(await stateOf(open.number)).toBe("completed delivered");
  });

  it("can be paid in cash after all: into the box, without the provider's fee", async () => {
    const { group, officer, sale } = await aCounter();
    const open = await sold(officer, { ...sale, method: "qris" });
    const wish = { groupId: group.id, number: open.number, by: "cash" } as const;
    const less = { ...wish, cashGiven: rupiah(100_000) };
    expect(await payAtCounter(officer, less)).toMatchObject({ reason: "cash-too-little" });
    const enough = { ...wish, cashGiven: rupiah(130_000) };
    expect(await payAtCounter(officer, enough)).toEqual({ ok: true, outcome: "paid" });
    expect(await payAtCounter(officer, enough)).toEqual({ ok: true, outcome: "paid" });
    expect(await boxAndHeld(group)).toEqual([124_000, 0]);
    const view = await findCounterSale(officer.actor, { groupId: group.id, number: open.number });
    expect(view?.tries.map(({ method, state, cashGiven }) => [method, state, cashGiven])).toEqual([
      ["cash", "paid", 130_000],
      ["qris", "cancelled", null],
    ]);
    expect(await sharesOf(open.orderId, group)).toEqual({ "network-fee": 2480, "group-fund": 12_400, Aminah: 109_120 });
    expect((await trialBalance()).total).toBe(0);
  });

  it("comes to nothing when it is cancelled or nobody pays in time, and the goods lie there again", async () => {
    const { group, variant, officer, sale } = await aCounter();
    const open = await sold(officer, { ...sale, method: "qris" });
    const one = { groupId: group.id, number: open.number };
    expect(await cancelAtCounter(officer, one)).toEqual({ ok: true });
    expect(await cancelAtCounter(officer, one)).toEqual({ ok: true });
    expect(await stateOf(open.number)).toBe("cancelled cancelled");
    expect(await payAtCounter(officer, { ...one, by: "cash", cashGiven: null })).toMatchObject({
      reason: "counter-sale-over",
    });
    const lines = [{ variantId: variant.id, quantityMilli: 1000 }];
    const late = await sold(officer, await aSale(group.id, lines, { method: "qris" }));
    const after = new Date(ctx.now.getTime() + COUNTER_WINDOW_MS + 1000);
    await expireOrders({ ...ctx, now: after });
    expect(await stateOf(late.number)).toMatch(/^expired/);
    expect((await stockOf(variant.id)).stockMilli).toBe(10_000);
    const listed = await listCounterSales(officer.actor, { groupId: group.id, limit: 10 });
    expect(listed.map((each) => each.state).toSorted()).toEqual(["cancelled", "expired"]);
  });

  it("is one group's business: another group's officer finds no such sale", async () => {
    const { officer, sale } = await aCounter();
    const open = await sold(officer, { ...sale, method: "qris" });
    const other = await aStall();
    const wish = { groupId: other.group.id, number: open.number };
    const stranger = as(ctx, other.group.officer);
    expect(await payAtCounter(stranger, { ...wish, by: "qris", cashGiven: null })).toMatchObject({
      reason: "counter-sale-gone",
    });
    expect(await cancelAtCounter(stranger, wish)).toMatchObject({ reason: "counter-sale-gone" });
    expect(await stateOf(open.number)).toBe("awaiting-payment waiting");
  });

  it("is not offered where the network takes no QRIS", async () => {
    await aNetwork({ takesQris: false });
    const { officer, sale } = await aCounter();
    expect(await sellAtCounter(officer, { ...sale, method: "qris" })).toMatchObject({
      fields: { method: "choose-method" },
    });
  });
});
