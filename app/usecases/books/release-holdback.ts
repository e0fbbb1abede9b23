import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { letGo } from "#db/write/payouts.ts";

type Input = { groupId: string; holdbackId: string };

/** What was held back from a member is due again before its day. */
export async function releaseHoldback(
  ctx: Context,
  { groupId, holdbackId }: Input,
): Promise<Result<object, "holdback-over">> {
  permit(ctx.actor, "release-holdback", { groupId });
  return inTransaction(async (tx) => {
    const memberId = await letGo(tx, { groupId, holdbackId, by: ctx.actor.personId ?? "", now: ctx.now });
    if (!memberId) return refuse("holdback-over");
    await recordActivity(tx, ctx, { what: "release-holdback", groupId, onBehalfOf: memberId, subject: holdbackId });
    return { ok: true };
  });
}
