import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findPersonByPhone } from "#db/read/hubs.ts";
import { findPickUpPoint } from "#db/read/places.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertPointKeeper } from "#db/write/shipping.ts";

type Input = { pickUpPointId: string; phone: string };

/** Somebody with an account keeps the pick-up point from now on: gives buyers what arrived there, and sees nothing else of a run. */
export async function addPointKeeper(
  ctx: Context,
  { pickUpPointId, phone }: Input,
): Promise<Result<object, "point-gone" | "person-unknown">> {
  permit(ctx.actor, "add-point-keeper");
  return inTransaction(async (tx) => {
    if (!(await findPickUpPoint(pickUpPointId))) return refuse("point-gone");
    const person = await findPersonByPhone(phone);
    if (!person) return refuse("person-unknown", { phone: "person-unknown" });
    await insertPointKeeper(tx, { pickUpPointId, personId: person.id });
    const note = `+ ${person.name}`;
    await recordActivity(tx, ctx, { what: "add-point-keeper", subject: pickUpPointId, onBehalfOf: person.id, note });
    return { ok: true };
  });
}
