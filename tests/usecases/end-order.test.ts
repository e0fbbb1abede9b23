import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { cancelOrder } from "#app/usecases/buy/cancel-order.ts";
import { expireOrders } from "#app/usecases/buy/expire-orders.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { trackOrder } from "#app/usecases/buy/track-order.ts";
import { findOrder, listOwnOrders } from "#db/read/orders.ts";
import { consignments, orders, payments, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aPlacedOrder, aWish } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { hoursLater } from "#tests/world/runs.ts";

async function standing(orderId: string, variantId: string) {
  return inTransaction(async (tx) => ({
    order: (await tx.select().from(orders).where(eq(orders.id, orderId)))[0]?.state,
    parts: (await tx.select().from(consignments).where(eq(consignments.orderId, orderId))).map((part) => part.state),
    payment: (await tx.select().from(payments).where(eq(payments.orderId, orderId)))[0]?.state,
    stock: (await tx.select().from(variants).where(eq(variants.id, variantId)))[0]?.stockMilli,
  }));
}

/** As confirm-payment does it: the order's state is compared and set in one transaction with the payment's. */
function pay(orderId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const paid = await tx.select({ state: orders.state }).from(orders).where(eq(orders.id, orderId));
    if (paid[0]?.state !== "awaiting-payment") return false;
    await tx.update(payments).set({ state: "paid" }).where(eq(payments.orderId, orderId));
    await tx.update(orders).set({ state: "paid" }).where(eq(orders.id, orderId));
    return true;
  });
}

describe("expire-orders", () => {
  it("ends what nobody paid in time, once, and gives the goods back", async () => {
    const { orderId, number, stall } = await aPlacedOrder();
    const variantId = stall?.variant.id ?? "";
    expect(await expireOrders({ ...testContext(), now: hoursLater(24) })).not.toContain(number);
    const late = { ...testContext(), now: hoursLater(24.001) };
    const rounds = await Promise.all([expireOrders(late), expireOrders(late), expireOrders(late)]);
    expect(rounds.flat().filter((each) => each === number)).toEqual([number]);
    expect(await standing(orderId, variantId)).toEqual({
      order: "expired",
      parts: ["cancelled"],
      payment: "expired",
      stock: 10_000,
    });
  });

  it("leaves an order whose buyer sent a proof, and one that is paid on delivery", async () => {
    const claimed = await aPlacedOrder();
    await inTransaction((tx) =>
      tx.update(payments).set({ state: "claimed" }).where(eq(payments.orderId, claimed.orderId)),
    );
    const cash = await aPlacedOrder({ method: "cash-on-delivery" });
    const ended = await expireOrders({ ...testContext(), now: hoursLater(1000) });
    expect(ended).not.toContain(claimed.number);
    expect(ended).not.toContain(cash.number);
  });

  it("and paying at the same moment end as one of the two", async () => {
    const ends = [];
    for (let round = 0; round < 6; round++) {
      const { orderId, stall } = await aPlacedOrder();
      const now = hoursLater(25);
      const [paid] = await (round % 2
        ? Promise.all([pay(orderId), expireOrders({ ...testContext(), now })])
        : Promise.all([expireOrders({ ...testContext(), now }), pay(orderId)]).then(
            ([gone, won]) => [won, gone] as const,
          ));
      const end = await standing(orderId, stall?.variant.id ?? "");
      expect(end).toEqual(
        paid
          ? { order: "paid", parts: ["waiting"], payment: "paid", stock: 9000 }
          : { order: "expired", parts: ["cancelled"], payment: "expired", stock: 10_000 },
      );
      ends.push(end.order);
    }
    expect(ends).toHaveLength(6);
  });
});

