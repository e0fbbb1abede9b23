import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findZone } from "#db/read/tariffs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { savePickUpPoint } from "#db/write/shipping.ts";

type Place = { name: string; villageCode: string; address: string; openingHours: string };

/** Where the buyers of a zone fetch their goods. The same form makes it once. */
export async function addPickUpPoint(
  ctx: Context,
  { formKey, zoneId, ...place }: Place & { formKey: string; zoneId: string },
): Promise<Result<object, "zone-gone" | "village-code">> {
  permit(ctx.actor, "add-pick-up-point");
  if (!(await ctx.regions.exists(place.villageCode))) return refuse("village-code", { village: "village-code" });
  const id = ctx.secrets.hash("pick-up-point", formKey);
  return inTransaction(async (tx) => {
    if (!(await findZone(zoneId))) return refuse("zone-gone", { zoneId: "zone-gone" });
    await savePickUpPoint(tx, { id, zoneId, ...place });
    await recordActivity(tx, ctx, { what: "add-pick-up-point", subject: id, note: place.name });
    return { ok: true };
  });
}
