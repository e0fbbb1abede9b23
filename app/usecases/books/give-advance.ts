import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import { advanceProblem } from "#app/domain/payout.ts";
import type { AdvanceForm } from "#app/domain/payout-forms.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { findPayoutRules } from "#db/read/groups.ts";
import { listPayables, sumWaiting } from "#db/read/payables.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { tellMember } from "#db/write/member-messages.ts";
import { findBatchByForm, insertBatch } from "#db/write/payouts.ts";

type Input = z.output<typeof AdvanceForm> & { groupId: string };
type Answer = Result<
  { batchId: string },
  "no-such-member" | "has-left" | "above-advance-limit" | "fund-short" | "form-used"
>;

/**
 * The treasurer writes down an advance (kasbon) that a member asked for, and how it comes back. The member agrees to that before it is given,
 * and a second person approves it as any batch.
 */
export async function giveAdvance(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "give-advance", { groupId: input.groupId });
  const { groupId, memberId, amount, method, repay, reason, formKey } = input;
  return inTransaction(async (tx): Promise<Answer> => {
    const known = await findBatchByForm(tx, formKey);
    if (known) return known.groupId === groupId ? { ok: true, batchId: known.id } : refuse("form-used");
    const [member] = await listPayables({ groupId, memberId, today: dayInWib(ctx.now.getTime()) });
    if (!member) return refuse("no-such-member", { memberId: "no-such-member" });
    if (member.hasLeft) return refuse("has-left", { memberId: "has-left" });
    const rules = await findPayoutRules(groupId);
    const { advances: waiting } = await sumWaiting(groupId);
    const { fund, fixedCosts, advances } = await getGroupMoney(ctx.actor, groupId);
    const problem = advanceProblem({
      ...{ amount, outstanding: member.advance, limit: rules.advanceLimit },
      waiting: sum(waiting.filter((each) => each.memberId === memberId).map((each) => each.amount)),
      own: subtract(rupiah(fund + fixedCosts - advances), sum(waiting.map((each) => each.amount))),
    });
    if (problem) return refuse(problem, { amount: problem });
    const [batchId, lineId] = [ctx.newId(), ctx.newId()];
    await insertBatch(
      tx,
      {
        ...{ id: batchId, groupId, state: rules.approval === "none" ? "approved" : "prepared", note: reason, formKey },
        ...{ preparedBy: ctx.actor.personId ?? "", preparedAt: ctx.now },
      },
      [
        {
          ...{ id: lineId, memberId, kind: "advance", method, amount, repaid: ZERO, kept: ZERO, reason },
          repayBasisPoints: repay && "basisPoints" in repay ? repay.basisPoints : null,
          repayAmount: repay && "amount" in repay ? repay.amount : null,
        },
      ],
    );
    const facts = { paidAmount: amount, method };
    await tellMember(tx, ctx, { memberId, about: lineId, kind: "advance-to-agree", facts });
    await recordActivity(tx, ctx, { what: "give-advance", groupId, onBehalfOf: memberId, subject: batchId });
    return { ok: true, batchId };
  });
}
