import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findBringer } from "#db/read/hub-groups.ts";
import { findHub } from "#db/read/hubs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertHubGroup } from "#db/write/shipping.ts";

/** A group from beyond the hub's regency brings its goods there from now on: its boats may carry them. Named twice it is named once. */
export async function serveGroup(
  ctx: Context,
  { hubId, groupId }: { hubId: string; groupId: string },
): Promise<Result<object, "hub-unknown" | "group-unknown">> {
  permit(ctx.actor, "serve-group");
  return inTransaction(async (tx) => {
    if (!(await findHub(hubId))) return refuse("hub-unknown");
    const group = await findBringer(groupId);
    if (!group) return refuse("group-unknown", { groupId: "group-unknown" });
    const named = { hubId, groupId, namedBy: ctx.actor.personId ?? "", namedAt: ctx.now };
    if (await insertHubGroup(tx, named))
      await recordActivity(tx, ctx, { what: "serve-group", groupId, subject: hubId, note: `+ ${group.name}` });
    return { ok: true };
  });
}
