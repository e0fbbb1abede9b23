import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import type { ReportKind } from "#app/domain/hub-work.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findConsignmentFacts } from "#db/read/consignments.ts";
import { isKeyTaken } from "#db/read/hub-entries.ts";
import { isLineOf } from "#db/read/receiving.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { takeKey } from "#db/write/hub-entries.ts";
import { tellOfHubReport } from "#db/write/hub-messages.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";
import { insertHubReport } from "#db/write/receipts.ts";

type Input = {
  consignmentId: string;
  /** Null: all of it. */
  lineId: string | null;
  kind: ReportKind;
  howMuch: string;
  words: string;
  photo: Upload | null;
  formKey: string;
};

type Reason = "consignment-gone" | "report-too-early" | PhotoRefusal;

/**
 * Something is missing or damaged: the group and the buyer hear of it, and the operator finds it among what waits. Money moves only by
 * what they then do: the group weighs again, or part of the order is refunded.
 */
export async function reportAtHub(ctx: Context, input: Input): Promise<Result<{ fresh: boolean }, Reason>> {
  const { consignmentId, kind, howMuch, words, formKey } = input;
  const facts = await findConsignmentFacts(consignmentId);
  permit(ctx.actor, "report-at-hub", { hubId: facts?.hubId });
  const runId = facts?.runId;
  const isIts = input.lineId === null || (await isLineOf({ lineId: input.lineId, consignmentId }));
  if (!facts || !runId || !isIts) return refuse("consignment-gone");
  if (await isKeyTaken(formKey)) return { ok: true, fresh: false };
  if (facts.state === "waiting" || facts.state === "cancelled" || facts.state === "refunded")
    return refuse("report-too-early");
  const photoId = ctx.newId();
  const stored = input.photo ? await ctx.photos.store(photoId, input.photo) : null;
  if (stored && !stored.ok) return refuse(stored.reason, { photo: stored.reason });
  const isFresh = await inTransaction(async (tx) => {
    if (!(await takeKey(tx, ctx, { key: formKey, what: "report-at-hub", subject: consignmentId }))) return false;
    const stage = facts.state === "departed" || facts.state === "arrived" ? "arrival" : "receiving";
    const said = { kind, howMuch, words, stage, orderLineId: input.lineId } as const;
    const by = { reportedBy: ctx.actor.personId, at: ctx.now, photoId: stored ? photoId : null };
    await insertHubReport(tx, { id: ctx.newId(), runId, consignmentId, ...said, ...by });
    if (stored) {
      const { width, height } = stored;
      await insertProofPhoto(tx, { id: photoId, width, height, alt: facts.orderNumber, now: ctx.now });
    }
    await tellOfHubReport(tx, ctx, { consignment: facts, kind, about: formKey });
    const { groupId } = facts;
    await recordActivity(tx, ctx, {
      what: "report-at-hub",
      groupId,
      subject: consignmentId,
      note: `${kind}: ${words}`,
    });
    return true;
  });
  if (!isFresh && stored) await ctx.photos.remove(photoId);
  return { ok: true, fresh: isFresh };
}
