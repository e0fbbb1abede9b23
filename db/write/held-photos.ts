import { and, eq } from "drizzle-orm";
import { heldPhotos } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

export async function insertHeldPhoto(tx: Tx, row: typeof heldPhotos.$inferInsert): Promise<void> {
  await tx.insert(heldPhotos).values(row);
}

/** Lets go of a held photo, so that it becomes another thing's; undefined when it is not held for this person (any more). */
export async function takeHeldPhoto(tx: Tx, { id, personId }: { id: string; personId: string }) {
  const [row] = await tx
    .delete(heldPhotos)
    .where(and(eq(heldPhotos.id, id), eq(heldPhotos.personId, personId)))
    .returning();
  return row;
}

/** False when it was taken meanwhile: then its files are wanted. */
export async function forgetHeldPhoto(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.delete(heldPhotos).where(eq(heldPhotos.id, id)).returning({ id: heldPhotos.id });
  return gone.length === 1;
}
