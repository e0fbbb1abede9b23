import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { documentYear } from "#app/domain/document.ts";
import { dayErrors } from "#app/domain/harvest-delivery.ts";
import { accountCode, NETWORK } from "#app/domain/ledger.ts";
import { negate, rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { savingsEntry } from "#app/domain/postings-of-savings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import {
  SAVING_KINDS,
  type Saved,
  type SavingsForm,
  type SavingsProblem,
  savingsProblem,
  totalSaved,
} from "#app/domain/savings.ts";
import type { Context } from "#app/usecases/context.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { heldBack } from "#db/read/complaints.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { findSavingsByForm, isCooperativeGroup, readSavers, type Saver } from "#db/read/savings.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { answerWithdrawals } from "#db/write/fund-payments.ts";
import { post } from "#db/write/ledger.ts";
import { tellMember } from "#db/write/member-messages.ts";
import { insertSavingsMovement } from "#db/write/member-savings.ts";

type Input = z.output<typeof SavingsForm> & { groupId: string };
type Answer = Result<
  { movementId: string },
  "fields" | "not-a-cooperative" | "no-such-member" | "form-used" | SavingsProblem
>;

/**
 * The treasurer of a cooperative writes a receipt of what a member saved, or a voucher of what she or he took home; once for each form.
 * What is set off from a member's share needs word of how she or he agreed.
 */
export async function recordSavings(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "record-savings", { groupId: input.groupId });
  if (!(await isCooperativeGroup(input.groupId))) return refuse("not-a-cooperative");
  const errors = dayErrors(input.day, dayInWib(ctx.now.getTime()));
  if (Object.keys(errors).length > 0) return refuse("fields", errors);
  return inTransaction((tx) => recordWithin(tx, ctx, input));
}

async function recordWithin(tx: Tx, ctx: Context, input: Input): Promise<Answer> {
  const { groupId, memberId, purpose, way, note, day, formKey } = input;
  const known = await findSavingsByForm(formKey);
  if (known) return isSame(known, input) ? { ok: true, movementId: known.id } : refuse("form-used");
  const [saver] = await readSavers(groupId, ctx.now, memberId);
  if (!saver) return refuse("no-such-member", { memberId: "no-such-member" });
  // Who leaves takes everything: the form need not say how much.
  const amounts: Saved = purpose === "leaving" ? saver.saved : amountsOf(input);
  const asked = { purpose, way, amounts, note, ...(await moneyFor(ctx, { groupId, saver })) };
  const problem = savingsProblem(asked);
  if (problem) return refuse(problem.reason, { [problem.field]: problem.reason });
  const movementId = ctx.newId();
  await insertSavingsMovement(tx, {
    ...{
      id: movementId,
      groupId,
      memberId,
      year: documentYear(ctx.now.getTime()),
      purpose,
      way,
      ...amounts,
      day,
      note,
    },
    ...{ formKey, recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
  });
  await post(tx, savingsEntry({ movementId, groupId, memberId, purpose, way, amounts }), {
    ...{ actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId },
  });
  if (purpose === "withdrawal") await answerWithdrawals(tx, { memberId, now: ctx.now, movementId, why: "" });
  await tellMember(tx, ctx, {
    ...{ memberId, about: movementId, kind: purpose === "deposit" ? "savings-in" : "savings-out", page: "savings" },
    facts: { savedAmount: totalSaved(amounts) },
  });
  await recordActivity(tx, ctx, { what: "record-savings", groupId, onBehalfOf: memberId, subject: movementId });
  return { ok: true, movementId };
}

function amountsOf({ pokok, wajib, sukarela }: Saved): Saved {
  return { pokok, wajib, sukarela };
}

type Known = NonNullable<Awaited<ReturnType<typeof findSavingsByForm>>>;

function isSame(known: Known, input: Input): boolean {
  const { groupId, memberId, purpose, way } = input;
  const isAlike =
    known.groupId === groupId && known.memberId === memberId && known.purpose === purpose && known.way === way;
  return isAlike && (purpose === "leaving" || SAVING_KINDS.every((kind) => known[kind] === input[kind]));
}

async function moneyFor(ctx: Context, { groupId, saver }: { groupId: string; saver: Saver }) {
  const [money, bank, payable, held] = await Promise.all([
    getGroupMoney(ctx.actor, groupId),
    balanceOf(accountCode("bank", NETWORK)),
    balanceOf(accountCode("member-payable", { kind: "member", id: saver.id })),
    heldBack([groupId]),
  ]);
  const { owed, fund, fixedCosts, capital, cashBox } = money;
  return {
    ...{ balances: saver.saved, hasLeft: saver.left !== null, pokokDue: saver.standing.pokokDue, cashBox, bank },
    kept: subtract(sum([owed, fund, fixedCosts, capital]), cashBox),
    share: rupiah(Math.max(0, subtract(negate(payable), held.get(saver.id) ?? ZERO))),
  };
}
