import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { type COMPLAINT_WISHES, type ComplaintKind, daysMs, mayComplain, windowAt } from "#app/domain/complaint.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { listComplaintWindows } from "#db/read/complaint-windows.ts";
import { findComplaintByFormKey, listComplainable } from "#db/read/complaints.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertComplaint } from "#db/write/complaints.ts";
import { tellOfficers } from "#db/write/messages.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";

type Input = {
  number: string;
  consignmentId: string;
  kind: ComplaintKind;
  wish: (typeof COMPLAINT_WISHES)[number];
  words: string;
  photo: Upload | null;
  formKey: string;
};

/** The buyer says what is wrong with what a group sent, with a picture if there is one. Until it is closed the members' money of it is held. */
export async function reportComplaint(
  ctx: Context,
  input: Input,
): Promise<Result<{ complaintId: string }, "complaint-too-late" | "complaint-open" | PhotoRefusal>> {
  const parts = await listComplainable(input.number);
  const part = parts.find((each) => each.consignmentId === input.consignmentId);
  permit(ctx.actor, "report-complaint", { orderId: parts[0]?.orderId, buyerId: parts[0]?.buyerId });
  const { consignmentId, kind, wish, words, formKey } = input;
  const known = await findComplaintByFormKey(formKey);
  if (known) return { ok: true, complaintId: known };
  const deliveredMs = part?.deliveredAt?.getTime() ?? null;
  const windows = await listComplaintWindows();
  if (!part || deliveredMs === null || !mayComplain({ ...part, deliveredMs, nowMs: ctx.now.getTime(), windows }))
    return refuse("complaint-too-late");
  const photoId = ctx.newId();
  const stored = input.photo ? await ctx.photos.store(photoId, input.photo) : null;
  if (stored && !stored.ok) return refuse(stored.reason, { photo: stored.reason });
  const complaintId = ctx.newId();
  const isNew = await inTransaction(async (tx) => {
    const answerBy = new Date(ctx.now.getTime() + daysMs(windowAt(windows, deliveredMs).answerDays));
    const row = { id: complaintId, consignmentId, kind, wish, words, formKey, reportedAt: ctx.now, answerBy };
    if (!(await insertComplaint(tx, { ...row, photoId: stored ? photoId : null }))) return false;
    if (stored) {
      const { width, height } = stored;
      await insertProofPhoto(tx, { id: photoId, width, height, alt: part.number, now: ctx.now });
    }
    await tellOfficers(tx, ctx, {
      ...{ groupId: part.groupId, about: complaintId, kind: "complaint-new" },
      ...{ facts: { number: part.number, answerAt: answerBy.toISOString() }, path: "/complaints" },
    });
    return true;
  });
  if (isNew) return { ok: true, complaintId };
  if (stored) await ctx.photos.remove(photoId);
  const first = await findComplaintByFormKey(formKey);
  return first ? { ok: true, complaintId: first } : refuse("complaint-open");
}
