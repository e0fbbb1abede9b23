import { changeOf } from "#app/domain/counter.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { may, permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCounterSale } from "#db/read/counter.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { endPayments, insertAttempt, movePayment } from "#db/write/payment-states.ts";

type Input = { groupId: string; number: string; by: "qris" | "cash"; cashGiven: Rupiah | null };
type Reason = "counter-sale-gone" | "counter-sale-over" | "cash-too-little";
type Answer = Result<{ outcome: "paid" | "claimed" }, Reason>;
type Sale = NonNullable<Awaited<ReturnType<typeof findCounterSale>>>;

/**
 * The money of a sale that waits for it: the QRIS payment is here, or the buyer pays in cash after all. Only who may confirm payments says
 * that money is in the bank; what another officer saw on the buyer's phone is a claim that waits for the treasurer. Pressed twice, it happens once.
 */
export async function payAtCounter(ctx: Context, input: Input): Promise<Answer> {
  const { groupId, number, by } = input;
  permit(ctx.actor, "pay-at-counter", { groupId });
  return inTransaction(async (tx): Promise<Answer> => {
    const sale = await findCounterSale(ctx.actor, { groupId, number });
    if (!sale) return refuse("counter-sale-gone");
    if (sale.state === "completed") return { ok: true, outcome: "paid" };
    if (sale.state !== "awaiting-payment") return refuse("counter-sale-over");
    const answer =
      by === "cash" ? await payCash(tx, ctx, { ...input, sale }) : await payQris(tx, ctx, { groupId, sale });
    if (answer.ok) await recordActivity(tx, ctx, { what: "pay-at-counter", groupId, subject: sale.id, note: by });
    return answer;
  });
}

async function payCash(tx: Tx, ctx: Context, { sale, groupId, cashGiven }: Input & { sale: Sale }): Promise<Answer> {
  if (changeOf({ due: sale.total, given: cashGiven }) === null)
    return refuse("cash-too-little", { cashGiven: "cash-too-little" });
  await endPayments(tx, { orderId: sale.id, event: "cancel", now: ctx.now });
  const payment = await insertAttempt(tx, {
    ...{ id: ctx.newId(), orderId: sale.id, method: "cash", amount: sale.total, expiresAt: sale.payBy, now: ctx.now },
  });
  if (!payment) throw new Error("cash needs no addition");
  const into = { kind: "cash-box", groupId } as const;
  await markPaymentPaid(tx, ctx, { paymentId: payment.id, into, cashGiven: cashGiven ?? sale.total });
  return { ok: true, outcome: "paid" };
}

async function payQris(tx: Tx, ctx: Context, { sale, groupId }: { sale: Sale; groupId: string }): Promise<Answer> {
  const payment = sale.tries.find(({ state }) => state === "open" || state === "claimed");
  if (!payment) return refuse("counter-sale-over");
  if (may(ctx.actor, "confirm-payment", { groupIds: [groupId] })) {
    await markPaymentPaid(tx, ctx, { paymentId: payment.id, into: { kind: "bank" } });
    return { ok: true, outcome: "paid" };
  }
  await movePayment(tx, { paymentId: payment.id, event: "claim" });
  return { ok: true, outcome: "claimed" };
}
