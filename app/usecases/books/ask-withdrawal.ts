import type { FundWay } from "#app/domain/fund-payment.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findWithdrawalByForm } from "#db/read/fund-payments.ts";
import { isCooperativeGroup, readSavers } from "#db/read/savings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertWithdrawalRequest } from "#db/write/fund-payments.ts";

type Input = { groupId: string; memberId: string; amount: Rupiah; way: FundWay; words: string; formKey: string };
type Answer = Result<object, "not-a-cooperative" | "no-such-member" | "savings-short" | "form-used">;

/** A member asks to take voluntary savings home. A new wish takes the old one's place; nothing moves before the treasurer records it. */
export async function askWithdrawal(ctx: Context, input: Input): Promise<Answer> {
  const { groupId, memberId, amount, way, words, formKey } = input;
  permit(ctx.actor, "ask-withdrawal", { groupId, memberId });
  if (!(await isCooperativeGroup(groupId))) return refuse("not-a-cooperative");
  return inTransaction(async (tx): Promise<Answer> => {
    const known = await findWithdrawalByForm(formKey);
    if (known) return known.memberId === memberId && known.amount === amount ? { ok: true } : refuse("form-used");
    const [saver] = await readSavers(groupId, ctx.now, memberId);
    if (!saver) return refuse("no-such-member");
    if (amount > saver.saved.sukarela) return refuse("savings-short", { amount: "savings-short" });
    await insertWithdrawalRequest(tx, {
      ...{ id: ctx.newId(), groupId, memberId, amount, way, words, formKey },
      ...{ askedBy: ctx.actor.personId ?? "", askedAt: ctx.now },
    });
    await recordActivity(tx, ctx, { what: "ask-withdrawal", groupId, subject: memberId });
    return { ok: true };
  });
}
