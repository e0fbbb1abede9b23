import { and, eq } from "drizzle-orm";
import { cashWriteOffs } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** False when another proposal about this holder's cash waits. */
export async function insertCashWriteOff(
  tx: Tx,
  row: Omit<typeof cashWriteOffs.$inferInsert, "state">,
): Promise<boolean> {
  const written = await tx
    .insert(cashWriteOffs)
    .values({ ...row, state: "proposed" })
    .onConflictDoNothing()
    .returning({ id: cashWriteOffs.id });
  return written.length === 1;
}

type Decision = { id: string; state: "approved" | "refused"; decidedBy: string; decidedAt: Date };

/** False when it was decided (by somebody else) before. */
export async function decideCashWriteOffRow(tx: Tx, { id, ...set }: Decision): Promise<boolean> {
  const changed = await tx
    .update(cashWriteOffs)
    .set(set)
    .where(and(eq(cashWriteOffs.id, id), eq(cashWriteOffs.state, "proposed")))
    .returning({ id: cashWriteOffs.id });
  return changed.length === 1;
}
