import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { rupiah, ZERO } from "#app/domain/money.ts";
import { type PlannedLine, planBatch } from "#app/domain/payout.ts";
import type { PrepareBatchForm } from "#app/domain/payout-forms.ts";
import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findPayoutRules } from "#db/read/groups.ts";
import { listPayables, sumWaiting } from "#db/read/payables.ts";
import { moneyToPayFrom } from "#db/read/payout-money.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { findBatchByForm, insertBatch } from "#db/write/payouts.ts";

type Input = z.output<typeof PrepareBatchForm> & { groupId: string };
type Answer = Result<{ batchId: string }, "fields" | "nothing-to-pay" | "pay-from-box" | "form-used">;

/** The treasurer prepares a batch of payouts from what members are owed: what it takes is spoken for until it is paid, failed or refused. */
export async function prepareBatch(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "prepare-batch", { groupId: input.groupId });
  const today = dayInWib(ctx.now.getTime());
  const errors = errorsOf(input, today);
  if (Object.keys(errors).length > 0) return refuse("fields", errors);
  const { groupId, formKey, note, kind, hold, holdWhy, holdUntil } = input;
  return inTransaction(async (tx): Promise<Answer> => {
    const known = await findBatchByForm(tx, formKey);
    if (known) return known.groupId === groupId ? { ok: true, batchId: known.id } : refuse("form-used");
    const members = await listPayables({ groupId, today });
    const lines = planBatch(members, { kind, minimum: input.minimum ?? ZERO, hold });
    if (lines.length === 0) return refuse("nothing-to-pay");
    const byBank = sumByBank(lines);
    const { kept } = await moneyToPayFrom(ctx.actor, { groupId, method: "transfer" });
    if (byBank > 0 && byBank + (await sumWaiting(groupId)).byBank > kept) return refuse("pay-from-box");
    const batchId = ctx.newId();
    const needsSecond = (await findPayoutRules(groupId)).approval !== "none";
    await insertBatch(
      tx,
      {
        ...{ id: batchId, groupId, state: needsSecond ? "prepared" : "approved", note, formKey },
        ...{ preparedBy: ctx.actor.personId ?? "", preparedAt: ctx.now },
      },
      lines.map((line) => ({
        ...{ ...line, id: ctx.newId(), kind: "share" as const },
        ...(line.kept > 0 && { keptWhy: holdWhy, keptUntil: holdUntil }),
      })),
    );
    await recordActivity(tx, ctx, { what: "prepare-batch", groupId, subject: batchId, note: String(lines.length) });
    return { ok: true, batchId };
  });
}

function errorsOf({ kind, minimum, hold, holdWhy, holdUntil }: Input, today: string): FieldErrors {
  return {
    ...(kind === "minimum" && minimum === null && { minimum: "required" }),
    ...(hold !== null && holdWhy === "" && { holdWhy: "required" }),
    ...(hold !== null && holdUntil === null && { holdUntil: "required" }),
    ...(hold !== null && holdUntil !== null && holdUntil <= today && { holdUntil: "day-to-come" }),
  };
}

function sumByBank(lines: readonly PlannedLine[]) {
  return rupiah(lines.reduce((all, { method, amount }) => all + (method === "cash" ? 0 : amount), 0));
}
