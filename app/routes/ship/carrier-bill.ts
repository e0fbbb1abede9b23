import { permit } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { findRun } from "#db/read/runs.ts";

/** The picture of the carrier's bill, for those who settle runs. */
export const loader = door(async ({ ctx, param }) => {
  permit(ctx.actor, "settle-run");
  const run = await findRun(ctx.actor, param("code"));
  const photoId = run?.billPhotoId;
  if (!photoId) throw notFound();
  const file = (await ctx.photos.read(photoId, 1280)) ?? (await ctx.photos.read(photoId, 640));
  const picture = file ?? (await ctx.photos.read(photoId, 320));
  if (!picture) throw notFound();
  return new Response(Uint8Array.from(picture), {
    headers: { "Content-Type": "image/webp", "Cache-Control": "private, no-store", "Content-Disposition": "inline" },
  });
});