describe("cancel-order", () => {
  it("is the buyer's, gives the goods back once, and not after the time", async () => {
    const { orderId, number, stall, buyer } = await aPlacedOrder();
    await expect(cancelOrder(testContext(), { number })).rejects.toThrow(NotAllowed);
    const answers = await Promise.all([cancelOrder(buyer, { number }), cancelOrder(buyer, { number })]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "too-late-to-cancel" });
    expect(await standing(orderId, stall?.variant.id ?? "")).toEqual({
      order: "cancelled",
      parts: ["cancelled"],
      payment: "cancelled",
      stock: 10_000,
    });
    expect(await expireOrders({ ...testContext(), now: hoursLater(99) })).not.toContain(number);
  });

  it("is refused after a group has packed, or money came, and changes nothing then", async () => {
    const { orderId, number, stall, buyer } = await aPlacedOrder({ method: "cash-on-delivery" });
    const variantId = stall?.variant.id ?? "";
    await inTransaction((tx) =>
      tx.update(consignments).set({ state: "packed" }).where(eq(consignments.orderId, orderId)),
    );
    expect(await cancelOrder(buyer, { number })).toMatchObject({ reason: "too-late-to-cancel" });
    expect(await standing(orderId, variantId)).toMatchObject({
      order: "payable-on-delivery",
      payment: "open",
      stock: 9000,
    });
    const paid = await aPlacedOrder();
    expect(await pay(paid.orderId)).toBe(true);
    expect(await cancelOrder(paid.buyer, { number: paid.number })).toMatchObject({ reason: "too-late-to-cancel" });
  });
});

describe("following an order", () => {
  it("is for its buyer, whoever holds its pass, and the operator", async () => {
    const person = await aPerson();
    const operator = await aPerson({ isOperator: true });
    const ctx = testContext({ actor: person.actor });
    const { number, buyer, orderId } = await aPlacedOrder({ ctx });
    for (const actor of [person.actor, buyer.actor, operator.actor, { ...testContext().actor, orderPasses: [orderId] }])
      expect((await findOrder(actor, number))?.id).toBe(orderId);
    const stranger = await aPerson();
    for (const actor of [stranger.actor, testContext().actor]) expect(await findOrder(actor, number)).toBeUndefined();
    expect((await listOwnOrders(person.actor)).map((order) => order.number)).toEqual([number]);
    expect(await listOwnOrders(stranger.actor)).toEqual([]);
  });

  it("needs the number and the phone, says the same for either wrong, and is limited", async () => {
    const { number, orderId } = await aPlacedOrder();
    const ctx = testContext();
    const ask = (over: Partial<Parameters<typeof trackOrder>[1]>) =>
      trackOrder(ctx, { number, phone: "0812-3456-7890", address: "10.0.0.1", ...over });
    expect(await ask({ number: number.toLowerCase().replaceAll("-", " ") })).toEqual({
      ...{ ok: true, as: "buyer", orderId, number },
    });
    const wrongPhone = await ask({ phone: "081299999999" });
    expect(wrongPhone).toEqual({ ok: false, reason: "track-no-match" });
    expect(await ask({ number: "LB-261124-ZZZZ" })).toEqual(wrongPhone);
    expect(await ask({ number: "x" })).toEqual(wrongPhone);
    for (let n = 0; n < 8; n++) await ask({ phone: "081299999999", address: `10.0.1.${n}` });
    expect(await ask({ address: "10.0.2.1" })).toEqual({ ok: false, reason: "too-many-tries" });
    for (let n = 0; n < 20; n++) await ask({ number: "", address: "10.0.0.7" });
    const other = await aPlacedOrder();
    expect(await ask({ number: other.number, address: "10.0.0.7" })).toMatchObject({ reason: "too-many-tries" });
    expect(await ask({ number: other.number, address: "10.0.0.8" })).toMatchObject({ ok: true });
    expect(
      await trackOrder(testContext({ now: hoursLater(1) }), { number, phone: "+6281234567890", address: "x" }),
    ).toMatchObject({
      ok: true,
    });
  });

  it("leaves the form's key usable for nothing else after the order ended", async () => {
    const { buyer, number, wish, owner } = await aPlacedOrder();
    await cancelOrder(buyer, { number });
    expect(await placeOrder(as(buyer, buyer.actor), wish)).toMatchObject({ ok: true, number });
    await expect(aWish(buyer, owner)).resolves.toMatchObject({ seen: [] });
  });
});
