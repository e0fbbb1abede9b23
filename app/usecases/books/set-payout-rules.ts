import type { Rupiah } from "#app/domain/money.ts";
import type { PayoutApproval } from "#app/domain/payout.ts";
import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepPayoutRules } from "#db/write/payouts.ts";

type Input = { groupId: string; approval: PayoutApproval; advanceLimit: Rupiah };

/** The chair sets which payouts need a second person, and how much one member may have ahead. What was prepared before keeps its way. */
export async function setPayoutRules(ctx: Context, { groupId, approval, advanceLimit }: Input): Promise<{ ok: true }> {
  permit(ctx.actor, "set-payout-rules", { groupId });
  return inTransaction(async (tx) => {
    await keepPayoutRules(tx, { groupId, payoutApproval: approval, advanceLimit });
    await recordActivity(tx, ctx, { what: "set-payout-rules", groupId, note: `${approval} ${advanceLimit}` });
    return { ok: true };
  });
}
