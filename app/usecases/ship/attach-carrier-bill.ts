import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";
import { nameBillPhoto } from "#db/write/runs.ts";

type Input = { runId: string; picture: Upload };

/** The operator keeps a picture of what the carrier charged; a new one takes the place of the one before. */
export async function attachCarrierBill(
  ctx: Context,
  { runId, picture }: Input,
): Promise<Result<object, "run-gone" | "run-not-arrived" | PhotoRefusal>> {
  permit(ctx.actor, "attach-carrier-bill");
  const id = ctx.newId();
  const stored = await ctx.photos.store(id, picture);
  if (!stored.ok) return refuse(stored.reason, { picture: stored.reason });
  const answer = await inTransaction(async (tx): Promise<Result<object, "run-gone" | "run-not-arrived">> => {
    const run = await findRunFacts(runId);
    if (!run) return refuse("run-gone");
    if (!(await nameBillPhoto(tx, { runId, photoId: id }))) return refuse("run-not-arrived");
    await insertProofPhoto(tx, { id, alt: run.code, width: stored.width, height: stored.height, now: ctx.now });
    await recordActivity(tx, ctx, { what: "attach-carrier-bill", subject: runId, note: run.code });
    return { ok: true };
  });
  if (!answer.ok) await ctx.photos.remove(id);
  return answer;
}
