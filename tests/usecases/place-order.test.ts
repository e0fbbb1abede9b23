import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { countBasketLines } from "#db/read/baskets.ts";
import { consignments, listings, orderLineShares, orderLines, orders, payments, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { returnStock, takeStock } from "#db/write/stock.ts";
import { testContext } from "#tests/world/context.ts";
import { aBasket, aNetwork, aPlacedOrder, aReadyWish, aStall, aWish, ordersOf } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { anOpenRun, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();

async function stockOf(variantId: string): Promise<number | undefined> {
  const [row] = await inTransaction((tx) => tx.select().from(variants).where(eq(variants.id, variantId)));
  return row?.stockMilli;
}

describe("place-order", () => {
  it("writes order, consignments, lines, shares and payment that add up, takes the stock and empties the basket", async () => {
    await aNetwork();
    const [one, two] = [await aStall({ unit: "kg" }), await aStall({ variants: [{ price: rupiah(33_333) }] })];
    const owner = await aBasket(ctx, [
      { variantId: one.variant.id, quantity: "1,5" },
      { variantId: two.variant.id, quantity: "3" },
    ]);
    const answer = await placeOrder(ctx, await aWish(ctx, owner, { method: "qris" }));
    if (!answer.ok) return expect.fail(answer.reason);
    const found = await inTransaction(async (tx) => ({
      order: (await tx.select().from(orders).where(eq(orders.id, answer.orderId)))[0],
      parts: await tx.select().from(consignments).where(eq(consignments.orderId, answer.orderId)),
      payment: (await tx.select().from(payments).where(eq(payments.orderId, answer.orderId)))[0],
      lines: await tx
        .select({ value: orderLines.goodsValue, shared: sql<number>`sum(${orderLineShares.amount})`.mapWith(Number) })
        .from(orderLines)
        .innerJoin(orderLineShares, eq(orderLineShares.orderLineId, orderLines.id))
        .where(eq(orderLines.orderId, answer.orderId))
        .groupBy(orderLines.id, orderLines.goodsValue),
      fees: await tx
        .select({ party: orderLineShares.party, amount: orderLineShares.amount })
        .from(orderLineShares)
        .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
        .where(eq(orderLines.variantId, one.variant.id)),
    }));
    expect(answer.number).toMatch(/^LB-261124-[A-Z0-9]{4}$/);
    expect(found.order).toMatchObject({
      goodsTotal: 192_999,
      total: 192_999,
      state: "awaiting-payment",
      villageCode: null,
    });
    expect(found.order?.payBy).toEqual(hoursLater(24));
    expect(found.parts.map((part) => part.goodsValue).toSorted()).toEqual([93_000, 99_999]);
    expect(found.lines).toHaveLength(2);
    for (const line of found.lines) expect(line.shared).toBe(line.value);
    // 93.000: 2 % network, 0,7 % QRIS, 10 % fund, the rest to the maker.
    expect(found.fees.toSorted((a, b) => a.amount - b.amount)).toEqual([
      { party: "provider-fee", amount: 651 },
      { party: "network-fee", amount: 1860 },
      { party: "group-fund", amount: 9300 },
      { party: "member", amount: 81_189 },
    ]);
    expect(found.payment).toMatchObject({
      attempt: 1,
      provider: "manual",
      method: "qris",
      state: "open",
      amount: 192_999,
    });
    expect(found.payment?.uniqueAddition).toBeGreaterThan(0);
    expect(await stockOf(one.variant.id)).toBe(8500);
    expect(await stockOf(two.variant.id)).toBe(7000);
    expect(await countBasketLines(owner)).toBe(0);
  });

  it("makes one order of a form that is sent ten times at once, and refuses the key for other content", async () => {
    const { wish, stall } = await aReadyWish(ctx);
    const answers = await Promise.all(Array.from({ length: 10 }, () => placeOrder(ctx, wish)));
    expect(new Set(answers.map((answer) => answer.ok && answer.orderId)).size).toBe(1);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await stockOf(stall.variant.id)).toBe(8000);
    expect(await placeOrder(ctx, { ...wish, buyerName: "Orang Lain" })).toMatchObject({
      ok: false,
      reason: "form-used",
    });
    expect(await ordersOf(wish)).toBe(1);
  });

  it("refuses when a price changed since it was seen, whichever way", async () => {
    for (const price of [62_001, 61_999]) {
      const { wish, stall } = await aReadyWish(ctx);
      await inTransaction((tx) =>
        tx
          .update(variants)
          .set({ price: rupiah(price) })
          .where(eq(variants.id, stall.variant.id)),
      );
      expect(await placeOrder(ctx, wish)).toMatchObject({ ok: false, reason: "basket-changed" });
      expect(await stockOf(stall.variant.id)).toBe(10_000);
    }
  });

  it("refuses when the stock was edited below the basket, or the listing hidden, between basket and placing", async () => {
    const { wish, stall } = await aReadyWish(ctx);
    await inTransaction((tx) => tx.update(variants).set({ stockMilli: 1999 }).where(eq(variants.id, stall.variant.id)));
    expect(await placeOrder(ctx, wish)).toMatchObject({ ok: false, reason: "goods-missing" });
    await inTransaction((tx) => tx.update(variants).set({ stockMilli: 2000 }).where(eq(variants.id, stall.variant.id)));
    await inTransaction((tx) => tx.update(listings).set({ state: "hidden" }).where(eq(listings.id, stall.listing.id)));
    expect(await placeOrder(ctx, wish)).toMatchObject({ ok: false, reason: "goods-missing" });
    expect(await ordersOf(wish)).toBe(0);
    await inTransaction((tx) =>
      tx.update(listings).set({ state: "published" }).where(eq(listings.id, stall.listing.id)),
    );
    expect(await placeOrder(ctx, wish)).toMatchObject({ ok: true });
    expect(await stockOf(stall.variant.id)).toBe(0);
  });

  it("sells the last piece to one of twenty", async () => {
    await aNetwork();
    const stall = await aStall({ variants: [{ stockMilli: 1000 }] });
    const wishes = await Promise.all(
      Array.from({ length: 20 }, async () => aWish(ctx, await aBasket(ctx, [{ variantId: stall.variant.id }]))),
    );
    const answers = await Promise.all(wishes.map((wish) => placeOrder(ctx, wish)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "goods-missing")).toHaveLength(19);
    expect(await stockOf(stall.variant.id)).toBe(0);
  });

  it("asks no two open transfers for the same sum", async () => {
    const placed: { orderId: string }[] = [];
    for (let n = 0; n < 12; n++) placed.push(await aPlacedOrder({ price: 40_000 + (n % 2) }));
    const rows = await inTransaction((tx) => tx.select().from(payments));
    const asked = rows
      .filter((row) => placed.some((order) => order.orderId === row.orderId))
      .map((row) => row.amount + row.uniqueAddition);
    expect(new Set(asked).size).toBe(12);
  });

  it("lets groups pack at once when the buyer pays in cash, and asks for no addition", async () => {
    const { orderId } = await aPlacedOrder({ method: "cash-on-delivery" });
    const [order, part, payment] = await inTransaction(async (tx) => [
      (await tx.select().from(orders).where(eq(orders.id, orderId)))[0],
      (await tx.select().from(consignments).where(eq(consignments.orderId, orderId)))[0],
      (await tx.select().from(payments).where(eq(payments.orderId, orderId)))[0],
    ]);
    expect(order).toMatchObject({ state: "payable-on-delivery", payBy: null });
    expect(part).toMatchObject({ state: "to-pack" });
    expect(payment).toMatchObject({ uniqueAddition: 0, expiresAt: null });
  });

  it("belongs to the person who is signed in", async () => {
    const person = await aPerson();
    const { orderId } = await aPlacedOrder({ ctx: testContext({ actor: person.actor }) });
    const [order] = await inTransaction((tx) => tx.select().from(orders).where(eq(orders.id, orderId)));
    expect(order?.buyerId).toBe(person.id);
  });

  it("asks for what the chosen delivery needs", async () => {
    await anOpenRun({ areas: ["21.04"] });
    const door = await aReadyWish(ctx, { delivery: "run-door", street: "" });
    expect(await placeOrder(ctx, door.wish)).toMatchObject({ fields: { street: "street-needed" } });
    expect(await placeOrder(ctx, { ...door.wish, street: "Jalan 1", villageCode: "21.04.99.9999" })).toMatchObject({
      fields: { village: "choose-village" },
    });
    const courier = await aReadyWish(ctx, { delivery: "courier", method: "cash-on-delivery" });
    expect(await placeOrder(ctx, courier.wish)).toMatchObject({ fields: { method: "no-cash-by-courier" } });
    const { stripe: _stripe, ...byHand } = ctx.payments;
    const noCards = testContext({ payments: byHand });
    expect(await placeOrder(noCards, { ...courier.wish, method: "card" })).toMatchObject({
      fields: { method: "choose-method" },
    });
    await aNetwork({ takesTransfer: false });
    expect(await placeOrder(ctx, { ...courier.wish, method: "transfer" })).toMatchObject({
      fields: { method: "choose-method" },
    });
    await aNetwork();
  });
});

describe("stock", () => {
  it("is taken for two lines of one variant together, or not at all", async () => {
    const { variant } = await aStall({ variants: [{ stockMilli: 3000 }] });
    const twice = [
      { variantId: variant.id, quantityMilli: 2000 },
      { variantId: variant.id, quantityMilli: 2000 },
    ];
    expect(await inTransaction((tx) => takeStock(tx, twice))).toBe(variant.id);
    expect(await stockOf(variant.id)).toBe(3000);
    await inTransaction((tx) => returnStock(tx, twice));
    expect(await stockOf(variant.id)).toBe(7000);
    expect(await inTransaction((tx) => takeStock(tx, twice))).toBeNull();
    expect(await stockOf(variant.id)).toBe(3000);
  });
});
