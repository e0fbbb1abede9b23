import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { paidOutEntry } from "#app/domain/postings-of-payouts.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { findOrderToPay } from "#db/read/payments.ts";
import { findRefundAmount, gatherRefund } from "#db/read/refunds.ts";
import { orders, refunds, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { endPayments } from "#db/write/payment-states.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aPayableOrder, deliver } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";

async function anOperator() {
  return as(testContext(), (await aPerson({ isOperator: true })).actor);
}

async function aPaidOrder(wanted: Parameters<typeof aPayableOrder>[0] = {}) {
  const operator = await anOperator();
  const order = await aPayableOrder(wanted);
  await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
  return { operator, order };
}

async function stockOf(variantId: string): Promise<number> {
  const [row] = await inTransaction((tx) => tx.select().from(variants).where(eq(variants.id, variantId)));
  return row?.stockMilli ?? -1;
}

async function nonZeroAccounts() {
  const { accounts, total } = await trialBalance();
  expect(total).toBe(0);
  return accounts.filter((account) => account.balance !== 0).map(({ accountCode, balance }) => [accountCode, balance]);
}

describe("refund-order", () => {
  it.each([
    { what: "before delivery, to a guest", delivered: false, isGuest: true },
    { what: "before delivery, to somebody with an account", delivered: false, isGuest: false },
    { what: "after delivery", delivered: true, isGuest: false },
  ])("$what: every account is at zero again", async ({ delivered, isGuest }) => {
    const before = await nonZeroAccounts();
    const { operator, order } = await aPaidOrder({ buyerId: isGuest ? null : (await aPerson()).id });
    const variantId = order.parts[0]?.variantId ?? "";
    if (delivered) await deliver(order);
    const basis = await gatherRefund(order.number);
    expect(basis && (await findRefundAmount(basis))).toBe(order.asked);
    const answer = await refundOrder(operator, { number: order.number, reason: "Rusak", formKey: testId() });
    if (!answer.ok) throw new Error(answer.reason);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-order.asked);
    expect(await stockOf(variantId)).toBe(delivered ? 8_000 : 10_000);
    expect(await payRefund(operator, { refundId: answer.refundId, reference: "TRF-9" })).toEqual({ ok: true });
    expect(await nonZeroAccounts()).toEqual(before);
    expect((await findOrderToPay(order.number))?.state).toBe("refunded");
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("happens once for one form, and once for two people with two forms", async () => {
    const { operator, order } = await aPaidOrder();
    const other = await anOperator();
    const formKey = testId();
    const press = (who: typeof operator, key: string) =>
      refundOrder(who, { number: order.number, reason: "Salah kirim", formKey: key });
    const answers = await Promise.all([press(operator, formKey), press(operator, formKey), press(other, testId())]);
    const made = await inTransaction((tx) => tx.select().from(refunds).where(eq(refunds.paymentId, order.payment.id)));
    expect(made).toHaveLength(1);
    expect(made[0]?.amount).toBe(order.asked);
    expect(answers.filter((answer) => answer.ok).length).toBeGreaterThanOrEqual(1);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-order.asked);
    expect(await stockOf(order.parts[0]?.variantId ?? "")).toBe(10_000);
    const refundId = made[0]?.id ?? "";
    const pay = () => payRefund(operator, { refundId, reference: "TRF-10" });
    const paid = await Promise.all([pay(), pay()]);
    expect(paid.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
  });

  it("leaves a member who has taken the money home owing it", async () => {
    const { operator, order } = await aPaidOrder();
    await deliver(order);
    const member = order.parts[0]?.shares.find((share) => share.party === "member");
    if (!member?.memberId) throw new Error("no member");
    const payout = { payoutId: testId(), groupId: order.parts[0]?.group.id ?? "", memberId: member.memberId };
    await inTransaction((tx) =>
      post(tx, paidOutEntry({ ...payout, amount: member.amount, method: "transfer" }), {
        ...{ actorId: null, now: MARKET_DAY, newId: testId },
      }),
    );
    const answer = await refundOrder(operator, { number: order.number, reason: "Rusak", formKey: testId() });
    expect(answer.ok).toBe(true);
    expect(await balanceOf(`member-payable:member:${member.memberId}`)).toBe(member.amount);
  });

  it("sends money that came too late back as it came", async () => {
    const operator = await anOperator();
    const order = await aPayableOrder();
    await inTransaction(async (tx) => {
      await tx.update(orders).set({ state: "expired" }).where(eq(orders.id, order.id));
      await endPayments(tx, { orderId: order.id, event: "expire", now: MARKET_DAY });
    });
    await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
    const answer = await refundOrder(operator, { number: order.number, reason: "Terlambat", formKey: testId() });
    if (!answer.ok) throw new Error(answer.reason);
    await payRefund(operator, { refundId: answer.refundId, reference: "TRF-11" });
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
    const again = await refundOrder(operator, { number: order.number, reason: "Terlambat", formKey: testId() });
    expect(again).toMatchObject({ reason: "order-not-refundable" });
  });

  it("is not for an unpaid order, nor for people of other groups; the bank is the operator's", async () => {
    const operator = await anOperator();
    const order = await aPayableOrder();
    const input = { number: order.number, reason: "x", formKey: testId() };
    expect(await refundOrder(operator, input)).toMatchObject({ reason: "order-not-refundable" });
    const officer = order.parts[0]?.group.officer;
    if (!officer) throw new Error("no officer");
    expect(await refundOrder(as(operator, officer), input)).toMatchObject({ reason: "order-not-refundable" });
    const stranger = (await aPayableOrder()).parts[0]?.group.officer;
    if (stranger) await expect(refundOrder(as(operator, stranger), input)).rejects.toThrow(NotAllowed);
    await expect(payRefund(as(operator, officer), { refundId: "x", reference: "y" })).rejects.toThrow(NotAllowed);
  });
});
