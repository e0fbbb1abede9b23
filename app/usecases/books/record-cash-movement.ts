import type { z } from "zod";
import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { dayInWib } from "#app/domain/calendar-day.ts";
import {
  type CashMovementForm,
  cashMovedEntry,
  cashProblem,
  isIncome,
  voucherNumber,
} from "#app/domain/cash-movement.ts";
import { documentYear } from "#app/domain/document.ts";
import { dayErrors } from "#app/domain/harvest-delivery.ts";
import { add, subtract } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { findMovementByForm } from "#db/read/cash-movements.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertCashMovement } from "#db/write/cash-movements.ts";
import { post } from "#db/write/ledger.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";

type Input = z.output<typeof CashMovementForm> & { groupId: string; receipt: Upload | null };
type Stored = { id: string; width: number; height: number };
type Answer = Result<{ movementId: string }, "fields" | "cash-box-short" | "fund-short" | "form-used" | PhotoRefusal>;

/** The treasurer writes a voucher of cash that came or went beside sales, with a picture of its receipt if there is one; once for each form. */
export async function recordCashMovement(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "record-cash-movement", { groupId: input.groupId });
  const errors = dayErrors(input.day, dayInWib(ctx.now.getTime()));
  if (Object.keys(errors).length > 0) return refuse("fields", errors);
  const known = await recordedBefore(input);
  if (known) return known;
  const photoId = ctx.newId();
  const stored = input.receipt ? await ctx.photos.store(photoId, input.receipt) : null;
  if (stored && !stored.ok) return refuse(stored.reason, { receipt: stored.reason });
  const receipt = stored ? { id: photoId, width: stored.width, height: stored.height } : null;
  const { answer, isNew } = await inTransaction(async (tx) => {
    const first = await recordedBefore(input);
    if (first) return { answer: first, isNew: false };
    const answer = await recordWithin(tx, ctx, { input, receipt });
    return { answer, isNew: answer.ok };
  });
  if (receipt && !isNew) await ctx.photos.remove(receipt.id);
  return answer;
}

async function recordedBefore({ formKey, groupId, amount, category }: Input): Promise<Answer | null> {
  const known = await findMovementByForm(formKey);
  if (!known) return null;
  const isSame = known.groupId === groupId && known.amount === amount && known.category === category;
  return isSame ? { ok: true, movementId: known.id } : refuse("form-used");
}

type Recorded = { input: Input; receipt: Stored | null };

async function recordWithin(tx: Tx, ctx: Context, { input, receipt }: Recorded): Promise<Answer> {
  const { groupId, category, amount, day, counterpart, note, formKey } = input;
  const { cashBox, fund, fixedCosts, advances } = await getGroupMoney(ctx.actor, groupId);
  const problem = isIncome(category)
    ? null
    : cashProblem({ amount, cashBox, own: subtract(add(fund, fixedCosts), advances) });
  if (problem) return refuse(problem, { amount: problem });
  const movementId = ctx.newId();
  const year = documentYear(ctx.now.getTime());
  const number = await insertCashMovement(tx, {
    ...{ id: movementId, groupId, year, category, amount, day, counterpart, note, formKey },
    ...{ receiptPhotoId: receipt?.id ?? null, recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
  });
  if (receipt) await insertProofPhoto(tx, { ...receipt, alt: voucherNumber({ year, number }), now: ctx.now });
  await post(tx, cashMovedEntry({ movementId, groupId, category, amount, setAside: fixedCosts }), {
    ...{ actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId },
  });
  await recordActivity(tx, ctx, { what: "record-cash-movement", groupId, subject: movementId });
  return { ok: true, movementId };
}
