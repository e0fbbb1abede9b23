import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { giftPath } from "#app/routes/buy/gift-link.server.ts";
import { loader as giftLoader } from "#app/routes/buy/see-gift.tsx";
import { erasePerson } from "#app/usecases/account/erase-person.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { trackOrder } from "#app/usecases/buy/track-order.ts";
import { findGroupConsignment } from "#db/read/consignments.ts";
import { findGift } from "#db/read/gifts.ts";
import { findCheckoutDefaults, findOrder, listOwnOrders } from "#db/read/orders.ts";
import { consignments, orders } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, testContext } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aPlacedOrder, aReadyWish, ordersOf } from "#tests/world/orders.ts";
import { anOfficer, aPerson } from "#tests/world/people.ts";
import { anOpenRun } from "#tests/world/runs.ts";

const GIFT = {
  isGift: "yes",
  recipientName: "Mak Zainab",
  recipientPhone: "0812-7000-0001",
  cardNote: "Selamat ulang tahun, Mak!\nDari kami semua.",
} as const;

const ctx = testContext();

describe("a gift", () => {
  beforeAll(async () => {
    await anOpenRun({ areas: ["21.04"] });
  });

  it("is refused beside the field where the recipient or the way to pay is wrong, and then nothing is ordered", async () => {
    const { wish } = await aReadyWish(ctx, { ...GIFT, recipientName: "M", recipientPhone: "" });
    expect(await placeOrder(ctx, wish)).toMatchObject({
      fields: { recipientName: "required", recipientPhone: "required" },
    });
    expect(await placeOrder(ctx, { ...wish, ...GIFT, recipientPhone: "12" })).toMatchObject({
      fields: { recipientPhone: "phone" },
    });
    expect(await placeOrder(ctx, { ...wish, ...GIFT, method: "cash-on-delivery" })).toMatchObject({
      fields: { method: "gift-paid-ahead" },
    });
    expect(await ordersOf(wish)).toBe(0);
    const placed = await placeOrder(ctx, { ...wish, ...GIFT });
    expect(placed).toMatchObject({ ok: true });
    expect(await placeOrder(ctx, { ...wish, ...GIFT })).toEqual(placed);
    expect(await placeOrder(ctx, { ...wish, ...GIFT, cardNote: "lain" })).toMatchObject({ reason: "form-used" });
  });

  it("is none where the box is not ticked, whatever stands in the fields", async () => {
    const { orderId } = await aPlacedOrder({ ...GIFT, isGift: "" });
    const [row] = await inTransaction((tx) => tx.select().from(orders).where(eq(orders.id, orderId)));
    expect(row).toMatchObject({ recipientName: null, recipientPhone: null, cardNote: "" });
  });

  it("shows whoever packs it the recipient and the card, and neither the buyer's phone nor a price", async () => {
    const { orderId, stall } = await aPlacedOrder({ ...GIFT, delivery: "courier" });
    if (!stall) return expect.fail("no stall");
    const [part] = await inTransaction((tx) => tx.select().from(consignments).where(eq(consignments.orderId, orderId)));
    const { actor } = await anOfficer(stall.group, ["secretary"]);
    const found = await findGroupConsignment(actor, { groupId: stall.group.id, consignmentId: part?.id ?? "" });
    expect(found).toMatchObject({ buyerName: "Mak Zainab", isGift: true, cardNote: GIFT.cardNote });
    expect(found?.address?.phone).toBe("+6281270000001");
    expect(JSON.stringify(found)).not.toMatch(/81234567890|Rahman|price|unitPrice|goodsValue/);
  });

  it("is followed by its recipient's phone or link, who learns nothing of the buyer, the goods or the money", async () => {
    const { orderId, number, buyer } = await aPlacedOrder(GIFT);
    const asked = { number, address: "10.1.0.1" };
    expect(await trackOrder(ctx, { ...asked, phone: GIFT.recipientPhone })).toMatchObject({ as: "recipient", orderId });
    expect(await trackOrder(ctx, { ...asked, phone: "0812-3456-7890" })).toMatchObject({ as: "buyer" });
    const [, , , key = ""] = giftPath(ctx, { id: orderId, number }).split("/");
    const look = async (params: { number: string; key: string }) => {
      const answer = await Promise.resolve(giftLoader(opening({ path: "/gifts", params }))).catch((thrown) => thrown);
      return answer instanceof Response ? answer.status : answer;
    };
    expect(await look({ number, key })).toEqual({ name: "Mak Zainab", number, isEnded: false, way: null });
    await inTransaction((tx) => tx.update(orders).set({ state: "paid" }).where(eq(orders.id, orderId)));
    const seen = JSON.stringify(await look({ number, key }));
    expect(seen).not.toMatch(/Rahman|8123456789|62000|Merdeka|kartu|Selamat/);
    const other = await aPlacedOrder({ ...GIFT, cardNote: "" });
    expect(await look({ number: other.number, key })).toBe(404);
    expect(await look({ number, key: key.slice(1) })).toBe(404);
    expect(await findOrder(ctx.actor, number)).toBeUndefined();
    expect((await findOrder(buyer.actor, number))?.recipientName).toBe("Mak Zainab");
    const plain = await aPlacedOrder();
    expect(await findGift(ctx.actor, plain.number)).toBeUndefined();
  });

  it("is found again by the recipient's name, is no address of the buyer's own, and is forgotten with the buyer", async () => {
    const person = await aPerson({ password: "kata-sandi-panjang" });
    const me = as(ctx, person.actor);
    const { number, orderId } = await aPlacedOrder({ ctx: me, ...GIFT, delivery: "courier", street: "Jalan Mak 1" });
    expect((await listOwnOrders(me.actor, { query: "zainab" })).map((each) => each.number)).toEqual([number]);
    expect((await findCheckoutDefaults(me.actor))?.street).toBeUndefined();
    const done = { state: "cancelled" as const, closedAt: ctx.now };
    await inTransaction(async (tx) => {
      await tx.update(orders).set(done).where(eq(orders.id, orderId));
      await tx.update(consignments).set({ state: "cancelled" }).where(eq(consignments.orderId, orderId));
    });
    expect(await erasePerson(me, { personId: person.id, password: "kata-sandi-panjang" })).toMatchObject({ ok: true });
    const [row] = await inTransaction((tx) => tx.select().from(orders).where(eq(orders.id, orderId)));
    expect(row).toMatchObject({ recipientName: null, recipientPhone: null, cardNote: "" });
  });
});
