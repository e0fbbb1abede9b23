import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cancelOrder } from "#app/usecases/buy/cancel-order.ts";
import { changeBasket } from "#app/usecases/buy/change-basket.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { db } from "#db/client.server.ts";
import { listBasketLines } from "#db/read/baskets.ts";
import { listRooms } from "#db/read/capacity.ts";
import { consignments, listings, orderLines, tariffs } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aBasket, aNetwork, aStall, aWish } from "#tests/world/orders.ts";
import { anOpenRun } from "#tests/world/runs.ts";

const ctx = testContext();

type Over = Parameters<typeof aStall>[0];

async function aWishFor(
  stall: Awaited<ReturnType<typeof aStall>>,
  quantity = "1",
  over: Parameters<typeof aWish>[2] = {},
) {
  const owner = await aBasket(ctx, [{ variantId: stall.variant.id, quantity }]);
  return aWish(ctx, owner, over);
}

describe("goods that are made to order", () => {
  const made: Over = { madeToOrderDays: 7, openPiecesPerMaker: 2 };

  it("are refused once the makers have their hands full, and taken again when a piece is packed or an order ends", async () => {
    await aNetwork();
    const stall = await aStall(made);
    const first = await placeOrder(ctx, await aWishFor(stall, "2"));
    if (!first.ok) return expect.fail(first.reason);
    const [line] = await db().select().from(orderLines).where(eq(orderLines.orderId, first.orderId));
    expect(line?.madeToOrderDays).toBe(7);

    const owner = await aBasket(ctx, [{ variantId: stall.variant.id }]);
    expect(await listBasketLines(owner, MARKET_DAY)).toMatchObject([{ trouble: "makers-full", leftMilli: 0 }]);
    const second = await aWishFor(stall);
    expect(await placeOrder(ctx, second)).toEqual({
      ok: false,
      reason: "makers-full",
      fields: { form: "makers-full" },
    });
    await inTransaction((tx) =>
      tx.update(consignments).set({ state: "packed" }).where(eq(consignments.orderId, first.orderId)),
    );
    const third = await placeOrder(ctx, second);
    if (!third.ok) return expect.fail(third.reason);
    const rooms = () => listRooms([{ listingId: stall.listing.id, madeToOrderDays: 7, openPiecesPerMaker: 2 }]);
    expect((await rooms()).get(stall.listing.id)).toBe(1000);
    const buyer = { ...ctx, actor: { ...ctx.actor, orderPasses: [third.orderId] } };
    expect(await cancelOrder(buyer, { number: third.number })).toMatchObject({ ok: true });
    expect((await rooms()).get(stall.listing.id)).toBe(2000);
  });

  it("go to one of two buyers who take the last place at once", async () => {
    await aNetwork();
    const stall = await aStall({ ...made, openPiecesPerMaker: 1, variants: [{}, { name: "L" }] });
    // Two variants, so that the stock of one row does not settle it.
    const wishes = await Promise.all(stall.listing.variants.map((variant) => aWishFor({ ...stall, variant }, "1")));
    const answers = await Promise.all(wishes.map((wish) => placeOrder(ctx, wish)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "makers-full" });
  });

  it("count all variants of a basket together, and know no limit where none was set", async () => {
    await aNetwork();
    const stall = await aStall({ ...made, variants: [{}, { name: "L" }] });
    const both = stall.listing.variants.map((variant) => ({ variantId: variant.id, quantity: "2" }));
    const owner = await aBasket(ctx, both);
    expect((await listBasketLines(owner, MARKET_DAY)).map((line) => line.trouble)).toEqual([
      "makers-full",
      "makers-full",
    ]);
    await inTransaction((tx) =>
      tx.update(listings).set({ openPiecesPerMaker: null }).where(eq(listings.id, stall.listing.id)),
    );
    expect((await listBasketLines(owner, MARKET_DAY)).map((line) => line.trouble)).toEqual([null, null]);
  });
});

