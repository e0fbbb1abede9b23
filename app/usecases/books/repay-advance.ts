import { accountCode } from "#app/domain/ledger.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { advanceRepaidEntry } from "#app/domain/postings-of-payouts.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { balanceOf, listEntryPostings } from "#db/read/ledger.ts";
import { findMember } from "#db/read/shares.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { LedgerKeyConflict, post } from "#db/write/ledger.ts";

type Input = { groupId: string; memberId: string; amount: Rupiah; formKey: string };
type Answer = Result<object, "no-such-member" | "more-than-advance" | "form-used">;

/** A member brings back cash of an advance: it goes into the group's box. Once for each form. */
export async function repayAdvance(ctx: Context, { groupId, memberId, amount, formKey }: Input): Promise<Answer> {
  permit(ctx.actor, "repay-advance", { groupId });
  const entry = advanceRepaidEntry({ repaymentId: formKey, groupId, memberId, amount });
  try {
    return await inTransaction(async (tx): Promise<Answer> => {
      if (!(await findMember({ groupId, memberId }))) return refuse("no-such-member");
      if ((await listEntryPostings(entry.key)).length === 0) {
        const outstanding = await balanceOf(accountCode("advances", { kind: "member", id: memberId }));
        if (amount > outstanding) return refuse("more-than-advance", { amount: "more-than-advance" });
        await recordActivity(tx, ctx, { what: "repay-advance", groupId, onBehalfOf: memberId, subject: formKey });
      }
      await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
      return { ok: true };
    });
  } catch (error) {
    if (error instanceof LedgerKeyConflict) return refuse("form-used");
    throw error;
  }
}
