import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { markInvitationWithdrawn } from "#db/write/invitations.ts";

/** The code that went out no longer opens the door. */
export async function withdrawInvitation(
  ctx: Context,
  { groupId, invitationId }: { groupId: string; invitationId: string },
): Promise<Result<object, "invitation-gone">> {
  permit(ctx.actor, "withdraw-invitation", { groupId });
  return inTransaction(async (tx) => {
    if (!(await markInvitationWithdrawn(tx, { invitationId, groupId, now: ctx.now }))) return refuse("invitation-gone");
    await recordActivity(tx, ctx, { what: "withdraw-invitation", groupId, subject: invitationId });
    return { ok: true };
  });
}
