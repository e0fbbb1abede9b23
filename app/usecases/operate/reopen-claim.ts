import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findPayment, listGroupIdsOfOrder } from "#db/read/payments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { movePayment } from "#db/write/payment-states.ts";

/** The buyer says the money is sent, the bank's list does not show it: the payment is asked for again. */
export async function reopenClaim(
  ctx: Context,
  { paymentId }: { paymentId: string },
): Promise<Result<object, "payment-not-waiting">> {
  const payment = await findPayment(paymentId);
  const groupIds = payment ? await listGroupIdsOfOrder(payment.orderId) : [];
  permit(ctx.actor, "reopen-claim", { groupIds });
  return inTransaction(async (tx) => {
    if (!(await movePayment(tx, { paymentId, event: "not-found" }))) return refuse("payment-not-waiting");
    await recordActivity(tx, ctx, { what: "reopen-claim", subject: paymentId });
    return { ok: true };
  });
}
