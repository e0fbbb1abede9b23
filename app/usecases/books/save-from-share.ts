import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { documentYear } from "#app/domain/document.ts";
import { accountCode } from "#app/domain/ledger.ts";
import { negate, rupiah, subtract, ZERO } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { savingsEntry } from "#app/domain/postings-of-savings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { SAVING_KINDS, type SaveFromShareForm, type SavingsProblem, savingsProblem } from "#app/domain/savings.ts";
import type { Context } from "#app/usecases/context.ts";
import { heldBack } from "#db/read/complaints.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { findSavingsByForm, isCooperativeGroup, readSavers } from "#db/read/savings.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { insertSavingsMovement } from "#db/write/member-savings.ts";

type Input = Omit<z.output<typeof SaveFromShareForm>, "agreed"> & { groupId: string; memberId: string };
type Answer = Result<{ movementId: string }, "not-a-cooperative" | "no-such-member" | "form-used" | SavingsProblem>;

/** A member saves out of what the group owes her or him: own word, own page. No money moves, so nobody else has to press. */
export async function saveFromShare(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "save-from-share", { groupId: input.groupId, memberId: input.memberId });
  if (!(await isCooperativeGroup(input.groupId))) return refuse("not-a-cooperative");
  return inTransaction((tx) => saveWithin(tx, ctx, input));
}

async function saveWithin(tx: Tx, ctx: Context, input: Input): Promise<Answer> {
  const { groupId, memberId, formKey, pokok, wajib, sukarela } = input;
  const amounts = { pokok, wajib, sukarela };
  const known = await findSavingsByForm(formKey);
  if (known) {
    const isSame = known.memberId === memberId && SAVING_KINDS.every((kind) => known[kind] === amounts[kind]);
    return isSame ? { ok: true, movementId: known.id } : refuse("form-used");
  }
  const [saver] = await readSavers(groupId, ctx.now, memberId);
  if (!saver) return refuse("no-such-member");
  const payable = await balanceOf(accountCode("member-payable", { kind: "member", id: memberId }));
  const held = (await heldBack([groupId])).get(memberId) ?? ZERO;
  const problem = savingsProblem({
    ...{ purpose: "deposit", way: "share", amounts, note: "own", balances: saver.saved, hasLeft: saver.left !== null },
    ...{ pokokDue: saver.standing.pokokDue, cashBox: ZERO, bank: ZERO, kept: ZERO },
    share: rupiah(Math.max(0, subtract(negate(payable), held))),
  });
  if (problem)
    return refuse(problem.reason, { [problem.field === "way" ? "sukarela" : problem.field]: problem.reason });
  const movementId = ctx.newId();
  await insertSavingsMovement(tx, {
    ...{ id: movementId, groupId, memberId, year: documentYear(ctx.now.getTime()), purpose: "deposit", way: "share" },
    ...{ ...amounts, day: dayInWib(ctx.now.getTime()), note: "", formKey },
    ...{ recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
  });
  const entry = savingsEntry({ movementId, groupId, memberId, purpose: "deposit", way: "share", amounts });
  await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
  await recordActivity(tx, ctx, { what: "save-from-share", groupId, subject: movementId });
  return { ok: true, movementId };
}
