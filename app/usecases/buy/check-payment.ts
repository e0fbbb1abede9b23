import { ProviderProblem } from "#app/adapters/payments/port.ts";
import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { findOrderToPay, listAttempts } from "#db/read/payments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { applyProviderView } from "#db/write/provider-views.ts";

export type PaymentStanding = "paid" | "waiting" | "not-paid";

/**
 * The buyer is back from the provider's page. The address proves nothing, so the provider is asked; right whether its event came before,
 * comes after, or never.
 */
export async function checkPayment(ctx: Context, { number }: { number: string }): Promise<PaymentStanding> {
  const order = await findOrderToPay(number);
  permit(ctx.actor, "check-payment", { orderId: order?.id, buyerId: order?.buyerId });
  if (!order) return "not-paid";
  const provider = ctx.payments.stripe;
  const attempts = await listAttempts(order.id);
  let isWaiting = false;
  for (const { providerRef, provider: code, state } of attempts) {
    if (!provider || code !== "stripe" || !providerRef || state === "paid") continue;
    try {
      const view = await provider.fetch(providerRef);
      if (view) await inTransaction((tx) => applyProviderView(tx, ctx, view));
      isWaiting ||= view?.status === "processing";
    } catch (problem) {
      if (!(problem instanceof ProviderProblem)) throw problem;
      isWaiting = true;
    }
  }
  const after = await findOrderToPay(number);
  if (after?.state === "paid" || after?.state === "completed") return "paid";
  return isWaiting ? "waiting" : "not-paid";
}
