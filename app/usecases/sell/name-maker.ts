import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { placeWords } from "#app/domain/search-words.ts";
import type { Context } from "#app/usecases/context.ts";
import { findGroupVillage } from "#db/read/groups.ts";
import { readMembers } from "#db/read/members.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { indexMaker } from "#db/write/listing-index.ts";
import { setMemberNamed } from "#db/write/members.ts";

type NameMaker = { groupId: string; memberId: string; isNamed: boolean };

/** A member agrees to be named as the maker of what they make, or takes it back; an officer may write it down for them. */
export async function nameMaker(
  ctx: Context,
  { groupId, memberId, isNamed }: NameMaker,
): Promise<Result<object, "member-gone">> {
  permit(ctx.actor, "name-maker", { groupId, memberId });
  const placeName = placeWords(await ctx.regions.describe((await findGroupVillage(groupId)) ?? ""));
  return inTransaction(async (tx) => {
    const member = (await readMembers(groupId)).find((one) => one.id === memberId);
    if (!member || member.leftAt) return refuse("member-gone");
    if (!(await setMemberNamed(tx, { memberId, isNamed }))) return { ok: true };
    await indexMaker(tx, { memberId, placeName });
    const note = isNamed ? "named" : "unnamed";
    await recordActivity(tx, ctx, { what: "name-maker", groupId, onBehalfOf: memberId, note });
    return { ok: true };
  });
}
