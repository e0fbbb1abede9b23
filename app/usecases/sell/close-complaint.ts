import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findComplaint } from "#db/read/complaints.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { moveComplaint } from "#db/write/complaints.ts";
import { tellBuyer } from "#db/write/messages.ts";

/** The group has sent the goods once more, as it was decided: the money is the members' for good. */
export async function closeComplaint(
  ctx: Context,
  { complaintId }: { complaintId: string },
): Promise<Result<object, "complaint-closed">> {
  const complaint = await findComplaint(complaintId);
  permit(ctx.actor, "close-complaint", { groupId: complaint?.groupId });
  if (!complaint) return refuse("complaint-closed");
  return inTransaction(async (tx) => {
    if (!(await moveComplaint(tx, { complaintId, event: "close", set: { closedAt: ctx.now } })))
      return refuse("complaint-closed");
    const { orderId, groupId, groupName } = complaint;
    await tellBuyer(tx, ctx, { orderId, kind: "complaint-resent", facts: { group: groupName }, once: complaintId });
    await recordActivity(tx, ctx, { what: "close-complaint", groupId, subject: complaintId });
    return { ok: true };
  });
}
