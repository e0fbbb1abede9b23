import { and, eq, inArray } from "drizzle-orm";
import { savedGroups } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Saving = { personId: string; groupId: string; now: Date };

export async function insertSavedGroup(tx: Tx, { personId, groupId, now }: Saving): Promise<void> {
  await tx.insert(savedGroups).values({ personId, groupId, savedAt: now, seenAt: now }).onConflictDoNothing();
}

export async function removeSavedGroup(tx: Tx, { personId, groupId }: Omit<Saving, "now">): Promise<void> {
  await tx.delete(savedGroups).where(and(eq(savedGroups.personId, personId), eq(savedGroups.groupId, groupId)));
}

export async function keepGroupsSeen(
  tx: Tx,
  { personId, groupIds, now }: { personId: string; groupIds: string[]; now: Date },
): Promise<void> {
  if (groupIds.length === 0) return;
  await tx
    .update(savedGroups)
    .set({ seenAt: now })
    .where(and(eq(savedGroups.personId, personId), inArray(savedGroups.groupId, groupIds)));
}
