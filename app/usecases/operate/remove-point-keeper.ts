import { permit } from "#app/domain/permissions.ts";
import type { Result } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { deletePointKeeper } from "#db/write/shipping.ts";

type Input = { pickUpPointId: string; personId: string };

/** Somebody keeps the pick-up point no more. */
export async function removePointKeeper(
  ctx: Context,
  { pickUpPointId, personId }: Input,
): Promise<Result<object, never>> {
  permit(ctx.actor, "remove-point-keeper");
  return inTransaction(async (tx) => {
    const about = { subject: pickUpPointId, onBehalfOf: personId, note: "−" };
    if (await deletePointKeeper(tx, { pickUpPointId, personId }))
      await recordActivity(tx, ctx, { what: "remove-point-keeper", ...about });
    return { ok: true };
  });
}
