import { fundReversedEntry, fundSpentKey } from "#app/domain/fund-payment.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findFundPayment } from "#db/read/fund-payments.ts";
import { listEntryPostings } from "#db/read/ledger.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { moveFundReversal } from "#db/write/fund-payments.ts";
import { post } from "#db/write/ledger.ts";

type Input = { groupId: string; paymentId: string; to: "reversed" | "paid" };
type Answer = Result<object, "no-such-payment-out" | "same-hand" | "fund-payment-decided">;

/**
 * The second person agrees that a payment out of a fund was wrong and its money is back: its mirror is posted today, the first entry stands.
 * Or the payment stays as it was. Whoever asked cannot answer.
 */
export async function answerFundReversal(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "answer-fund-reversal", { groupId: input.groupId });
  return inTransaction((tx) => answerWithin(tx, ctx, input));
}

async function answerWithin(tx: Tx, ctx: Context, { groupId, paymentId, to }: Input): Promise<Answer> {
  const known = await findFundPayment(ctx.actor, { groupId, paymentId });
  if (!known) return refuse("no-such-payment-out");
  if (known.state !== "reversal-asked") return refuse("fund-payment-decided");
  if (known.reversalBy === ctx.actor.personId) return refuse("same-hand");
  const marks =
    to === "reversed" ? { reversedBy: ctx.actor.personId, reversedAt: ctx.now } : { reversalBy: null, reversalWhy: "" };
  if (!(await moveFundReversal(tx, { paymentId, from: "reversal-asked", to, marks })))
    return refuse("fund-payment-decided");
  if (to === "reversed") {
    const postings = await listEntryPostings(fundSpentKey(paymentId));
    const { actor, now, newId } = ctx;
    await post(
      tx,
      { ...fundReversedEntry({ paymentId, groupId, postings }), memo: known.reversalWhy },
      { actorId: actor.personId, now, newId },
    );
  }
  await recordActivity(tx, ctx, { what: "answer-fund-reversal", groupId, subject: paymentId, note: to });
  return { ok: true };
}
