import { eq } from "drizzle-orm";
import { heldPhotos } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

export async function insertHeldPhoto(tx: Tx, row: typeof heldPhotos.$inferInsert): Promise<void> {
  await tx.insert(heldPhotos).values(row);
}

/** False when another has done so: then that one removes its files. */
export async function forgetHeldPhoto(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.delete(heldPhotos).where(eq(heldPhotos.id, id)).returning({ id: heldPhotos.id });
  return gone.length === 1;
}
