import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { replaceGroupPhoto } from "#db/write/groups.ts";

/** The photo on a group's page. The file is kept before the row is written, so no row ever points at nothing. */
export async function setGroupPhoto(
  ctx: Context,
  { groupId, upload, alt }: { groupId: string; upload: Upload; alt: string },
): Promise<Result<{ photoId: string }, PhotoRefusal>> {
  permit(ctx.actor, "set-group-photo", { groupId });
  const photoId = ctx.newId();
  const stored = await ctx.photos.store(photoId, upload);
  if (!stored.ok) return refuse(stored.reason, { photo: stored.reason });
  const { width, height, preview } = stored;
  let replaced: string | null;
  try {
    replaced = await inTransaction(async (tx) => {
      await recordActivity(tx, ctx, { what: "set-group-photo", groupId, subject: photoId });
      const photo = { id: photoId, alt, width, height, preview, isPublic: true, createdAt: ctx.now };
      return replaceGroupPhoto(tx, { groupId, photo });
    });
  } catch (problem) {
    await ctx.photos.remove(photoId);
    throw problem;
  }
  if (replaced) await ctx.photos.remove(replaced);
  return { ok: true, photoId };
}
