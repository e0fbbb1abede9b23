import { permit } from "#app/domain/permissions.ts";
import type { FeeBearer } from "#app/domain/refund.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepFeeBearer } from "#db/write/groups.ts";

/** The group's rule about refunds: who bears the provider's fee that does not come back. It holds for refunds from now on. */
export async function setFeeBearer(
  ctx: Context,
  { groupId, bearer }: { groupId: string; bearer: FeeBearer },
): Promise<{ ok: true }> {
  permit(ctx.actor, "set-fee-bearer", { groupId });
  return inTransaction(async (tx) => {
    const changed = await keepFeeBearer(tx, { groupId, bearer });
    if (changed) await recordActivity(tx, ctx, { what: "set-fee-bearer", groupId, note: bearer });
    return { ok: true };
  });
}
