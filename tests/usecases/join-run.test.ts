import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { cheapestPacking } from "#app/domain/packing.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { consignments, orders, runs } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { testContext } from "#tests/world/context.ts";
import { aBasket, aNetwork, aPlacedOrder, aReadyWish, aStall, aWish, ordersOf } from "#tests/world/orders.ts";
import { anOpenRun, aTariff, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();

describe("an order that joins a run", () => {
  it("is refused once the run is closed or its cut-off is over", async () => {
    const run = await anOpenRun({ areas: ["21.05"] });
    const { wish } = await aReadyWish(ctx, { delivery: "run-pickup", villageCode: "21.05.01.1001" });
    const late = testContext({ now: hoursLater(48) });
    expect(await placeOrder(late, wish)).toMatchObject({ ok: false, reason: "delivery-gone" });
    await inTransaction((tx) => tx.update(runs).set({ state: "locked" }).where(eq(runs.id, run.id)));
    expect(await placeOrder(ctx, wish)).toMatchObject({ ok: false, reason: "delivery-gone" });
    expect(await ordersOf(wish)).toBe(0);
  });

  it("keeps the tariff that it was priced by, of a run or of a courier, when a newer one comes", async () => {
    const run = await anOpenRun({ areas: ["21.71"] });
    const villageCode = "21.71.01.1002";
    const dearer = { zoneId: run.zone.id, service: "Kapal mahal", perKg: rupiah(90_000) };
    await aTariff(dearer);
    const tariffs = [];
    for (const delivery of ["run-pickup", "courier", "fetch"] as const) {
      const { wish } = await aReadyWish(ctx, { delivery, villageCode });
      const answer = await placeOrder(ctx, wish);
      if (!answer.ok) return expect.fail(answer.reason);
      const [order] = await inTransaction((tx) => tx.select().from(orders).where(eq(orders.id, answer.orderId)));
      tariffs.push(order?.tariffId);
    }
    expect(tariffs).toEqual([run.tariff.id, run.tariff.id, null]);
  });

  it("pays less than was shown when others joined meanwhile, and never more without being asked", async () => {
    await anOpenRun({ areas: ["21.03"] });
    const villageCode = "21.03.04.1003";
    const first = await aReadyWish(ctx, { delivery: "run-door", villageCode });
    const [, shown] = /:(\d+)$/.exec(first.wish.delivery) ?? [];
    await aPlacedOrder({ delivery: "run-pickup", villageCode });
    const answer = await placeOrder(ctx, first.wish);
    if (!answer.ok) return expect.fail(answer.reason);
    const [order] = await inTransaction((tx) => tx.select().from(orders).where(eq(orders.id, answer.orderId)));
    expect((order?.shippingQuote ?? 0) + (order?.doorFee ?? 0)).toBeLessThanOrEqual(Number(shown));
    expect(order?.doorFee).toBe(10_000);

    const second = await aReadyWish(ctx, { delivery: "run-door", villageCode });
    const tooLittle = second.wish.delivery.replace(/\d+$/, (price) => String(Number(price) - 1));
    expect(await placeOrder(ctx, { ...second.wish, delivery: tooLittle })).toMatchObject({ reason: "quote-rose" });
  });

  it("is refused when a group's part is heavier than a parcel, but can be fetched", async () => {
    await anOpenRun({ areas: ["21.01"] });
    await aNetwork();
    const stall = await aStall({ variants: [{ packedGrams: 30_001 }] });
    const owner = await aBasket(ctx, [{ variantId: stall.variant.id }]);
    const wish = await aWish(ctx, owner);
    const heavy = { ...wish, villageCode: "21.01.04.1005", street: "Jalan 1", delivery: "courier:::900000" };
    expect(await placeOrder(ctx, heavy)).toMatchObject({ reason: "too-heavy" });
    expect(await placeOrder(ctx, wish)).toMatchObject({ ok: true });
  });

  it("is quoted so that the run's quotes always cover its cheapest packing, and nobody pays above alone", async () => {
    const run = await anOpenRun({ areas: ["21.02"] });
    let seed = 20_261_124;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    await aNetwork();
    const stalls = [];
    for (let n = 0; n < 4; n++)
      stalls.push(
        await aStall({
          variants: [{ packedGrams: 150 + random(1900), stockMilli: 900_000, heightMm: 20 + random(300) }],
        }),
      );
    for (let n = 0; n < 8; n++) {
      const goods = stalls
        .filter(() => random(3) > 0)
        .map(({ variant }) => ({ variantId: variant.id, quantity: String(1 + random(3)) }));
      if (goods.length === 0) continue;
      await aPlacedOrder({ goods, delivery: n % 2 ? "run-door" : "run-pickup", villageCode: "21.02.01.1003" });
      const inside = await inTransaction((tx) => tx.select().from(consignments).where(eq(consignments.runId, run.id)));
      const quotes = inside.reduce((all, each) => all + each.quote, 0);
      const { lowerBound, total, exact } = cheapestPacking(
        run.tariff,
        inside.map(({ id, grams, volumetricGrams }) => ({ id, grams, volumetricGrams })),
      );
      expect(quotes, `seed 20261124, order ${n}`).toBeGreaterThanOrEqual(exact ? total : lowerBound);
      for (const each of inside) expect(each.quote).toBeLessThanOrEqual(each.alone);
    }
  }, 120_000);
});
