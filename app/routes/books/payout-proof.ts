import { permit } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { findGroup } from "#db/read/groups.ts";
import { findPayout } from "#db/read/payouts.ts";

/** The picture of a payout's proof, for the member it went to and those who may see the group's books. */
export const loader = door(async ({ ctx, param }) => {
  const group = await findGroup(param("group"));
  const payout = group ? await findPayout({ groupId: group.id, payoutId: param("payout") }) : undefined;
  permit(ctx.actor, "see-member-statement", { groupId: group?.id, memberId: payout?.memberId });
  const photoId = payout?.proofPhotoId;
  if (!photoId) throw notFound();
  const picture = await privatePicture(ctx.photos, photoId);
  if (!picture) throw notFound();
  return picture;
});
