import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { changeGroupState } from "#db/write/groups.ts";

/** Takes a group off the market for now, or lets it back. Orders that run go on; nothing new is sold. */
export async function suspendGroup(
  ctx: Context,
  { groupId, suspend }: { groupId: string; suspend: boolean },
): Promise<Result<object, "group-unchanged">> {
  permit(ctx.actor, "suspend-group");
  return inTransaction(async (tx) => {
    const change = suspend
      ? ({ from: "active", to: "suspended" } as const)
      : ({ from: "suspended", to: "active" } as const);
    if (!(await changeGroupState(tx, { groupId, ...change }))) return refuse("group-unchanged");
    await recordActivity(tx, ctx, { what: "suspend-group", groupId, note: change.to });
    return { ok: true };
  });
}
