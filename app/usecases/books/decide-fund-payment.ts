import { documentYear } from "#app/domain/document.ts";
import { type FundProblem, fundPaymentNumber, fundProblem, fundSpentEntry } from "#app/domain/fund-payment.ts";
import { rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findFundPayment, readFunds } from "#db/read/fund-payments.ts";
import { moneyToPayFrom } from "#db/read/payout-money.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { decideAsked, nextFundNumber } from "#db/write/fund-payments.ts";
import { post } from "#db/write/ledger.ts";

type Input = { groupId: string; paymentId: string; to: "paid" | "refused"; why: string };
type Answer = Result<object, FundProblem | "fields" | "no-such-payment-out" | "same-hand" | "fund-payment-decided">;

/**
 * A second person approves a payment out of a fund that is above the group's limit, and it is booked; or refuses it with a reason. Whoever
 * asked cannot do either. What the fund holds is looked at again.
 */
export async function decideFundPayment(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "decide-fund-payment", { groupId: input.groupId });
  if (input.to === "refused" && input.why === "") return refuse("fields", { reason: "required" });
  return inTransaction((tx) => decideWithin(tx, ctx, input));
}

async function decideWithin(tx: Tx, ctx: Context, { groupId, paymentId, to, why }: Input): Promise<Answer> {
  const asked = await findFundPayment(ctx.actor, { groupId, paymentId });
  if (!asked) return refuse("no-such-payment-out");
  if (asked.askedBy === ctx.actor.personId) return refuse("same-hand");
  if (asked.state !== "asked") return refuse("fund-payment-decided");
  const by = { decidedBy: ctx.actor.personId, decidedAt: ctx.now, decidedWhy: why };
  const { fund, amount, way } = asked;
  if (to === "refused") {
    if (!(await decideAsked(tx, { ...by, paymentId, to }))) return refuse("fund-payment-decided");
  } else {
    const holds = (await readFunds(groupId)).find((each) => each.fund === fund)?.left ?? rupiah(0);
    const { available, kept } = await moneyToPayFrom(ctx.actor, { groupId, method: way });
    const problem = fundProblem({ amount, way, holds, cashBox: available, kept, bank: available });
    if (problem) return refuse(problem);
    const year = documentYear(ctx.now.getTime());
    const numbered = { year, number: await nextFundNumber(tx, { groupId, year }) };
    if (!(await decideAsked(tx, { ...by, ...numbered, paymentId, to }))) return refuse("fund-payment-decided");
    await post(
      tx,
      { ...fundSpentEntry({ paymentId, groupId, amount, way }), memo: fundPaymentNumber(numbered) },
      { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId },
    );
  }
  await recordActivity(tx, ctx, {
    what: "decide-fund-payment",
    groupId,
    subject: paymentId,
    note: `${to} ${why}`.trim(),
  });
  return { ok: true };
}
