import type { PaymentMethod } from "#app/domain/order.ts";
import { MAX_ATTEMPTS } from "#app/domain/payment.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findOrderToPay, findPayInfo, listAttempts } from "#db/read/payments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { endPayments, insertAttempt } from "#db/write/payment-states.ts";

type Reason = "order-not-open" | "method-not-offered" | "too-many-attempts" | "payments-crowded";

/** Another way to pay the same order: a new try, and the old ones are not asked for any more. A card is tried by pay-order itself. */
export async function changePaymentMethod(
  ctx: Context,
  { number, method }: { number: string; method: Extract<PaymentMethod, "transfer" | "qris"> },
): Promise<Result<object, Reason>> {
  const order = await findOrderToPay(number);
  permit(ctx.actor, "change-payment-method", { orderId: order?.id, buyerId: order?.buyerId });
  const network = await findPayInfo();
  const isOffered = method === "transfer" ? network?.takesTransfer : network?.takesQris;
  if (!isOffered) return refuse("method-not-offered");
  return inTransaction(async (tx) => {
    const now = await findOrderToPay(number);
    if (now?.state !== "awaiting-payment") return refuse("order-not-open");
    const attempts = await listAttempts(now.id);
    if (attempts.some((attempt) => attempt.method === method && isAsked(attempt.state))) return { ok: true };
    if (attempts.length >= MAX_ATTEMPTS) return refuse("too-many-attempts");
    await endPayments(tx, { orderId: now.id, event: "cancel", now: ctx.now });
    const payment = await insertAttempt(tx, {
      id: ctx.newId(),
      orderId: now.id,
      method,
      amount: now.toPay,
      expiresAt: now.payBy,
      now: ctx.now,
    });
    return payment ? { ok: true } : refuse("payments-crowded");
  });
}

function isAsked(state: string): boolean {
  return state === "open" || state === "claimed";
}
