import { keepsChair } from "#app/domain/group.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Office } from "#app/domain/who.ts";
import type { Context } from "#app/usecases/context.ts";
import { readMembers } from "#db/read/members.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { replaceOffices } from "#db/write/members.ts";

type SetOffices = { groupId: string; memberId: string; offices: Office[] };

/** Which offices a member holds. A group always keeps a chair who can sign in, also when two people change offices at once. */
export async function setOffices(
  ctx: Context,
  { groupId, memberId, offices }: SetOffices,
): Promise<Result<object, "member-gone" | "last-chair">> {
  permit(ctx.actor, "set-offices", { groupId });
  return inTransaction(async (tx) => {
    const present = (await readMembers(groupId)).filter((member) => !member.leftAt);
    if (!present.some((member) => member.id === memberId)) return refuse("member-gone");
    const seats = present.map((member) => ({
      memberId: member.id,
      hasAccount: member.personId !== null,
      offices: member.offices,
    }));
    if (!keepsChair(seats, { memberId, offices })) return refuse("last-chair", { offices: "last-chair" });
    await replaceOffices(tx, { memberId, roles: offices, now: ctx.now });
    await recordActivity(tx, ctx, {
      what: "set-offices",
      groupId,
      onBehalfOf: memberId,
      note: offices.join(" ") || "none",
    });
    return { ok: true };
  });
}
