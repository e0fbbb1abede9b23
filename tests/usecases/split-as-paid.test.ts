import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { changePaymentMethod } from "#app/usecases/buy/change-payment-method.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { db } from "#db/client.server.ts";
import { listAttempts } from "#db/read/payments.ts";
import { orderLineShares, orderLines, orders } from "#db/schema.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aFarm, bring, sharesOf, wishFor } from "#tests/world/lots.ts";
import { aBasket, aNetwork, aStall, aWish } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";

const ctx = testContext();
type Way = "transfer" | "qris";

/** An order as it was placed, and the same changed to other ways, one after the other. */
async function changed(orderId: string, ways: Way[]) {
  const [order] = await db().select().from(orders).where(eq(orders.id, orderId));
  const buyer = as(ctx, { ...ctx.actor, orderPasses: [orderId] });
  for (const method of ways)
    expect(await changePaymentMethod(buyer, { number: order?.number ?? "", method })).toEqual({ ok: true });
}

/** The money of the try with this way has come. */
async function paidBy(orderId: string, method: Way) {
  const paid = (await listAttempts(orderId)).find((attempt) => attempt.method === method);
  const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
  expect(await confirmPayment(operator, { paymentId: paid?.id ?? "", bankReference: null })).toMatchObject({
    ok: true,
  });
}

async function placed(wish: Parameters<typeof placeOrder>[1]) {
  const answer = await placeOrder(ctx, wish);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.orderId;
}

async function aPiece(method: Way) {
  const { group, variant } = await aStall();
  const owner = await aBasket(ctx, [{ variantId: variant.id }]);
  return { group, orderId: await placed(await aWish(ctx, owner, { method })) };
}

beforeAll(async () => {
  await aNetwork();
});

// 62.000: the network takes 2 %, QRIS 0,7 %, the fund 10 %.
const BY_QRIS = { "network-fee": 1240, "provider-fee": 434, "group-fund": 6200, Aminah: 54_126 };
const BY_TRANSFER = { "network-fee": 1240, "group-fund": 6200, Aminah: 54_560 };

describe("an order that is paid by another way than it was placed with", () => {
  it("gives the fee of QRIS once it is paid by QRIS, and not before", async () => {
    const { group, orderId } = await aPiece("transfer");
    await changed(orderId, ["qris"]);
    expect(await sharesOf(orderId, group)).toEqual(BY_TRANSFER);
    await paidBy(orderId, "qris");
    expect(await sharesOf(orderId, group)).toEqual(BY_QRIS);
  });

  it("gives the makers the fee back that a transfer does not cost", async () => {
    const { group, orderId } = await aPiece("qris");
    await changed(orderId, ["transfer"]);
    await paidBy(orderId, "transfer");
    expect(await sharesOf(orderId, group)).toEqual(BY_TRANSFER);
  });

  it("stays as it was placed when the money came by that way after all", async () => {
    const { group, orderId } = await aPiece("qris");
    const shareIds = () =>
      db()
        .select({ id: orderLineShares.id })
        .from(orderLineShares)
        .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
        .where(eq(orderLines.orderId, orderId));
    const before = await shareIds();
    await changed(orderId, ["transfer"]);
    await paidBy(orderId, "qris");
    expect(await sharesOf(orderId, group)).toEqual(BY_QRIS);
    expect((await shareIds()).map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
  });

  it("divides a harvest by what each brought to its lot, as a sale by that way in the first place", async () => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "6" });
    await bring(farm, { member: 1, quantity: "4" });
    const goods = [{ variantId: farm.variant.id, quantityMilli: 2000 }];
    const [late, early] = [await wishFor(goods), await wishFor(goods)];
    const orderId = await placed({ ...late.wish, method: "transfer" });
    await changed(orderId, ["qris"]);
    await paidBy(orderId, "qris");
    const direct = await placed({ ...early.wish, method: "qris" });
    expect(await sharesOf(orderId, farm.group)).toEqual(await sharesOf(direct, farm.group));
    // 124.000 less 868 for QRIS and 6.200 for the fund, 6 to 4.
    expect(await sharesOf(orderId, farm.group)).toMatchObject({ "provider-fee": 868, Aminah: 70_159, Burhan: 46_773 });
  });
});
