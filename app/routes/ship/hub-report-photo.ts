import { may } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { findHubReport } from "#db/read/hub-reports.ts";

/** The picture of goods that were reported damaged: for the hub, the group and the operator; to anybody else it does not exist. */
export const loader = door(async ({ ctx, param }) => {
  const report = await findHubReport(param("report"));
  const { groupId, hubId, photoId } = report ?? {};
  const isOpen = may(ctx.actor, "report-at-hub", { hubId }) || may(ctx.actor, "see-consignments", { groupId });
  if (!photoId || !isOpen) throw notFound();
  const picture =
    (await ctx.photos.read(photoId, 1280)) ??
    (await ctx.photos.read(photoId, 640)) ??
    (await ctx.photos.read(photoId, 320));
  if (!picture) throw notFound();
  return new Response(Uint8Array.from(picture), {
    headers: { "Content-Type": "image/webp", "Cache-Control": "private, no-store", "Content-Disposition": "inline" },
  });
});
