import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findHub, findPersonByPhone } from "#db/read/hubs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertKeeper } from "#db/write/shipping.ts";

/** Somebody with an account keeps the hub from now on: receives goods, runs its departures. */
export async function addHubKeeper(
  ctx: Context,
  { hubId, phone }: { hubId: string; phone: string },
): Promise<Result<object, "hub-unknown" | "person-unknown">> {
  permit(ctx.actor, "add-hub-keeper");
  return inTransaction(async (tx) => {
    if (!(await findHub(hubId))) return refuse("hub-unknown");
    const person = await findPersonByPhone(phone);
    if (!person) return refuse("person-unknown", { phone: "person-unknown" });
    await insertKeeper(tx, { hubId, personId: person.id });
    await recordActivity(tx, ctx, {
      what: "add-hub-keeper",
      subject: hubId,
      onBehalfOf: person.id,
      note: `+ ${person.name}`,
    });
    return { ok: true };
  });
}
