import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { documentYear } from "#app/domain/document.ts";
import { permit } from "#app/domain/permissions.ts";
import { savingsKey, savingsReversedEntry } from "#app/domain/postings-of-savings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { type ReverseSavingsForm, SAVING_KINDS, totalSaved } from "#app/domain/savings.ts";
import type { Context } from "#app/usecases/context.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { listEntryPostings } from "#db/read/ledger.ts";
import { findSavingsByForm, findSavingsMovement, savedBy } from "#db/read/savings.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { insertSavingsMovement } from "#db/write/member-savings.ts";

type Input = z.output<typeof ReverseSavingsForm> & { groupId: string; movementId: string };
type Answer = Result<
  { movementId: string },
  "no-such-receipt" | "reversal-stands" | "savings-short" | "cash-box-short"
>;

/** A receipt was wrong: a second one takes it back, posting by posting, under a number of its own. Once for each receipt. */
export async function reverseSavings(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "reverse-savings", { groupId: input.groupId });
  return inTransaction((tx) => reverseWithin(tx, ctx, input));
}

async function reverseWithin(tx: Tx, ctx: Context, { groupId, movementId, reason }: Input): Promise<Answer> {
  const found = await findSavingsMovement(ctx.actor, { groupId, movementId });
  if (!found) return refuse("no-such-receipt");
  const wrong = found.movement;
  if (wrong.reverses !== null) return refuse("reversal-stands");
  const formKey = `reversal-of:${movementId}`;
  const known = await findSavingsByForm(formKey);
  if (known) return { ok: true, movementId: known.id };
  const { memberId, purpose, way, pokok, wajib, sukarela } = wrong;
  if (purpose === "deposit") {
    const saved = (await savedBy([memberId])).get(memberId);
    if (!saved || SAVING_KINDS.some((kind) => saved[kind] < wrong[kind])) return refuse("savings-short");
    const { cashBox } = await getGroupMoney(ctx.actor, groupId);
    if (way === "cash" && totalSaved(wrong) > cashBox) return refuse("cash-box-short");
  }
  const reversalId = ctx.newId();
  await insertSavingsMovement(tx, {
    ...{ id: reversalId, groupId, memberId, year: documentYear(ctx.now.getTime()), purpose, way },
    ...{ pokok, wajib, sukarela, day: dayInWib(ctx.now.getTime()), note: reason, reverses: movementId, formKey },
    ...{ recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
  });
  const postings = await listEntryPostings(savingsKey(movementId));
  await post(tx, savingsReversedEntry({ movementId: reversalId, groupId, purpose, postings }), {
    ...{ actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId },
  });
  await recordActivity(tx, ctx, { what: "reverse-savings", groupId, onBehalfOf: memberId, subject: reversalId });
  return { ok: true, movementId: reversalId };
}
