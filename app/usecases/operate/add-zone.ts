import { permit } from "#app/domain/permissions.ts";
import type { Result } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertZone } from "#db/write/shipping.ts";

/** A new tariff area, still without regions. The same form makes it once. */
export async function addZone(
  ctx: Context,
  { formKey, name }: { formKey: string; name: string },
): Promise<Result<{ zoneId: string }, never>> {
  permit(ctx.actor, "add-zone");
  const id = ctx.secrets.hash("zone", formKey);
  await inTransaction(async (tx) => {
    if (await insertZone(tx, { id, name }))
      await recordActivity(tx, ctx, { what: "add-zone", subject: id, note: `+ ${name}` });
  });
  return { ok: true, zoneId: id };
}
