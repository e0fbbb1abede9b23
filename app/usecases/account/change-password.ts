import { type PasswordProblem, passwordProblem } from "#app/domain/password.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { TRY_LIMITS } from "#app/domain/try-limits.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCredentials } from "#db/read/people.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { changePasswordHash } from "#db/write/people.ts";
import { forgetHits, withinLimits } from "#db/write/rate-limits.ts";
import { cancelResetCodes } from "#db/write/reset-codes.ts";
import { endSessionsOf } from "#db/write/sessions.ts";

type ChangePassword = { oldPassword: string; newPassword: string; currentTokenHash: string | null };

/** A new password for who knows the old one; every other session ends, and no open reset code works any more. */
export async function changePassword(
  ctx: Context,
  { oldPassword, newPassword, currentTokenHash }: ChangePassword,
): Promise<Result<object, PasswordProblem | "own-password-wrong" | "too-many-tries">> {
  const personId = ctx.actor.personId ?? "";
  permit(ctx.actor, "change-password", { personId });
  const key = `own-password:${personId}`;
  const within = await inTransaction((tx) => withinLimits(tx, [{ key, ...TRY_LIMITS.ownPassword }], ctx.now));
  if (!within) return refuse("too-many-tries");
  const person = await findCredentials({ personId });
  const old = person?.passwordHash;
  if (!old || !(await ctx.passwords.verify(old, oldPassword)))
    return refuse("own-password-wrong", { oldPassword: "own-password-wrong" });
  const problem = passwordProblem(newPassword, person);
  if (problem) return refuse(problem, { newPassword: problem });

  const passwordHash = await ctx.passwords.hash(newPassword);
  return inTransaction(async (tx) => {
    if (!(await changePasswordHash(tx, { personId, from: old, to: passwordHash })))
      return refuse("own-password-wrong", { oldPassword: "own-password-wrong" });
    await endSessionsOf(tx, { personId, keep: currentTokenHash });
    await cancelResetCodes(tx, { personId, now: ctx.now });
    await forgetHits(tx, key);
    await recordActivity(tx, ctx, { what: "change-password", subject: personId });
    return { ok: true };
  });
}
