import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { changeBasket } from "#app/usecases/buy/change-basket.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { db } from "#db/client.server.ts";
import { consignments, orders, runs, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { testContext } from "#tests/world/context.ts";
import { aBasket, aNetwork, aReadyWish, aStall, aWish, ordersOf } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { anOpenRun } from "#tests/world/runs.ts";

const ctx = testContext();
beforeAll(() => aNetwork());

async function stockOf(variantId: string) {
  const [row] = await db().select().from(variants).where(eq(variants.id, variantId));
  return row?.stockMilli;
}

const setPrice = (id: string, price: number) =>
  inTransaction((tx) =>
    tx
      .update(variants)
      .set({ price: rupiah(price) })
      .where(eq(variants.id, id)),
  );

describe("one purchase is one order", () => {
  it("double submit: the same form twice at once", async () => {
    const { wish, stall } = await aReadyWish(ctx);
    const answers = await Promise.all([placeOrder(ctx, wish), placeOrder(ctx, wish)]);
    expect(new Set(answers.map((answer) => answer.ok && answer.orderId)).size).toBe(1);
    expect(await stockOf(stall.variant.id)).toBe(8_000);
  });

  it("back button: the form that was sent is sent once more, after the order is there", async () => {
    const { wish, stall } = await aReadyWish(ctx);
    const first = await placeOrder(ctx, wish);
    expect(await placeOrder(ctx, wish)).toEqual(first);
    expect(await ordersOf(wish)).toBe(1);
    expect(await stockOf(stall.variant.id)).toBe(8_000);
  });

  it("two tabs: two forms of one basket, with keys of their own", async () => {
    const { wish, owner, stall } = await aReadyWish(ctx);
    const other = await aWish(ctx, owner);
    expect(other.formKey).not.toBe(wish.formKey);
    const answers = await Promise.all([placeOrder(ctx, wish), placeOrder(ctx, other)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await ordersOf(wish)) + (await ordersOf(other))).toBe(1);
    expect(await stockOf(stall.variant.id)).toBe(8_000);
  });

  it("two devices: the same account on a phone and at a desk", async () => {
    const person = await aPerson();
    const [phone, desk] = [testContext({ actor: person.actor }), testContext({ actor: person.actor })];
    const stall = await aStall();
    const owner = await aBasket(phone, [{ variantId: stall.variant.id, quantity: "2" }]);
    const wishes = [await aWish(phone, owner), await aWish(desk, owner)] as const;
    const answers = await Promise.all([placeOrder(phone, wishes[0]), placeOrder(desk, wishes[1])]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await db().select().from(orders).where(eq(orders.buyerId, person.id))).toHaveLength(1);
  });

  it("two devices: what was put in at the desk is not ordered unseen from the phone", async () => {
    const person = await aPerson();
    const phone = testContext({ actor: person.actor });
    const [one, two] = [await aStall(), await aStall()];
    const owner = await aBasket(phone, [{ variantId: one.variant.id }]);
    const wish = await aWish(phone, owner);
    await changeBasket(phone, { owner, intent: "add", variantId: two.variant.id, quantity: "1" });
    expect(await placeOrder(phone, wish)).toMatchObject({ ok: false, reason: "basket-changed" });
    expect(await ordersOf(wish)).toBe(0);
  });
});

describe("nothing is applied that the buyer did not see", () => {
  it.each([61_000, 63_000])("a price that is now %d is shown, and ordered only when it was seen", async (price) => {
    const { wish, owner, stall } = await aReadyWish(ctx);
    await setPrice(stall.variant.id, price);
    expect(await placeOrder(ctx, wish)).toMatchObject({ ok: false, reason: "basket-changed" });
    expect(await stockOf(stall.variant.id)).toBe(10_000);
    expect(await placeOrder(ctx, await aWish(ctx, owner))).toMatchObject({ ok: true });
  });

  it("stock that ran out orders nothing, not less", async () => {
    const { wish, stall } = await aReadyWish(ctx);
    await inTransaction((tx) =>
      tx.update(variants).set({ stockMilli: 1_000 }).where(eq(variants.id, stall.variant.id)),
    );
    expect(await placeOrder(ctx, wish)).toMatchObject({ ok: false, reason: "goods-missing" });
    expect(await stockOf(stall.variant.id)).toBe(1_000);
  });

  it("shipping that now costs more, or goes no more, is shown first", async () => {
    const run = await anOpenRun({ areas: ["21.04"] });
    const { wish } = await aReadyWish(ctx, { delivery: "run-pickup", runId: run.id });
    await inTransaction((tx) =>
      tx
        .update(runs)
        .set({ doorFee: rupiah(99_000) })
        .where(eq(runs.id, run.id)),
    );
    const pickUp = await placeOrder(ctx, wish);
    // To a pick-up point no door fee is due: nothing changed for this buyer.
    expect(pickUp.ok).toBe(true);
    const parts = await db()
      .select()
      .from(consignments)
      .where(eq(consignments.orderId, pickUp.ok ? pickUp.orderId : ""));
    expect(parts.every((part) => part.quote <= part.alone)).toBe(true);
    const again = await aReadyWish(ctx, { delivery: "run-door", runId: run.id, street: "Jalan 1" });
    await inTransaction((tx) =>
      tx
        .update(runs)
        .set({ doorFee: rupiah(120_000) })
        .where(eq(runs.id, run.id)),
    );
    expect(await placeOrder(ctx, again.wish)).toMatchObject({ ok: false });
    expect(await ordersOf(again.wish)).toBe(0);
  });
});
