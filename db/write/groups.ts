import { and, eq } from "drizzle-orm";
import { groups } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Waiting → active; false when it was not waiting (any more). */
export async function markGroupApproved(
  tx: Tx,
  { groupId, approvedBy, now }: { groupId: string; approvedBy: string | null; now: Date },
): Promise<boolean> {
  const changed = await tx
    .update(groups)
    .set({ state: "active", approvedBy, approvedAt: now })
    .where(and(eq(groups.id, groupId), eq(groups.state, "waiting")))
    .returning({ id: groups.id });
  return changed.length === 1;
}
