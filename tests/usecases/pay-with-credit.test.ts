import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { cancelOrder } from "#app/usecases/buy/cancel-order.ts";
import { changePaymentMethod } from "#app/usecases/buy/change-payment-method.ts";
import { expireOrders } from "#app/usecases/buy/expire-orders.ts";
import { issueDocuments } from "#app/usecases/buy/issue-documents.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { listOwnMessages } from "#db/read/messages.ts";
import { consignments, documents, orderLineShares, orderLines, orders, payments, refunds } from "#db/schema.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { creditLeft, giveCredit } from "#tests/world/entries.ts";
import { aBasket, aNetwork, aReadyWish, aStall, aWish } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
/** Two pieces at 62,000. */
const TOTAL = 124_000;

/** Somebody with an account to whom the network owes so much. */
async function aBuyer(credit: number) {
  const person = await aPerson();
  await giveCredit(person.id, credit);
  return as(ctx, person.actor);
}

const creditOf = (who: typeof ctx) => creditLeft(who.actor.personId);
const operator = async () => as(ctx, (await aPerson({ isOperator: true })).actor);

/** What of an order is set aside for the provider. */
async function qrisFeeOf(orderId: string): Promise<number> {
  const shares = await db()
    .select({ amount: orderLineShares.amount })
    .from(orderLineShares)
    .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
    .where(and(eq(orderLines.orderId, orderId), eq(orderLineShares.party, "provider-fee")));
  return shares.reduce((all, share) => all + share.amount, 0);
}

async function anOrderOf(who: typeof ctx, over: Parameters<typeof aWish>[2] = {}) {
  const { wish, ...rest } = await aReadyWish(who, { useCredit: "yes", ...over });
  const placed = await placeOrder(who, wish);
  if (!placed.ok) throw new Error(placed.reason);
  const [order] = await db().select().from(orders).where(eq(orders.id, placed.orderId));
  const [payment] = await db().select().from(payments).where(eq(payments.orderId, placed.orderId));
  if (!order || !payment) throw new Error("no order");
  return { ...rest, wish, order, payment };
}

async function expectBalanced() {
  expect((await trialBalance()).total).toBe(0);
  expect((await verifyBooks()).ok).toBe(true);
}

