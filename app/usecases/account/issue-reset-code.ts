import { permit } from "#app/domain/permissions.ts";
import { mayIssueResetCode } from "#app/domain/reset-code.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { TRY_LIMITS } from "#app/domain/try-limits.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCredentials, findForgetful } from "#db/read/people.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { forgetHits, withinLimits } from "#db/write/rate-limits.ts";
import { renewResetCode } from "#db/write/reset-codes.ts";

/** `groupId`: the group whose officer helps; null when an operator does. */
type IssueResetCode = { personId: string; groupId: string | null; ownPassword: string };

/**
 * A one-time code to read out to somebody who forgot the password. The officer gives the own password again, never learns the
 * other's, and the record says who helped whom. A new code cancels older ones.
 */
export async function issueResetCode(
  ctx: Context,
  { personId, groupId, ownPassword }: IssueResetCode,
): Promise<Result<{ code: string }, "own-password-wrong" | "too-many-tries" | "reset-not-yours">> {
  permit(ctx.actor, "issue-reset-code", groupId ? { groupId } : {});
  const person = await findForgetful(personId);
  if (!person || !mayIssueResetCode(ctx.actor, person, groupId)) return refuse("reset-not-yours");
  const officerId = ctx.actor.personId ?? "";
  const key = `own-password:${officerId}`;
  const within = await inTransaction((tx) => withinLimits(tx, [{ key, ...TRY_LIMITS.ownPassword }], ctx.now));
  if (!within) return refuse("too-many-tries");
  const officer = await findCredentials({ personId: officerId });
  if (!officer?.passwordHash || !(await ctx.passwords.verify(officer.passwordHash, ownPassword)))
    return refuse("own-password-wrong", { ownPassword: "own-password-wrong" });

  const code = ctx.secrets.spokenCode();
  return inTransaction(async (tx) => {
    await forgetHits(tx, key);
    await renewResetCode(tx, {
      id: ctx.newId(),
      personId,
      codeHash: ctx.secrets.hash("reset-code", code),
      issuedBy: officerId,
      now: ctx.now,
    });
    await recordActivity(tx, ctx, {
      what: "issue-reset-code",
      groupId: groupId ?? undefined,
      onBehalfOf: personId,
    });
    return { ok: true, code };
  });
}
