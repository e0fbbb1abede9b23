import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { may, permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findLine } from "#db/read/payouts.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepAgreement } from "#db/write/payouts.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";

/** `slip` is the picture of the signed agreement; on her own page the member needs none. */
type Input = { groupId: string; lineId: string; slip: Upload | null };
type Answer = Result<object, PhotoRefusal | "no-such-batch" | "agreement-slip" | "line-done">;

/**
 * A member agrees to how her advance comes back: on her own page, or on a slip that she signed and the treasurer photographs. It is given to
 * nobody who has not agreed. Once agreed it stays so.
 */
export async function agreeToAdvance(ctx: Context, { groupId, lineId, slip }: Input): Promise<Answer> {
  const line = await findLine({ groupId, lineId });
  permit(ctx.actor, "agree-to-advance", { groupId, memberId: line?.memberId });
  if (line?.kind !== "advance") return refuse("no-such-batch");
  if (line.agreedBy !== null) return { ok: true };
  const isOwn = may(ctx.actor, "mark-shares-seen", { memberId: line.memberId });
  if (!isOwn && !slip) return refuse("agreement-slip", { agreement: "agreement-slip" });
  const photoId = ctx.newId();
  const stored = isOwn || !slip ? null : await ctx.photos.store(photoId, slip);
  if (stored && !stored.ok) return refuse(stored.reason, { agreement: stored.reason });
  const answer = await inTransaction(async (tx): Promise<Answer> => {
    const kept = { lineId, as: isOwn ? "page" : "slip", photoId: stored ? photoId : null, now: ctx.now } as const;
    if (!(await keepAgreement(tx, kept)))
      return (await findLine({ groupId, lineId }))?.agreedBy ? { ok: true } : refuse("line-done");
    const size = stored && { width: stored.width, height: stored.height };
    if (size) await insertProofPhoto(tx, { id: photoId, ...size, alt: "", now: ctx.now });
    await recordActivity(tx, ctx, { what: "agree-to-advance", groupId, onBehalfOf: line.memberId, subject: lineId });
    return { ok: true };
  });
  if (stored && !answer.ok) await ctx.photos.remove(photoId);
  return answer;
}
