import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { rupiah, subtract, ZERO } from "#app/domain/money.ts";
import { type PayoutProblem, payoutProblem, repaymentOf } from "#app/domain/payout.ts";
import type { PayOutForm } from "#app/domain/payout-forms.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findPayoutRules } from "#db/read/groups.ts";
import { listPayables } from "#db/read/payables.ts";
import { moneyToPayFrom } from "#db/read/payout-money.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { tellMember } from "#db/write/member-messages.ts";
import { findBatchByForm, insertBatch, listTaken } from "#db/write/payouts.ts";

type Input = Omit<z.output<typeof PayOutForm>, "method"> & { groupId: string };
type Answer = Result<{ batchId: string }, PayoutProblem | "no-such-member" | "form-used">;

/**
 * The treasurer counts out one member's cash: a batch of one line, which is paid when she confirms it as any cash, by her code or on a signed
 * slip. A second person approves it first only where the group wants that of every payout.
 */
export async function prepareCash(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "prepare-cash", { groupId: input.groupId });
  return inTransaction((tx) => prepareWithin(tx, ctx, input));
}

async function prepareWithin(tx: Tx, ctx: Context, input: Input): Promise<Answer> {
  const { groupId, memberId, amount: gross, reference: note, formKey } = input;
  const known = await findBatchByForm(tx, formKey);
  if (known) {
    const [line] = await listTaken(tx, known.id);
    const isSame = known.groupId === groupId && line?.memberId === memberId && line.amount + line.repaid === gross;
    return isSame ? { ok: true, batchId: known.id } : refuse("form-used");
  }
  const [member] = await listPayables({ groupId, memberId, today: dayInWib(ctx.now.getTime()) });
  if (!member) return refuse("no-such-member", { memberId: "no-such-member" });
  const repaid = repaymentOf({ gross, outstanding: member.advance, terms: member.terms });
  const amount = subtract(gross, repaid);
  const { owed, held } = member;
  const spokenFor = rupiah(member.kept + member.underWay);
  const from = await moneyToPayFrom(ctx.actor, { groupId, method: "cash" });
  const problem = payoutProblem({ ...{ amount, repaid, owed, held, spokenFor, method: "cash" }, ...from });
  if (problem) return refuse(problem, { amount: problem });
  const [batchId, lineId] = [ctx.newId(), ctx.newId()];
  const state = (await findPayoutRules(groupId)).approval === "all" ? "prepared" : "approved";
  await insertBatch(
    tx,
    { ...{ id: batchId, groupId, state, note, formKey }, preparedBy: ctx.actor.personId ?? "", preparedAt: ctx.now },
    [{ id: lineId, memberId, kind: "share", method: "cash", amount, repaid, kept: ZERO }],
  );
  const facts = { paidAmount: amount, method: "cash" as const };
  if (state === "approved") await tellMember(tx, ctx, { memberId, about: lineId, kind: "payout-ready", facts });
  await recordActivity(tx, ctx, { what: "prepare-cash", groupId, onBehalfOf: memberId, subject: batchId });
  return { ok: true, batchId };
}
