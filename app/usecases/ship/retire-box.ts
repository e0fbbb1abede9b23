import { permit } from "#app/domain/permissions.ts";
import type { Result } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { retireBox as markRetired } from "#db/write/boxes.ts";

/** No parcel is packed in it any more. What left in it keeps it. */
export async function retireBox(ctx: Context, { boxId }: { boxId: string }): Promise<Result<object, never>> {
  permit(ctx.actor, "retire-box", { hubId: ctx.actor.hubIds[0] });
  return inTransaction(async (tx) => {
    if (await markRetired(tx, { boxId, now: ctx.now }))
      await recordActivity(tx, ctx, { what: "retire-box", subject: boxId });
    return { ok: true };
  });
}
