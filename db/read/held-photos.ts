import { and, asc, eq, lt } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { heldPhotos } from "../schema.ts";

/** Whether this photo is held for the signed-in person. */
export async function isHeldPhoto(actor: Actor, id: string): Promise<boolean> {
  permit(actor, "hold-photo");
  const mine = and(eq(heldPhotos.id, id), eq(heldPhotos.personId, actor.personId ?? ""));
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
