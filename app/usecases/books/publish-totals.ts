import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepPublishesTotals } from "#db/write/groups.ts";

/** Shows a group's monthly totals to everybody on its page, or stops showing them. No member is named there, ever. */
export async function publishTotals(
  ctx: Context,
  { groupId, publish }: { groupId: string; publish: boolean },
): Promise<{ ok: true }> {
  permit(ctx.actor, "publish-totals", { groupId });
  return inTransaction(async (tx) => {
    const changed = await keepPublishesTotals(tx, { groupId, publish });
    if (changed) await recordActivity(tx, ctx, { what: "publish-totals", groupId, note: publish ? "yes" : "no" });
    return { ok: true };
  });
}
