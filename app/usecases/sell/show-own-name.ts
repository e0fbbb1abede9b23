import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepIsNamed } from "#db/write/members.ts";

type ShowOwnName = { groupId: string; memberId: string; show: boolean };

/** A member lets buyers read their name beside what they made, or no longer. Nobody can say it for them. */
export async function showOwnName(ctx: Context, { groupId, memberId, show }: ShowOwnName): Promise<{ ok: true }> {
  permit(ctx.actor, "show-own-name", { groupId, memberId });
  return inTransaction(async (tx) => {
    const changed = await keepIsNamed(tx, { memberId, show });
    if (changed)
      await recordActivity(tx, ctx, { what: "show-own-name", groupId, subject: memberId, note: show ? "yes" : "no" });
    return { ok: true };
  });
}
