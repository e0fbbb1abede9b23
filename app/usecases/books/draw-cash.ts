import { accountCode, NETWORK } from "#app/domain/ledger.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { type DrawSource, drawProblem, groupsOwn } from "#app/domain/payout.ts";
import { permit } from "#app/domain/permissions.ts";
import { cashDrawnEntry } from "#app/domain/postings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { balanceOf, listEntryPostings } from "#db/read/ledger.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { LedgerKeyConflict, post } from "#db/write/ledger.ts";

type Draw = { groupId: string; amount: Rupiah; formKey: string; from?: DrawSource };

/**
 * Cash comes to the group's box: from the network's bank never more than is the group's and its members' own, less what its box and its own
 * account hold; or from that account.
 */
export async function drawCash(
  ctx: Context,
  { groupId, amount, formKey, from = "bank" }: Draw,
): Promise<Result<object, "more-than-group-has" | "bank-short" | "own-account-short" | "form-used">> {
  permit(ctx.actor, "draw-cash", { groupId });
  const entry = cashDrawnEntry({ drawId: formKey, groupId, amount, from });
  const by = { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId };
  try {
    return await inTransaction(async (tx) => {
      const isRepeated = (await listEntryPostings(entry.key)).length > 0;
      if (!isRepeated) {
        const money = await getGroupMoney(ctx.actor, groupId);
        const bank = await balanceOf(accountCode("bank", NETWORK));
        const { cashBox, ownAccount } = money;
        const problem = drawProblem({ amount, own: groupsOwn(money), cashBox, ownAccount, bank, from });
        if (problem) return refuse(problem, { amount: problem });
        await recordActivity(tx, ctx, { what: "draw-cash", groupId, subject: formKey });
      }
      await post(tx, entry, by);
      return { ok: true };
    });
  } catch (error) {
    if (error instanceof LedgerKeyConflict) return refuse("form-used");
    throw error;
  }
}
