import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepDifferenceSettled } from "#db/write/reconciliation.ts";

type SettleDifference = { differenceId: string; note: string };
type Reason = "difference-gone" | "note-missing";

/** An operator has found out why a provider and the books differ, and says so: nothing is posted by it. */
export async function settleDifference(
  ctx: Context,
  { differenceId, note }: SettleDifference,
): Promise<Result<object, Reason>> {
  permit(ctx.actor, "settle-difference");
  if (note === "") return refuse("note-missing", { note: "note-missing" });
  return inTransaction(async (tx) => {
    const settled = await keepDifferenceSettled(tx, {
      differenceId,
      note,
      settledBy: ctx.actor.personId,
      now: ctx.now,
    });
    if (!settled) return refuse("difference-gone");
    await recordActivity(tx, ctx, { what: "settle-difference", subject: settled.ref, note });
    return { ok: true };
  });
}
