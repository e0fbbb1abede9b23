import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { changePaymentMethod } from "#app/usecases/buy/change-payment-method.ts";
import { uploadProof } from "#app/usecases/buy/upload-proof.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { reopenClaim } from "#app/usecases/operate/reopen-claim.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { findOrderToPay, listAttempts, listWaitingPayments } from "#db/read/payments.ts";
import { orders } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { endPayments } from "#db/write/payment-states.ts";
import { as, MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aNetwork, aPayableOrder, paymentRow } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
const ctx = testContext();

async function anOperator() {
  const person = await aPerson({ isOperator: true });
  return as(ctx, person.actor);
}

function buyerOf(order: { id: string }): Actor {
  return { ...NOBODY, orderPasses: [order.id] };
}

async function expire(orderId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.update(orders).set({ state: "expired" }).where(eq(orders.id, orderId));
    await endPayments(tx, { orderId, event: "expire", now: MARKET_DAY });
  });
}

beforeAll(() => aNetwork());

describe("confirm-payment", () => {
  it("holds the goods for each group and the shipping for the carrier, and lets them pack", async () => {
    const order = await aPayableOrder({ buyerId: (await aPerson()).id });
    const bank = await balanceOf("bank:network:network");
    const operator = await anOperator();
    const answer = await confirmPayment(operator, { paymentId: order.payment.id, bankReference: "BRI-1" });
    expect(answer).toEqual({ ok: true, outcome: "paid" });
    expect(await balanceOf("bank:network:network")).toBe(bank + order.asked);
    for (const { group } of order.parts) expect(await balanceOf(`deposits-held:group:${group.id}`)).toBe(-124_000);
    expect(await balanceOf(`buyer-credit:buyer:${order.buyerId}`)).toBe(-order.payment.uniqueAddition);
    expect((await findOrderToPay(order.number))?.state).toBe("paid");
    expect(await paymentRow(order.payment.id)).toMatchObject({ state: "paid", bankReference: "BRI-1" });
  });

  it("posts once when two people press twice at the same moment", async () => {
    const order = await aPayableOrder();
    const bank = await balanceOf("bank:network:network");
    const people = [await anOperator(), await anOperator()];
    const press = (who: typeof ctx) => confirmPayment(who, { paymentId: order.payment.id, bankReference: null });
    const answers = await Promise.all([...people, ...people].map(press));
    const outcomes = answers.map((answer) => (answer.ok ? answer.outcome : answer.reason)).toSorted();
    expect(outcomes).toEqual(["already", "already", "already", "paid"]);
    expect(await balanceOf("bank:network:network")).toBe(bank + order.asked);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("is for the operator and for a treasurer of a group in the order", async () => {
    const order = await aPayableOrder();
    const other = await aPayableOrder();
    const treasurer = order.parts[1]?.group.officer ?? NOBODY;
    const input = { paymentId: order.payment.id, bankReference: null };
    const stranger = other.parts[0]?.group.officer ?? NOBODY;
    await expect(confirmPayment(as(ctx, stranger), input)).rejects.toThrow(NotAllowed);
    await expect(confirmPayment(as(ctx, buyerOf(order)), input)).rejects.toThrow(NotAllowed);
    const ids = (await listWaitingPayments(treasurer, { amount: null })).map((row) => row.id);
    expect(ids).toEqual([order.payment.id]);
    await expect(listWaitingPayments(buyerOf(order), { amount: null })).rejects.toThrow(NotAllowed);
    expect(await confirmPayment(as(ctx, treasurer), input)).toMatchObject({ ok: true, outcome: "paid" });
  });

  it("takes one line of the bank's list for one payment", async () => {
    const [first, second] = [await aPayableOrder(), await aPayableOrder()];
    const operator = await anOperator();
    await confirmPayment(operator, { paymentId: first.payment.id, bankReference: "BRI-77" });
    const again = await confirmPayment(operator, { paymentId: second.payment.id, bankReference: "BRI-77" });
    expect(again).toMatchObject({ ok: false, reason: "bank-reference-used" });
    expect((await paymentRow(second.payment.id)).state).toBe("open");
  });

  it("loses no money that comes after the order expired: it is owed back, and nobody packs", async () => {
    const order = await aPayableOrder();
    await expire(order.id);
    const operator = await anOperator();
    const found = await listWaitingPayments(operator.actor, { amount: order.asked });
    expect(found.map((row) => row.id)).toContain(order.payment.id);
    const answer = await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
    expect(answer).toEqual({ ok: true, outcome: "late" });
    expect((await paymentRow(order.payment.id)).state).toBe("needs-attention");
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-order.asked);
    expect((await findOrderToPay(order.number))?.state).toBe("expired");
    expect((await trialBalance()).total).toBe(0);
  });

  it("takes cash at the door into what is in transit", async () => {
    const order = await aPayableOrder({ method: "cash-on-delivery" });
    const keeper = await aPerson();
    const arrived = {
      paymentId: order.payment.id,
      into: { kind: "cod-in-transit", holderId: keeper.id },
    } as const;
    expect(await inTransaction((tx) => markPaymentPaid(tx, ctx, arrived))).toBe("paid");
    expect(await inTransaction((tx) => markPaymentPaid(tx, ctx, arrived))).toBe("already");
    expect(await balanceOf(`cod-in-transit:holder:${keeper.id}`)).toBe(order.total);
  });
});

describe("upload-proof and reopen-claim", () => {
  it("claims with a private picture, until the money is not found", async () => {
    const order = await aPayableOrder();
    const buyer = as(ctx, buyerOf(order));
    const input = { number: order.number, paymentId: order.payment.id, photo: JPEG };
    expect(await uploadProof(buyer, input)).toEqual({ ok: true });
    const claimed = await paymentRow(order.payment.id);
    expect(claimed.state).toBe("claimed");
    expect(await ctx.photos.read(claimed.proofPhotoId ?? "", 320)).not.toBeNull();
    const operator = await anOperator();
    expect(await reopenClaim(operator, { paymentId: order.payment.id })).toEqual({ ok: true });
    expect(await reopenClaim(operator, { paymentId: order.payment.id })).toMatchObject({
      reason: "payment-not-waiting",
    });
    expect((await paymentRow(order.payment.id)).state).toBe("open");
  });

  it("refuses what is no picture, and somebody else's order", async () => {
    const order = await aPayableOrder();
    const input = { number: order.number, paymentId: order.payment.id, photo: Uint8Array.from([1, 2, 3]) };
    expect(await uploadProof(as(ctx, buyerOf(order)), input)).toMatchObject({ reason: "photo-not-image" });
    await expect(uploadProof(ctx, input)).rejects.toThrow(NotAllowed);
    const other = await aPayableOrder();
    const foreign = { number: order.number, paymentId: other.payment.id, photo: null };
    expect(await uploadProof(as(ctx, buyerOf(order)), foreign)).toMatchObject({ reason: "payment-not-open" });
  });
});

describe("change-payment-method", () => {
  it("opens a new try and closes the old one; money for the old one still pays the order", async () => {
    const order = await aPayableOrder();
    const buyer = as(ctx, buyerOf(order));
    expect(await changePaymentMethod(buyer, { number: order.number, method: "qris" })).toEqual({ ok: true });
    expect(await changePaymentMethod(buyer, { number: order.number, method: "qris" })).toEqual({ ok: true });
    expect((await listAttempts(order.id)).map(({ method, state }) => `${method} ${state}`)).toEqual([
      "qris open",
      "transfer cancelled",
    ]);
    const operator = await anOperator();
    const answer = await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
    expect(answer).toEqual({ ok: true, outcome: "paid" });
    expect((await listAttempts(order.id)).map((attempt) => attempt.state)).toEqual(["cancelled", "paid"]);
  });

  it("asks no two buyers for the same sum", async () => {
    const made = [await aPayableOrder(), await aPayableOrder(), await aPayableOrder()];
    expect(new Set(made.map((order) => order.asked)).size).toBe(3);
  });

  it("is over once the order is paid", async () => {
    const order = await aPayableOrder();
    await confirmPayment(await anOperator(), { paymentId: order.payment.id, bankReference: null });
    const answer = await changePaymentMethod(as(ctx, buyerOf(order)), { number: order.number, method: "qris" });
    expect(answer).toMatchObject({ reason: "order-not-open" });
  });
});
