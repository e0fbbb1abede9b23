import type { z } from "zod";
import { accountCode, NETWORK } from "#app/domain/ledger.ts";
import { add, negate, type Rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import { type PayOutForm, payoutProblem } from "#app/domain/payout.ts";
import { permit } from "#app/domain/permissions.ts";
import { paidOutEntry } from "#app/domain/postings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { heldBack } from "#db/read/complaints.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { findMember } from "#db/read/shares.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { tellMember } from "#db/write/member-messages.ts";
import { findPayoutByForm, insertPayout } from "#db/write/payouts.ts";

type PayOut = z.output<typeof PayOutForm> & { groupId: string };
type Answer = Result<
  { payoutId: string },
  | "no-such-member"
  | "more-than-owed"
  | "held-by-complaint"
  | "cash-box-short"
  | "bank-short"
  | "own-account-short"
  | "pay-from-box"
  | "form-used"
>;

/** The treasurer gives a member what the group owes, in cash from the group's box or by transfer, once for each form. */
export async function payOut(ctx: Context, input: PayOut): Promise<Answer> {
  permit(ctx.actor, "pay-out", { groupId: input.groupId });
  return inTransaction((tx) => payOutWithin(tx, ctx, input));
}

async function payOutWithin(tx: Tx, ctx: Context, input: PayOut): Promise<Answer> {
  const { groupId, memberId, amount, method, reference, formKey } = input;
  const known = await findPayoutByForm(tx, formKey);
  if (known) {
    const isSame = known.memberId === memberId && known.amount === amount && known.method === method;
    return isSame ? { ok: true, payoutId: known.id } : refuse("form-used");
  }
  if (!(await findMember({ groupId, memberId }))) return refuse("no-such-member", { memberId: "no-such-member" });
  const owed = negate(await balanceOf(accountCode("member-payable", { kind: "member", id: memberId })));
  const held = (await heldBack([groupId])).get(memberId) ?? ZERO;
  const problem = payoutProblem({ amount, owed, held, method, ...(await moneyFor(ctx, input)) });
  if (problem) return refuse(problem, { amount: problem });
  const payoutId = ctx.newId();
  const by = { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId };
  await insertPayout(tx, {
    id: payoutId,
    groupId,
    memberId,
    amount,
    method,
    reference,
    formKey,
    paidBy: ctx.actor.personId ?? "",
    paidAt: ctx.now,
  });
  await post(tx, paidOutEntry({ payoutId, groupId, memberId, amount, method }), by);
  await tellMember(tx, ctx, {
    memberId,
    about: payoutId,
    kind: "payout",
    facts: { paidAmount: amount, method },
  });
  await recordActivity(tx, ctx, { what: "pay-out", groupId, onBehalfOf: memberId, subject: payoutId });
  return { ok: true, payoutId };
}

async function moneyFor(ctx: Context, { method, groupId }: PayOut): Promise<{ available: Rupiah; kept: Rupiah }> {
  const { owed, fund, fixedCosts, capital, cashBox, ownAccount } = await getGroupMoney(ctx.actor, groupId);
  const there = { cash: cashBox, "own-account": ownAccount, transfer: await balanceOf(accountCode("bank", NETWORK)) };
  return { available: there[method], kept: subtract(sum([owed, fund, fixedCosts, capital]), add(cashBox, ownAccount)) };
}
