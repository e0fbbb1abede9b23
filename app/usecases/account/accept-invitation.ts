import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { TRY_LIMITS } from "#app/domain/try-limits.ts";
import type { Context } from "#app/usecases/context.ts";
import { findInvitation, findMembership } from "#db/read/invitations.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { spendInvitation } from "#db/write/invitations.ts";
import { tellInviter } from "#db/write/member-messages.ts";
import { attachPerson, insertMember, readmitMember } from "#db/write/members.ts";
import { withinLimits } from "#db/write/rate-limits.ts";

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;
type Answer = Result<{ groupSlug: string }, "invitation-gone" | "already-member" | "too-many-tries">;

/**
 * Whoever holds the code joins, once: under the record made on paper, under the own old number, or under the next one.
 * Somebody who is a member already uses nothing up.
 */
export async function acceptInvitation(ctx: Context, { code }: { code: string }): Promise<Answer> {
  permit(ctx.actor, "accept-invitation");
  const personId = ctx.actor.personId ?? "";
  const limit = { key: `join:${personId}`, ...TRY_LIMITS.joinPerPerson };
  if (!(await inTransaction((tx) => withinLimits(tx, [limit], ctx.now)))) return refuse("too-many-tries");
  const codeHash = ctx.secrets.hash("invitation", code);
  return inTransaction(async (tx): Promise<Answer> => {
    const invitation = await findInvitation(codeHash, ctx.now);
    if (!invitation) return refuse("invitation-gone");
    const known = await findMembership({ groupId: invitation.groupId, personId });
    if (known && (!known.leftAt || invitation.memberId)) return refuse("already-member");
    if (!(await spendInvitation(tx, { invitationId: invitation.id, personId, now: ctx.now })))
      return refuse("invitation-gone");
    const memberId = await letIn(tx, ctx, { invitation, personId, oldRecord: known?.id });
    if (!memberId) throw new Error(`invitation ${invitation.id} names a record that has an account`);
    await tellInviter(tx, ctx, { invitationId: invitation.id, memberId });
    await recordActivity(tx, ctx, {
      what: "accept-invitation",
      groupId: invitation.groupId,
      subject: memberId,
    });
    return { ok: true, groupSlug: invitation.groupSlug };
  });
}

async function letIn(
  tx: Tx,
  ctx: Context,
  { invitation, personId, oldRecord }: { invitation: Invitation; personId: string; oldRecord: string | undefined },
): Promise<string | null> {
  if (oldRecord) {
    await readmitMember(tx, oldRecord);
    return oldRecord;
  }
  if (invitation.memberId)
    return (await attachPerson(tx, { memberId: invitation.memberId, personId })) ? invitation.memberId : null;
  const id = ctx.newId();
  const name = ctx.actor.name ?? invitation.name;
  await insertMember(tx, { id, groupId: invitation.groupId, name, phone: null, personId, joinedAt: ctx.now });
  return id;
}
