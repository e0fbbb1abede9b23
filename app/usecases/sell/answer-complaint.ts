import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findComplaint } from "#db/read/complaints.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { moveComplaint } from "#db/write/complaints.ts";
import { tellBuyer } from "#db/write/messages.ts";

type Input = { complaintId: string; answer: string };

/** The group says what it thinks of a complaint; until it is decided it may say it better. */
export async function answerComplaint(
  ctx: Context,
  { complaintId, answer }: Input,
): Promise<Result<object, "complaint-closed" | "required">> {
  const complaint = await findComplaint(complaintId);
  permit(ctx.actor, "answer-complaint", { groupId: complaint?.groupId });
  if (!complaint) return refuse("complaint-closed");
  if (answer.trim() === "") return refuse("required", { answer: "required" });
  return inTransaction(async (tx) => {
    const set = { answer, answeredBy: ctx.actor.personId, answeredAt: ctx.now };
    if (!(await moveComplaint(tx, { complaintId, event: "answer", set }))) return refuse("complaint-closed");
    const { orderId, groupId, groupName } = complaint;
    await tellBuyer(tx, ctx, { orderId, kind: "complaint-answered", facts: { group: groupName }, once: complaintId });
    await recordActivity(tx, ctx, { what: "answer-complaint", groupId, subject: complaintId });
    return { ok: true };
  });
}
