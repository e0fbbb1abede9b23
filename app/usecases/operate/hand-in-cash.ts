import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { cashHandedInEntry } from "#app/domain/postings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { balanceOf, listEntryPostings } from "#db/read/ledger.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";

type Input = { holderId: string; amount: Rupiah; note: string; formKey: string };

/** What one holder took at the doors is at the bank now; never more than that holder has. What lacks stays with the holder. One form, one deposit. */
export async function handInCash(
  ctx: Context,
  { holderId, amount, note, formKey }: Input,
): Promise<Result<object, "more-than-in-transit">> {
  permit(ctx.actor, "hand-in-cash");
  return inTransaction(async (tx) => {
    const entry = cashHandedInEntry({ handInId: formKey, holderId, amount, note });
    if ((await listEntryPostings(entry.key)).length > 0) return { ok: true };
    if (amount <= 0 || amount > (await balanceOf(`cod-in-transit:holder:${holderId}`)))
      return refuse("more-than-in-transit", { amount: "more-than-in-transit" });
    await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
    await recordActivity(tx, ctx, { what: "hand-in-cash", subject: formKey, note: note || undefined });
    return { ok: true };
  });
}
