import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findPayment, isBankReferenceUsed, listGroupIdsOfOrder } from "#db/read/payments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";

type Input = { paymentId: string; bankReference: string | null };
type Reason = "payment-not-waiting" | "bank-reference-used";

/** The treasurer or operator has seen the money on the bank's list. Twice pressed, or by two people, it is posted once. */
export async function confirmPayment(
  ctx: Context,
  { paymentId, bankReference }: Input,
): Promise<Result<{ outcome: "paid" | "already" | "late" }, Reason>> {
  const payment = await findPayment(paymentId);
  const groupIds = payment ? await listGroupIdsOfOrder(payment.orderId) : [];
  permit(ctx.actor, "confirm-payment", { groupIds });
  const isAtBank = payment?.method === "transfer" || payment?.method === "qris";
  if (payment?.provider !== "manual" || !isAtBank) return refuse("payment-not-waiting");
  return inTransaction(async (tx) => {
    if (bankReference && (await isBankReferenceUsed({ bankReference, exceptPaymentId: paymentId })))
      return refuse("bank-reference-used", { bankReference: "bank-reference-used" });
    const outcome = await markPaymentPaid(tx, ctx, { paymentId, into: { kind: "bank" }, bankReference });
    if (outcome !== "already")
      await recordActivity(tx, ctx, { what: "confirm-payment", subject: paymentId, note: bankReference ?? undefined });
    return { ok: true, outcome };
  });
}
