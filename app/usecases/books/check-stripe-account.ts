import { ProviderProblem } from "#app/adapters/payments/port.ts";
import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { findStripeAccount } from "#db/read/stripe-accounts.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { applyAccountView } from "#db/write/stripe-accounts.ts";

/**
 * An officer is back from Stripe's page. The address proves nothing, so Stripe is asked; right whether its event came before, comes after,
 * or never. False when Stripe did not answer.
 */
export async function checkStripeAccount(ctx: Context, { groupId }: { groupId: string }): Promise<boolean> {
  permit(ctx.actor, "check-stripe-account", { groupId });
  const account = await findStripeAccount(groupId);
  const accounts = ctx.payments.stripe?.accounts;
  if (!accounts || !account?.providerRef || account.closedAt) return true;
  try {
    const view = await accounts.fetch(account.providerRef);
    if (view) await inTransaction((tx) => applyAccountView(tx, ctx, view));
    return true;
  } catch (problem) {
    if (!(problem instanceof ProviderProblem)) throw problem;
    return false;
  }
}
