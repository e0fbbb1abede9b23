import { permit } from "#app/domain/permissions.ts";
import type { Result } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { deleteHubGroup } from "#db/write/shipping.ts";

/** The hub takes a group's goods no more, unless it is the group's own or near. What has a place in a run already keeps it. */
export async function stopServingGroup(
  ctx: Context,
  { hubId, groupId }: { hubId: string; groupId: string },
): Promise<Result<object, never>> {
  permit(ctx.actor, "stop-serving-group");
  return inTransaction(async (tx) => {
    if (await deleteHubGroup(tx, { hubId, groupId }))
      await recordActivity(tx, ctx, { what: "stop-serving-group", groupId, subject: hubId, note: "−" });
    return { ok: true };
  });
}
