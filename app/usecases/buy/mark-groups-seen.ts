import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { keepGroupsSeen } from "#db/write/saved-groups.ts";

/** Somebody has looked at what these saved groups have: only what comes after this is new. */
export async function markGroupsSeen(ctx: Context, { groupIds }: { groupIds: string[] }): Promise<{ ok: true }> {
  permit(ctx.actor, "mark-groups-seen");
  const personId = ctx.actor.personId ?? "";
  await inTransaction((tx) => keepGroupsSeen(tx, { personId, groupIds, now: ctx.now }));
  return { ok: true };
}
