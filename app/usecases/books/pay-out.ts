import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { documentYear } from "#app/domain/document.ts";
import { add, rupiah, subtract } from "#app/domain/money.ts";
import { type PayoutMethod, type PayoutProblem, payoutProblem, repaymentOf } from "#app/domain/payout.ts";
import type { PayOutForm } from "#app/domain/payout-forms.ts";
import { permit } from "#app/domain/permissions.ts";
import { paidOutEntry } from "#app/domain/postings-of-payouts.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findPayoutRules } from "#db/read/groups.ts";
import { listPayables } from "#db/read/payables.ts";
import { moneyToPayFrom } from "#db/read/payout-money.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { tellMember } from "#db/write/member-messages.ts";
import { findPayoutByForm, insertPayout } from "#db/write/payouts.ts";

type PayOut = Omit<z.output<typeof PayOutForm>, "method"> & { groupId: string; method: Exclude<PayoutMethod, "cash"> };
type Answer = Result<{ payoutId: string }, PayoutProblem | "no-such-member" | "needs-second-person" | "form-used">;

/**
 * The treasurer has sent a member what the group owes, by transfer or e-wallet, once for each form. What the member agreed to repay of an
 * advance is taken off what she has in hand. Cash is prepared first, and given when she confirms it: see prepare-cash.
 */
export async function payOut(ctx: Context, input: PayOut): Promise<Answer> {
  permit(ctx.actor, "pay-out", { groupId: input.groupId });
  return inTransaction((tx) => payOutWithin(tx, ctx, input));
}

async function payOutWithin(tx: Tx, ctx: Context, input: PayOut): Promise<Answer> {
  const { groupId, memberId, amount: gross, method, reference, formKey } = input;
  const known = await findPayoutByForm(tx, formKey);
  if (known) {
    const isSame = known.memberId === memberId && add(known.amount, known.repaid) === gross && known.method === method;
    return isSame ? { ok: true, payoutId: known.id } : refuse("form-used");
  }
  if ((await findPayoutRules(groupId)).approval === "all") return refuse("needs-second-person");
  const [member] = await listPayables({ groupId, memberId, today: dayInWib(ctx.now.getTime()) });
  if (!member) return refuse("no-such-member", { memberId: "no-such-member" });
  const repaid = repaymentOf({ gross, outstanding: member.advance, terms: member.terms });
  const amount = subtract(gross, repaid);
  const { owed, held } = member;
  const spokenFor = rupiah(member.kept + member.underWay);
  const from = await moneyToPayFrom(ctx.actor, { groupId, method });
  const problem = payoutProblem({ ...{ amount, repaid, owed, held, spokenFor, method }, ...from });
  if (problem) return refuse(problem, { amount: problem });
  const payoutId = ctx.newId();
  await insertPayout(tx, {
    ...{ id: payoutId, groupId, memberId, year: documentYear(ctx.now.getTime()), amount, repaid, method, reference },
    ...{ formKey, paidBy: ctx.actor.personId ?? "", paidAt: ctx.now },
  });
  const by = { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId };
  await post(tx, paidOutEntry({ payoutId, groupId, memberId, amount, repaid, method }), by);
  const facts = { paidAmount: amount, method };
  await tellMember(tx, ctx, { memberId, about: payoutId, kind: "payout", facts });
  await recordActivity(tx, ctx, { what: "pay-out", groupId, onBehalfOf: memberId, subject: payoutId });
  return { ok: true, payoutId };
}
