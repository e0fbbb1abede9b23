import { and, eq, isNull } from "drizzle-orm";
import { boxes } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

export async function insertBox(tx: Tx, box: typeof boxes.$inferInsert): Promise<void> {
  await tx.insert(boxes).values(box);
}

/** False where it is not in use. */
export async function retireBox(tx: Tx, { boxId, now }: { boxId: string; now: Date }): Promise<boolean> {
  const retired = await tx
    .update(boxes)
    .set({ retiredAt: now })
    .where(and(eq(boxes.id, boxId), isNull(boxes.retiredAt)))
    .returning();
  return retired.length === 1;
}
