import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findHub } from "#db/read/hubs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { saveHub } from "#db/write/shipping.ts";

type Place = { name: string; villageCode: string; address: string };

/** A new hub (told by a form's key, which makes it once), or a known one told anew. */
export async function setHub(
  ctx: Context,
  { hubId, formKey, ...place }: Place & { hubId: string | null; formKey: string },
): Promise<Result<{ hubId: string }, "hub-unknown" | "village-code">> {
  permit(ctx.actor, "set-hub");
  if (!(await ctx.regions.exists(place.villageCode))) return refuse("village-code", { village: "village-code" });
  const id = hubId ?? ctx.secrets.hash("hub", formKey);
  return inTransaction(async (tx) => {
    if (hubId !== null && !(await findHub(hubId))) return refuse("hub-unknown");
    await saveHub(tx, { id, ...place });
    await recordActivity(tx, ctx, { what: "set-hub", subject: id, note: place.name });
    return { ok: true, hubId: id };
  });
}
