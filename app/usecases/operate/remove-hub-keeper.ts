import { permit } from "#app/domain/permissions.ts";
import type { Result } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { deleteKeeper } from "#db/write/shipping.ts";

/** Somebody keeps the hub no more. */
export async function removeHubKeeper(
  ctx: Context,
  { hubId, personId }: { hubId: string; personId: string },
): Promise<Result<object, never>> {
  permit(ctx.actor, "remove-hub-keeper");
  return inTransaction(async (tx) => {
    if (await deleteKeeper(tx, { hubId, personId }))
      await recordActivity(tx, ctx, { what: "remove-hub-keeper", subject: hubId, onBehalfOf: personId, note: "−" });
    return { ok: true };
  });
}
