import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { changeBasket } from "#app/usecases/buy/change-basket.ts";
import { reorder } from "#app/usecases/buy/reorder.ts";
import { listBasketLines } from "#db/read/baskets.ts";
import { listOwnOrders } from "#db/read/orders.ts";
import { findReorder } from "#db/read/reorders.ts";
import { variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aPlacedOrder, aStall } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";

const ctx = testContext();

async function anEarlierOrder() {
  const me = await aPerson({ phone: `+62812${testId().slice(-6)}` });
  const stalls = [await aStall(), await aStall(), await aStall()];
  const goods = stalls.map((stall) => ({ variantId: stall.variant.id, quantity: "2" }));
  const order = await aPlacedOrder({ ctx: as(ctx, me.actor), goods });
  const owner = { personId: me.id };
  const state = async () =>
    new Map(
      (await findReorder(me.actor, { number: order.number, owner, now: MARKET_DAY }))?.map((line) => [
        line.variantId,
        line,
      ]),
    );
  const basket = async () =>
    new Map((await listBasketLines(owner, MARKET_DAY)).map((line) => [line.variantId, line.quantityMilli]));
  return { me, order, owner, ids: goods.map((each) => each.variantId), state, basket };
}

const set = (id: string, over: Partial<typeof variants.$inferInsert>) =>
  inTransaction((tx) => tx.update(variants).set(over).where(eq(variants.id, id)));

describe("reorder", () => {
  it("puts in what there is, and says of the rest that it is gone, short or at another price", async () => {
    const { me, order, owner, ids, state, basket } = await anEarlierOrder();
    const [gone = "", short = "", dearer = ""] = ids;
    await set(gone, { retiredAt: ctx.now });
    await set(short, { stockMilli: 1000 });
    await set(dearer, { price: rupiah(99_000) });
    expect(await reorder(as(ctx, me.actor), { number: order.number, owner })).toEqual({ lines: 2 });
    expect(await basket()).toEqual(
      new Map([
        [short, 1000],
        [dearer, 2000],
      ]),
    );
    const said = await state();
    expect(ids.map((id) => said.get(id)?.state)).toEqual(["gone", "short", "price"]);
    expect(said.get(dearer)).toMatchObject({ price: 99_000, heldMilli: 2000 });
  });

  it("pressed twice is as pressed once, and takes nothing out that was there", async () => {
    const { me, order, owner, ids, basket } = await anEarlierOrder();
    const [first = ""] = ids;
    await changeBasket(as(ctx, me.actor), { owner, intent: "add", variantId: first, quantity: "5" });
    const press = () => reorder(as(ctx, me.actor), { number: order.number, owner });
    await Promise.all([press(), press()]);
    expect(await basket()).toEqual(new Map(ids.map((id) => [id, id === first ? 5000 : 2000])));
  });

  it("is for who bought it", async () => {
    const { order, owner } = await anEarlierOrder();
    const stranger = (await aPerson({ isOperator: true })).actor;
    expect(await findReorder(stranger, { number: order.number, owner, now: MARKET_DAY })).toBeUndefined();
    await expect(reorder(as(ctx, stranger), { number: order.number, owner })).rejects.toThrow(NotAllowed);
  });
});

describe("one's own orders", () => {
  it("are found by a part of the number, the goods or the group, and only one's own", async () => {
    const stall = await aStall();
    const [me, other] = [await aPerson(), await aPerson()];
    const goods = [{ variantId: stall.variant.id, quantity: "1" }];
    const mine = await aPlacedOrder({ ctx: as(ctx, me.actor), goods });
    await aPlacedOrder({ ctx: as(ctx, other.actor), goods });
    const find = async (query: string) => (await listOwnOrders(me.actor, { query })).map((order) => order.number);
    for (const query of ["", mine.number.toLowerCase(), stall.listing.name.toUpperCase(), stall.group.name.slice(2)])
      expect(await find(query)).toEqual([mine.number]);
    for (const query of ["%", "_", "tidak ada", "\\"]) expect(await find(query)).toEqual([]);
  });
});
