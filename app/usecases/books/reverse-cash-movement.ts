import type { z } from "zod";
import { cashMovedKey, cashReversedEntry, isIncome, type ReverseMovementForm } from "#app/domain/cash-movement.ts";
import { documentYear } from "#app/domain/document.ts";
import { mirrorOf } from "#app/domain/ledger.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { findMovement, findMovementByForm } from "#db/read/cash-movements.ts";
import { listEntryPostings } from "#db/read/ledger.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertCashMovement } from "#db/write/cash-movements.ts";
import { post } from "#db/write/ledger.ts";

type Input = z.output<typeof ReverseMovementForm> & { groupId: string; movementId: string };
type Answer = Result<{ movementId: string }, "no-such-movement" | "reversal-stands" | "cash-box-short">;

/** A voucher was wrong: a second one takes it back, posting by posting, under a number of its own. Once for each voucher. */
export async function reverseCashMovement(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "reverse-cash-movement", { groupId: input.groupId });
  return inTransaction((tx) => reverseWithin(tx, ctx, input));
}

async function reverseWithin(tx: Tx, ctx: Context, { groupId, movementId, reason }: Input): Promise<Answer> {
  const wrong = await findMovement(ctx.actor, { groupId, movementId });
  if (!wrong) return refuse("no-such-movement");
  if (wrong.reverses !== null) return refuse("reversal-stands");
  const formKey = `reversal-of:${movementId}`;
  const known = await findMovementByForm(formKey);
  if (known) return { ok: true, movementId: known.id };
  const { category, amount, day, counterpart } = wrong;
  const { cashBox } = await getGroupMoney(ctx.actor, groupId);
  if (isIncome(category) && amount > cashBox) return refuse("cash-box-short");
  const reversalId = ctx.newId();
  await insertCashMovement(tx, {
    ...{ id: reversalId, groupId, year: documentYear(ctx.now.getTime()), category, amount, day, counterpart },
    ...{ note: reason, reverses: movementId, formKey, recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
  });
  const postings = mirrorOf(await listEntryPostings(cashMovedKey(movementId)));
  await post(tx, cashReversedEntry({ movementId: reversalId, groupId, postings }), {
    ...{ actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId },
  });
  await recordActivity(tx, ctx, { what: "reverse-cash-movement", groupId, subject: reversalId });
  return { ok: true, movementId: reversalId };
}
