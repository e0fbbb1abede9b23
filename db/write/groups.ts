import { and, eq, ne } from "drizzle-orm";
import type { FeeBearer } from "#app/domain/refund.ts";
import { groups, photos } from "../schema.ts";
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

export async function insertGroup(tx: Tx, group: typeof groups.$inferInsert): Promise<void> {
  await tx.insert(groups).values(group);
}

/** Active → suspended, or back; false when it was not so (any more). */
export async function changeGroupState(
  tx: Tx,
  { groupId, from, to }: { groupId: string; from: "active" | "suspended"; to: "active" | "suspended" },
): Promise<boolean> {
  const changed = await tx
    .update(groups)
    .set({ state: to })
    .where(and(eq(groups.id, groupId), eq(groups.state, from)))
    .returning({ id: groups.id });
  return changed.length === 1;
}

type GroupPage = Pick<typeof groups.$inferInsert, "kind" | "story" | "villageCode" | "phone" | "madeByDisabled">;

export async function updateGroupPage(
  tx: Tx,
  { groupId, ...page }: Required<GroupPage> & { groupId: string },
): Promise<void> {
  await tx.update(groups).set(page).where(eq(groups.id, groupId));
}

/** Hangs up a photo that was stored; returns the id of the one it replaces, whose row is gone. */
export async function replaceGroupPhoto(
  tx: Tx,
  { groupId, photo }: { groupId: string; photo: typeof photos.$inferInsert | null },
): Promise<string | null> {
  const [before] = await tx.select({ photoId: groups.photoId }).from(groups).where(eq(groups.id, groupId));
  if (photo) await tx.insert(photos).values(photo);
  await tx
    .update(groups)
    .set({ photoId: photo?.id ?? null })
    .where(eq(groups.id, groupId));
  if (before?.photoId) await tx.delete(photos).where(eq(photos.id, before.photoId));
  return before?.photoId ?? null;
}

/** False when it was so already. */
export async function keepPublishesTotals(
  tx: Tx,
  { groupId, publish }: { groupId: string; publish: boolean },
): Promise<boolean> {
  const changed = await tx
    .update(groups)
    .set({ publishesTotals: publish })
    .where(and(eq(groups.id, groupId), eq(groups.publishesTotals, !publish)))
    .returning({ id: groups.id });
  return changed.length === 1;
}

/** False when it was so already. */
export async function keepIncomeVote(
  tx: Tx,
  { groupId, isOpen, decision }: { groupId: string; isOpen: boolean; decision: string },
): Promise<boolean> {
  const changed = await tx
    .update(groups)
    .set({ opensIncome: isOpen, incomeDecision: decision })
    .where(and(eq(groups.id, groupId), eq(groups.opensIncome, !isOpen)))
    .returning({ id: groups.id });
  return changed.length === 1;
}

/** False when it was so already. */
export async function keepFeeBearer(
  tx: Tx,
  { groupId, bearer }: { groupId: string; bearer: FeeBearer },
): Promise<boolean> {
  const changed = await tx
    .update(groups)
    .set({ refundFeeBearer: bearer })
    .where(and(eq(groups.id, groupId), ne(groups.refundFeeBearer, bearer)))
    .returning({ id: groups.id });
  return changed.length === 1;
}
