import { permit } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { findRun } from "#db/read/runs.ts";

/** The picture of the carrier's bill, for those who settle runs. */
export const loader = door(async ({ ctx, param }) => {
  permit(ctx.actor, "settle-run");
  const run = await findRun(ctx.actor, param("code"));
  const photoId = run?.billPhotoId;
  if (!photoId) throw notFound();
  const picture = await privatePicture(ctx.photos, photoId);
  if (!picture) throw notFound();
  return picture;
});
