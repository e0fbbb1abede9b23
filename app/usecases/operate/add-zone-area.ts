import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findZone } from "#db/read/tariffs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertZoneArea } from "#db/write/shipping.ts";

type Area = { zoneId: string; regionCode: string };

/** A province, regency, district or village lies in the zone; where zones overlap the most exact region counts. */
export async function addZoneArea(
  ctx: Context,
  { zoneId, regionCode }: Area,
): Promise<Result<object, "zone-gone" | "region-code" | "region-taken">> {
  permit(ctx.actor, "add-zone-area");
  if (!(await ctx.regions.exists(regionCode))) return refuse("region-code", { province: "region-code" });
  return inTransaction(async (tx) => {
    const zone = await findZone(zoneId);
    if (!zone) return refuse("zone-gone");
    if (zone.regionCodes.includes(regionCode)) return { ok: true };
    if (!(await insertZoneArea(tx, { zoneId, regionCode }))) return refuse("region-taken");
    await recordActivity(tx, ctx, { what: "add-zone-area", subject: zoneId, note: `+ ${regionCode}` });
    return { ok: true };
  });
}
