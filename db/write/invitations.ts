import { and, eq, gt, isNull } from "drizzle-orm";
import { invitations } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

export async function insertInvitation(tx: Tx, invitation: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(invitation);
}

/** Uses an invitation up; false when it is used, withdrawn or old: of two who accept at once only one hears true. */
export async function spendInvitation(
  tx: Tx,
  { invitationId, personId, now }: { invitationId: string; personId: string; now: Date },
): Promise<boolean> {
  const used = await tx
    .update(invitations)
    .set({ usedAt: now, usedBy: personId })
    .where(
      and(
        eq(invitations.id, invitationId),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .returning({ id: invitations.id });
  return used.length === 1;
}

/** False when it was used or withdrawn already, or is not this group's. */
export async function markInvitationWithdrawn(
  tx: Tx,
  { invitationId, groupId, now }: { invitationId: string; groupId: string; now: Date },
): Promise<boolean> {
  const changed = await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(invitations.id, invitationId),
        eq(invitations.groupId, groupId),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .returning({ id: invitations.id });
  return changed.length === 1;
}

/** The open invitations for a member's record, when there is a newer one or the member left. */
export async function withdrawInvitationsFor(
  tx: Tx,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(and(eq(invitations.memberId, memberId), isNull(invitations.usedAt), isNull(invitations.withdrawnAt)));
}
