import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { keepSharesSeen } from "#db/write/members.ts";

/** A member has looked at the own statement: only what comes after this is new. */
export async function markSharesSeen(ctx: Context, { memberId }: { memberId: string }): Promise<{ ok: true }> {
  permit(ctx.actor, "mark-shares-seen", { memberId });
  await inTransaction((tx) => keepSharesSeen(tx, { memberId, now: ctx.now }));
  return { ok: true };
}
