import { may } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { findHubReport } from "#db/read/hub-reports.ts";

/** The picture of goods that were reported damaged: for the hub, the group and the operator; to anybody else it does not exist. */
export const loader = door(async ({ ctx, param }) => {
  const report = await findHubReport(param("report"));
  const { groupId, hubId, photoId } = report ?? {};
  const isOpen = may(ctx.actor, "report-at-hub", { hubId }) || may(ctx.actor, "see-consignments", { groupId });
  if (!photoId || !isOpen) throw notFound();
  const picture = await privatePicture(ctx.photos, photoId);
  if (!picture) throw notFound();
  return picture;
});
