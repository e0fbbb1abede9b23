import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertMember } from "#db/write/members.ts";

type AddMember = { groupId: string; name: string; phone: string | null };

/** A member on paper: no phone and no account needed, and shares of sales all the same. */
export async function addMember(
  ctx: Context,
  { groupId, name, phone }: AddMember,
): Promise<{ ok: true; number: number }> {
  permit(ctx.actor, "add-member", { groupId });
  return inTransaction(async (tx) => {
    const memberId = ctx.newId();
    const { number } = await insertMember(tx, {
      id: memberId,
      groupId,
      name,
      phone,
      personId: null,
      joinedAt: ctx.now,
    });
    await recordActivity(tx, ctx, { what: "add-member", groupId, onBehalfOf: memberId });
    return { ok: true, number };
  });
}
