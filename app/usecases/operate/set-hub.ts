import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findHub, findPersonByPhone } from "#db/read/hubs.ts";
import { findZone } from "#db/read/tariffs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertKeeper, removeKeeper, saveHub, savePickUpPoint } from "#db/write/shipping.ts";

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

/** Somebody with an account keeps the hub from now on: receives goods, runs its departures. */
export async function addHubKeeper(
  ctx: Context,
  { hubId, phone }: { hubId: string; phone: string },
): Promise<Result<object, "hub-unknown" | "person-unknown">> {
  permit(ctx.actor, "set-hub");
  return inTransaction(async (tx) => {
    if (!(await findHub(hubId))) return refuse("hub-unknown");
    const person = await findPersonByPhone(phone);
    if (!person) return refuse("person-unknown", { phone: "person-unknown" });
    await insertKeeper(tx, { hubId, personId: person.id });
    await recordActivity(tx, ctx, { what: "set-hub", subject: hubId, onBehalfOf: person.id, note: `+ ${person.name}` });
    return { ok: true };
  });
}

export async function dropHubKeeper(
  ctx: Context,
  { hubId, personId }: { hubId: string; personId: string },
): Promise<Result<object, never>> {
  permit(ctx.actor, "set-hub");
  return inTransaction(async (tx) => {
    if (await removeKeeper(tx, { hubId, personId }))
      await recordActivity(tx, ctx, { what: "set-hub", subject: hubId, onBehalfOf: personId, note: "−" });
    return { ok: true };
  });
}

/** Where the buyers of a zone fetch their goods. The same form makes it once. */
export async function addPickUpPoint(
  ctx: Context,
  { formKey, zoneId, ...place }: Place & { formKey: string; zoneId: string },
): Promise<Result<object, "zone-gone" | "village-code">> {
  permit(ctx.actor, "set-hub");
  if (!(await ctx.regions.exists(place.villageCode))) return refuse("village-code", { village: "village-code" });
  const id = ctx.secrets.hash("pick-up-point", formKey);
  return inTransaction(async (tx) => {
    if (!(await findZone(zoneId))) return refuse("zone-gone", { zoneId: "zone-gone" });
    await savePickUpPoint(tx, { id, zoneId, ...place });
    await recordActivity(tx, ctx, { what: "set-hub", subject: id, note: place.name });
    return { ok: true };
  });
}
