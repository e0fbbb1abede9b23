import { negate } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { providerSettledEntry } from "#app/domain/postings-of-mishaps.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { keepDifferenceSettled } from "#db/write/reconciliation.ts";

/** The operator sees on the bank's list what the provider sent there: only now do the books say so. */
export async function bookSettlement(
  ctx: Context,
  { differenceId, note }: { differenceId: string; note: string },
): Promise<Result<object, "difference-gone">> {
  permit(ctx.actor, "book-settlement");
  return inTransaction(async (tx) => {
    const seen = { differenceId, kind: "settlement" as const, note, settledBy: ctx.actor.personId, now: ctx.now };
    const settled = await keepDifferenceSettled(tx, seen);
    if (!settled) return refuse("difference-gone");
    const entry = providerSettledEntry({ movementRef: settled.ref, amount: negate(settled.theirs) });
    await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
    await recordActivity(tx, ctx, { what: "book-settlement", subject: settled.ref, note });
    return { ok: true };
  });
}