describe("an order paid by credit", () => {
  it("is paid at once where there is enough: no other payment is asked for, and one form takes the credit once", async () => {
    const buyer = await aBuyer(200_000);
    const { order, payment, wish, stall } = await anOrderOf(buyer, { method: "credit", useCredit: "" });
    expect(order).toMatchObject({ state: "paid", creditUsed: TOTAL, total: TOTAL });
    expect(payment).toMatchObject({ method: "credit", state: "paid", amount: TOTAL, uniqueAddition: 0 });
    expect(await placeOrder(buyer, wish)).toMatchObject({ ok: true, orderId: order.id });
    expect(await creditOf(buyer)).toBe(200_000 - TOTAL);
    expect(await balanceOf(`credit-set-aside:order:${order.id}`)).toBe(0);
    expect(await balanceOf(`deposits-held:group:${stall.group.id}`)).toBe(-TOTAL);
    const [part] = await db().select().from(consignments).where(eq(consignments.orderId, order.id));
    expect(part?.state).toBe("to-pack");
    await expectBalanced();
  });

  it("asks only for what is left, by the way that was chosen or another, and the groups have all of it", async () => {
    const buyer = await aBuyer(24_000);
    const { order, payment, stall } = await anOrderOf(buyer, { creditSeen: 24_000 });
    expect(order).toMatchObject({ state: "awaiting-payment", creditUsed: 24_000 });
    expect(payment).toMatchObject({ method: "transfer", amount: 100_000 });
    expect(await creditOf(buyer)).toBe(0);
    expect(await changePaymentMethod(buyer, { number: order.number, method: "qris" })).toEqual({ ok: true });
    const tries = await db().select().from(payments).where(eq(payments.orderId, order.id));
    const now = tries.find((each) => each.method === "qris");
    expect(now?.amount).toBe(100_000);
    const bank = await balanceOf("bank:network:network");
    expect(await confirmPayment(await operator(), { paymentId: now?.id ?? "", bankReference: null })).toMatchObject({
      ok: true,
    });
    expect(await balanceOf("bank:network:network")).toBe(bank + 100_000 + (now?.uniqueAddition ?? 0));
    expect(await balanceOf(`deposits-held:group:${stall.group.id}`)).toBe(-TOTAL);
    expect(await balanceOf(`credit-set-aside:order:${order.id}`)).toBe(0);
    expect(await qrisFeeOf(order.id)).toBe(700);
    await issueDocuments(buyer, order);
    const papers = await db().select().from(documents).where(eq(documents.orderId, order.id));
    expect(papers.find((paper) => paper.kind === "receipt")?.total).toBe(TOTAL);
    await expectBalanced();
  });

  it("sets the QRIS fee aside on what QRIS pays, not on the whole", async () => {
    const buyer = await aBuyer(24_000);
    const { order, payment } = await anOrderOf(buyer, { creditSeen: 24_000, method: "qris" });
    expect(payment).toMatchObject({ method: "qris", amount: 100_000 });
    // 0.7 % of the Rp 100,000 that are left.
    expect(await qrisFeeOf(order.id)).toBe(700);
    const whole = as(ctx, (await aPerson()).actor);
    expect(await qrisFeeOf((await anOrderOf(whole, { method: "qris", useCredit: "" })).order.id)).toBe(868);
  });

  it("cannot take the same credit in two tabs: one order has it, the other is told", async () => {
    const buyer = await aBuyer(TOTAL);
    await aNetwork();
    const stalls = [await aStall(), await aStall()];
    const wishes = [];
    for (const { variant } of stalls) {
      const guests = await aBasket(ctx, [{ variantId: variant.id, quantity: "2" }]);
      wishes.push(await aWish(ctx, guests, { method: "credit", useCredit: "yes", creditSeen: TOTAL }));
    }
    const answers = await Promise.all(wishes.map((wish) => placeOrder(buyer, wish)));
    expect(answers.map((answer) => answer.ok).toSorted()).toEqual([false, true]);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "credit-changed" });
    expect(await creditOf(buyer)).toBe(0);
    await expectBalanced();
  });

  it("is refused in words where credit is too little, less than was seen, nobody's, or the rest is cash at the door", async () => {
    const poor = await aBuyer(1000);
    const { wish } = await aReadyWish(poor);
    const place = (over: Partial<typeof wish>, who = poor) => placeOrder(who, { ...wish, ...over });
    expect(await place({ method: "credit" })).toMatchObject({ fields: { method: "credit-too-little" } });
    expect(await place({ useCredit: "yes", creditSeen: 1001 })).toMatchObject({ fields: { form: "credit-changed" } });
    expect(await place({ useCredit: "yes", method: "cash-on-delivery" })).toMatchObject({
      fields: { method: "credit-not-at-door" },
    });
    const { wish: guests } = await aReadyWish(ctx);
    expect(await placeOrder(ctx, { ...guests, method: "credit" })).toMatchObject({
      fields: { method: "choose-method" },
    });
    expect(await creditOf(poor)).toBe(1000);
  });

  it("gives the credit back when it is cancelled or its time is over, once", async () => {
    const buyer = await aBuyer(50_000);
    const first = await anOrderOf(buyer);
    expect(await creditOf(buyer)).toBe(0);
    const cancel = () => cancelOrder(buyer, { number: first.order.number });
    await Promise.all([cancel(), cancel()]);
    expect(await creditOf(buyer)).toBe(50_000);
    const second = await anOrderOf(buyer);
    expect(await creditOf(buyer)).toBe(0);
    expect(await expireOrders(testContext({ now: hoursLater(25) }))).toContain(second.order.number);
    expect(await creditOf(buyer)).toBe(50_000);
    // Money that comes late is owed back as it came; the credit stays the buyer's.
    const late = await confirmPayment(await operator(), { paymentId: second.payment.id, bankReference: null });
    expect(late).toMatchObject({ ok: true });
    expect(await creditOf(buyer)).toBe(50_000);
    await expectBalanced();
  });

  it("goes back to credit first, and never more as money than came as money", async () => {
    const buyer = await aBuyer(24_000);
    const { order, payment } = await anOrderOf(buyer);
    const who = await operator();
    await confirmPayment(who, { paymentId: payment.id, bankReference: null });
    const extra = payment.uniqueAddition;
    const back = (amount: number | null) =>
      refundOrder(who, {
        ...{ number: order.number, reason: "Rusak.", formKey: `refund-of-a-page-${testId()}` },
        ...(amount !== null && { wish: { kind: "amount", amount: rupiah(amount) } as const }),
      });
    expect(await back(10_000)).toMatchObject({ ok: true });
    expect(await creditOf(buyer)).toBe(10_000 + extra);
    expect(await back(20_000)).toMatchObject({ ok: true });
    expect(await creditOf(buyer)).toBe(24_000 + extra);
    expect(await back(null)).toMatchObject({ ok: true });
    const rows = await db().select().from(refunds).where(eq(refunds.paymentId, payment.id));
    const sumOf = (way: string) => rows.filter((row) => row.way === way).reduce((all, row) => all + row.amount, 0);
    expect(sumOf("credit")).toBe(24_000);
    expect(sumOf("transfer")).toBe(100_000 + extra);
    const told = (await listOwnMessages(buyer.actor, { page: 1 })).messages.map(({ kind }) => kind);
    expect(told.filter((kind) => kind === "refund-credited")).toHaveLength(2);
    expect(told).not.toContain("refund-paid");
    await issueDocuments(buyer, order);
    const papers = await db().select().from(documents).where(eq(documents.orderId, order.id));
    const noted = papers.filter((paper) => paper.kind === "credit-note").reduce((all, paper) => all + paper.total, 0);
    expect(noted).toBe(TOTAL + extra);
    await expectBalanced();
  });
});
