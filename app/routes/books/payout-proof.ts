import { permit } from "#app/domain/permissions.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { privatePicture } from "#app/web/picture-answer.server.ts";
import { findGroup } from "#db/read/groups.ts";
import { findLine, findPayout } from "#db/read/payouts.ts";

/** The picture of a payout's proof, or of what was agreed of an advance; for the member and those who may see the group's books. */
export const loader = door(async ({ ctx, param, url }) => {
  const group = await findGroup(param("group"));
  const asked = { groupId: group?.id ?? "", id: param("payout") };
  const found = url.searchParams.get("of") === "agreement" ? await agreementOf(asked) : await proofOf(asked);
  permit(ctx.actor, "see-member-statement", { groupId: group?.id, memberId: found?.memberId });
  const photoId = found?.photoId;
  if (!photoId) throw notFound();
  const picture = await privatePicture(ctx.photos, photoId);
  if (!picture) throw notFound();
  return picture;
});

type Asked = { groupId: string; id: string };

async function proofOf({ groupId, id }: Asked) {
  const payout = await findPayout({ groupId, payoutId: id });
  return payout && { memberId: payout.memberId, photoId: payout.proofPhotoId };
}

async function agreementOf({ groupId, id }: Asked) {
  const line = await findLine({ groupId, lineId: id });
  return line && { memberId: line.memberId, photoId: line.agreementPhotoId };
}
