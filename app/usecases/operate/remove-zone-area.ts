import { permit } from "#app/domain/permissions.ts";
import type { Result } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { deleteZoneArea } from "#db/write/shipping.ts";

type Area = { zoneId: string; regionCode: string };

/** The region belongs to the zone no more; orders that were placed keep what they were promised. */
export async function removeZoneArea(ctx: Context, { zoneId, regionCode }: Area): Promise<Result<object, never>> {
  permit(ctx.actor, "remove-zone-area");
  return inTransaction(async (tx) => {
    if (await deleteZoneArea(tx, { zoneId, regionCode }))
      await recordActivity(tx, ctx, { what: "remove-zone-area", subject: zoneId, note: `− ${regionCode}` });
    return { ok: true };
  });
}
