import { putInto } from "#app/domain/fund-payment.ts";
import { permit } from "#app/domain/permissions.ts";
import { surplusKey, surplusUndoneEntry } from "#app/domain/postings-of-savings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { readFunds } from "#db/read/fund-payments.ts";
import { listEntryPostings } from "#db/read/ledger.ts";
import { findSurplusYear } from "#db/read/surplus.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { moveSurplusYear } from "#db/write/surplus.ts";

type Which = { groupId: string; year: number };

/**
 * The second person agrees to undo a division: its mirror is posted today, the first entry stands. Who was paid already owes it, and it is
 * set off against what comes. What its funds have paid to others does not come back so: then it cannot be undone.
 */
export async function reverseSurplus(
  ctx: Context,
  { groupId, year }: Which,
): Promise<Result<object, "surplus-not-proposed" | "same-hand" | "funds-paid-out">> {
  permit(ctx.actor, "reverse-surplus", { groupId });
  return inTransaction(async (tx) => {
    const known = await findSurplusYear({ groupId, year });
    if (known?.state !== "reversal-asked") return refuse("surplus-not-proposed");
    if (known.reversalBy === ctx.actor.personId) return refuse("same-hand");
    const funds = await readFunds(groupId);
    if (funds.some(({ fund, left }) => left < putInto(fund, [known.content]))) return refuse("funds-paid-out");
    const marks = { reversedBy: ctx.actor.personId, reversedAt: ctx.now };
    if (!(await moveSurplusYear(tx, { id: known.id, from: "reversal-asked", to: "reversed", marks })))
      return refuse("surplus-not-proposed");
    const postings = await listEntryPostings(surplusKey(known.id));
    if (postings.length > 0)
      await post(tx, surplusUndoneEntry({ yearId: known.id, groupId, postings, reason: known.reversalReason }), {
        ...{ actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId },
      });
    await recordActivity(tx, ctx, { what: "reverse-surplus", groupId, subject: String(year) });
    return { ok: true };
  });
}
