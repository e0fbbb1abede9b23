import { and, asc, eq, inArray, lt } from "drizzle-orm";
import { type Actor, holdersOf, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { heldPhotos } from "../schema.ts";

/** Whether this photo is held for whoever asks. */
export async function isHeldPhoto(actor: Actor, id: string): Promise<boolean> {
  permit(actor, "hold-photo", { orderId: actor.orderPasses[0] });
  const mine = and(eq(heldPhotos.id, id), inArray(heldPhotos.holder, holdersOf(actor)));
  const rows = await db().select({ id: heldPhotos.id }).from(heldPhotos).where(mine);
  return rows.length === 1;
}

/** For the job: photos held since before that moment, the oldest first. */
export async function listHeldSince(before: Date): Promise<string[]> {
  const rows = await db()
    .select({ id: heldPhotos.id })
    .from(heldPhotos)
    .where(lt(heldPhotos.heldAt, before))
    .orderBy(asc(heldPhotos.heldAt))
    .limit(100);
  return rows.map((row) => row.id);
}