describe("goods that may not travel everywhere", () => {
  it("are refused for a run that would not bring them fresh, with a reason, and can still be fetched", async () => {
    await anOpenRun({ areas: ["21.05"] });
    await aNetwork({ keepingRule: "refuse" });
    const stall = await aStall({ kind: "harvest", unit: "kg", shelfDays: 30 });
    const wish = await aWishFor(stall, "1", { delivery: "run-door", villageCode: "21.05.01.1001" });
    // The run leaves on the 27th, takes goods until the 26th and is a day under way.
    const keepFor = (shelfDays: number) =>
      inTransaction((tx) => tx.update(listings).set({ shelfDays }).where(eq(listings.id, stall.listing.id)));
    await keepFor(2);
    expect(await placeOrder(ctx, wish)).toEqual({
      ok: false,
      reason: "goods-cannot-travel",
      fields: { delivery: "goods-cannot-travel" },
    });
    const again = { ...wish, formKey: testId().padEnd(20, "x") };
    await aNetwork({ keepingRule: "warn" });
    const warned = await aWishFor(stall, "1", { delivery: "run-door", villageCode: "21.05.01.1001" });
    expect(await placeOrder(ctx, warned)).toMatchObject({ ok: true });
    // The rule is read as the order is written, not as the page was shown.
    const seen = await aWishFor(stall, "1", { delivery: "run-door", villageCode: "21.05.01.1001" });
    await aNetwork({ keepingRule: "refuse" });
    expect(await placeOrder(ctx, seen)).toMatchObject({ ok: false, reason: "goods-cannot-travel" });
    await keepFor(3);
    expect(await placeOrder(ctx, again)).toMatchObject({ ok: true });
    const fetched = await aStall({ kind: "harvest", unit: "kg", shelfDays: 1, travels: "local" });
    expect(await placeOrder(ctx, await aWishFor(fetched))).toMatchObject({ ok: true });
  });

  it("stay in their own regency, stay cold, or stay away from couriers", async () => {
    const run = await anOpenRun({ areas: ["21.03"] });
    await aNetwork();
    const stall = await aStall();
    const there = { villageCode: "21.03.04.1003" };
    const byBoat = await aWishFor(stall, "1", { delivery: "run-door", ...there });
    const byCourier = await aWishFor(stall, "1", { delivery: "courier", ...there });
    const travel = (travels: "local" | "chilled" | "cargo") =>
      inTransaction((tx) => tx.update(listings).set({ travels }).where(eq(listings.id, stall.listing.id)));
    const refused = { reason: "goods-cannot-travel" };
    await travel("local");
    expect(await placeOrder(ctx, byBoat)).toMatchObject(refused);
    await travel("cargo");
    expect(await placeOrder(ctx, byCourier)).toMatchObject(refused);
    await travel("chilled");
    expect(await placeOrder(ctx, byBoat)).toMatchObject(refused);
    await inTransaction((tx) => tx.update(tariffs).set({ keepsCold: true }).where(eq(tariffs.id, run.tariff.id)));
    expect(await placeOrder(ctx, { ...byBoat, formKey: testId().padEnd(20, "x") })).toMatchObject({ ok: true });
  });
});

it("asks again whether 1.000 means one or a thousand, in the basket too", async () => {
  const stall = await aStall({ unit: "kg", variants: [{ stockMilli: 2_000_000 }] });
  const owner = { basketId: testId() };
  const add = (quantity: string) => changeBasket(ctx, { owner, intent: "add", variantId: stall.variant.id, quantity });
  expect(await add("1.000")).toMatchObject({ ok: false, reason: "quantity-ambiguous" });
  expect(await add("1.000 kg")).toMatchObject({ ok: false, reason: "quantity-ambiguous" });
  expect(await add("1000 kg")).toEqual({ ok: true });
  expect(await listBasketLines(owner, MARKET_DAY)).toMatchObject([{ quantityMilli: 1_000_000 }]);
});
