import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { placeWords } from "#app/domain/search-words.ts";
import type { Context } from "#app/usecases/context.ts";
import { findGroupVillage } from "#db/read/groups.ts";
import { readMembers } from "#db/read/members.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { withdrawInvitationsFor } from "#db/write/invitations.ts";
import { indexMaker } from "#db/write/listing-index.ts";
import { markMemberLeft } from "#db/write/members.ts";

/**
 * A member leaves: number, history and what is still owed stay. Who holds an office gives it up first (set-offices), so neither can
 * a secretary unseat a chair this way nor a group lose its last one.
 */
export async function removeMember(
  ctx: Context,
  { groupId, memberId }: { groupId: string; memberId: string },
): Promise<Result<object, "member-gone" | "holds-office">> {
  permit(ctx.actor, "remove-member", { groupId });
  const placeName = placeWords(await ctx.regions.describe((await findGroupVillage(groupId)) ?? ""));
  return inTransaction(async (tx) => {
    const member = (await readMembers(groupId)).find((one) => one.id === memberId);
    if (!member) return refuse("member-gone");
    if (member.offices.length > 0) return refuse("holds-office");
    if (!(await markMemberLeft(tx, { memberId, now: ctx.now }))) return refuse("member-gone");
    // Who left is no longer named as a maker, and no longer found by name.
    if (member.isNamed) await indexMaker(tx, { memberId, placeName });
    await withdrawInvitationsFor(tx, { memberId, now: ctx.now });
    await recordActivity(tx, ctx, { what: "remove-member", groupId, onBehalfOf: memberId });
    return { ok: true };
  });
}
