import { INVITATION_DAYS, INVITATION_SIGNS } from "#app/domain/group.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { readMembers } from "#db/read/members.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertInvitation, withdrawInvitationsFor } from "#db/write/invitations.ts";
import { tellInvited } from "#db/write/member-messages.ts";

/** `memberId`: the record on paper that the invited person takes over; null for somebody new. */
type InviteMember = { groupId: string; name: string; memberId: string | null };

/** A code by which one person joins. It is shown once and kept as a hash; a newer one for the same record ends the older. */
export async function inviteMember(
  ctx: Context,
  { groupId, name, memberId }: InviteMember,
): Promise<Result<{ code: string; expiresAt: Date }, "member-has-account">> {
  permit(ctx.actor, "invite-member", { groupId });
  const code = ctx.secrets.shortCode(INVITATION_SIGNS);
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * 86_400_000);
  return inTransaction(async (tx) => {
    if (memberId) {
      const record = (await readMembers(groupId)).find((member) => member.id === memberId);
      if (!record || record.personId || record.leftAt) return refuse("member-has-account");
      await withdrawInvitationsFor(tx, { memberId, now: ctx.now });
    }
    const id = ctx.newId();
    await insertInvitation(tx, {
      id,
      groupId,
      codeHash: ctx.secrets.hash("invitation", code),
      name,
      memberId,
      invitedBy: ctx.actor.personId ?? "",
      createdAt: ctx.now,
      expiresAt,
    });
    if (memberId) await tellInvited(tx, ctx, { invitationId: id, memberId });
    await recordActivity(tx, ctx, {
      what: "invite-member",
      groupId,
      onBehalfOf: memberId ?? undefined,
      subject: id,
    });
    return { ok: true, code, expiresAt };
  });
}
