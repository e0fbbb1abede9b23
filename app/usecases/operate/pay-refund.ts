import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRefund } from "#db/read/refunds.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { markRefundPaid } from "#db/write/refunds.ts";

type Input = { refundId: string; reference: string };
type Reason = "refund-not-waiting" | "refund-by-provider";

/** "The money is back with the buyer": sent by hand from the bank, with what the bank calls it. One the provider sends is not sent by hand too. */
export async function payRefund(ctx: Context, { refundId, reference }: Input): Promise<Result<object, Reason>> {
  permit(ctx.actor, "pay-refund");
  return inTransaction(async (tx) => {
    const refund = await findRefund(refundId);
    if (!refund || refund.state === "succeeded") return refuse("refund-not-waiting");
    if (refund.way === "provider" && refund.state !== "failed") return refuse("refund-by-provider");
    if (!(await markRefundPaid(tx, ctx, { refundId, from: "bank", providerRef: reference })))
      return refuse("refund-not-waiting");
    await recordActivity(tx, ctx, { what: "pay-refund", subject: refundId, note: reference });
    return { ok: true };
  });
}
