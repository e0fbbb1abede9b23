import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findZone } from "#db/read/tariffs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertZone, insertZoneArea, removeZoneArea } from "#db/write/shipping.ts";

/** A new tariff area, still without regions. The same form makes it once. */
export async function addZone(
  ctx: Context,
  { formKey, name }: { formKey: string; name: string },
): Promise<Result<{ zoneId: string }, never>> {
  permit(ctx.actor, "set-tariff");
  const id = ctx.secrets.hash("zone", formKey);
  await inTransaction(async (tx) => {
    if (await insertZone(tx, { id, name }))
      await recordActivity(tx, ctx, { what: "set-tariff", subject: id, note: `+ ${name}` });
  });
  return { ok: true, zoneId: id };
}

type Area = { zoneId: string; regionCode: string };

/** A province, regency, district or village lies in the zone; where zones overlap the most exact region counts. */
export async function addZoneArea(
  ctx: Context,
  { zoneId, regionCode }: Area,
): Promise<Result<object, "zone-gone" | "region-code" | "region-taken">> {
  permit(ctx.actor, "set-tariff");
  if (!(await ctx.regions.exists(regionCode))) return refuse("region-code", { province: "region-code" });
  return inTransaction(async (tx) => {
    const zone = await findZone(zoneId);
    if (!zone) return refuse("zone-gone");
    if (zone.regionCodes.includes(regionCode)) return { ok: true };
    if (!(await insertZoneArea(tx, { zoneId, regionCode }))) return refuse("region-taken");
    await recordActivity(tx, ctx, { what: "set-tariff", subject: zoneId, note: `+ ${regionCode}` });
    return { ok: true };
  });
}

/** The region belongs to the zone no more; orders that were placed keep what they were promised. */
export async function dropZoneArea(ctx: Context, { zoneId, regionCode }: Area): Promise<Result<object, never>> {
  permit(ctx.actor, "set-tariff");
  return inTransaction(async (tx) => {
    if (await removeZoneArea(tx, { zoneId, regionCode }))
      await recordActivity(tx, ctx, { what: "set-tariff", subject: zoneId, note: `− ${regionCode}` });
    return { ok: true };
  });
}
