import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { markGroupApproved } from "#db/write/groups.ts";
import { tellOfficers } from "#db/write/messages.ts";

/** The operator says yes to a group: from now on its listings can be published. */
export async function approveGroup(
  ctx: Context,
  { groupId }: { groupId: string },
): Promise<Result<object, "group-not-waiting">> {
  permit(ctx.actor, "approve-group");
  return inTransaction(async (tx) => {
    const approved = await markGroupApproved(tx, { groupId, approvedBy: ctx.actor.personId, now: ctx.now });
    if (!approved) return refuse("group-not-waiting");
    await tellOfficers(tx, ctx, { groupId, about: groupId, kind: "group-approved", facts: {}, path: "" });
    await recordActivity(tx, ctx, { what: "approve-group", groupId });
    return { ok: true };
  });
}
