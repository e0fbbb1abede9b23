import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findFundPayment } from "#db/read/fund-payments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { moveFundReversal } from "#db/write/fund-payments.ts";

type Input = { groupId: string; paymentId: string; why: string };

/** The treasurer says why a payment out of a fund was wrong; nothing is booked until a second person agrees. */
export async function askFundReversal(
  ctx: Context,
  { groupId, paymentId, why }: Input,
): Promise<Result<object, "reason-needed" | "no-such-payment-out" | "fund-payment-decided">> {
  permit(ctx.actor, "ask-fund-reversal", { groupId });
  if (why === "") return refuse("reason-needed", { why: "reason-needed" });
  return inTransaction(async (tx) => {
    if (!(await findFundPayment(ctx.actor, { groupId, paymentId }))) return refuse("no-such-payment-out");
    const marks = { reversalBy: ctx.actor.personId, reversalWhy: why };
    if (!(await moveFundReversal(tx, { paymentId, from: "paid", to: "reversal-asked", marks })))
      return refuse("fund-payment-decided");
    await recordActivity(tx, ctx, { what: "ask-fund-reversal", groupId, subject: paymentId, note: why });
    return { ok: true };
  });
}
