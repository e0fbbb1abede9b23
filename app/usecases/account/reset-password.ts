import type { Contact } from "#app/domain/contact.ts";
import { type PasswordProblem, passwordProblem } from "#app/domain/password.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Arrival } from "#app/domain/session.ts";
import { TRY_LIMITS } from "#app/domain/try-limits.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCredentials } from "#db/read/people.ts";
import { findOpenResetCode } from "#db/read/reset-codes.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { setPasswordHash } from "#db/write/people.ts";
import { forgetHits, withinLimits } from "#db/write/rate-limits.ts";
import { spendResetCode } from "#db/write/reset-codes.ts";
import { beginSession, endSessionsOf } from "#db/write/sessions.ts";

type ResetPassword = { contact: Contact; code: string; newPassword: string; arrival: Arrival };

/** With a code that an officer read out: a new password, every session ends, and a new one begins here. A code works once. */
export async function resetPassword(
  ctx: Context,
  { contact, code, newPassword, arrival }: ResetPassword,
): Promise<Result<{ token: string }, PasswordProblem | "reset-wrong" | "too-many-tries">> {
  permit(ctx.actor, "reset-password");
  const byContact = ctx.secrets.hash("contact", contact.phone ?? contact.email);
  const limits = [
    { key: `reset:${byContact}`, ...TRY_LIMITS.resetPerAccount },
    { key: `reset-from:${arrival.address}`, ...TRY_LIMITS.resetPerAddress },
  ];
  if (!(await inTransaction((tx) => withinLimits(tx, limits, ctx.now)))) return refuse("too-many-tries");
  const codeHash = ctx.secrets.hash("reset-code", code);
  const person = await findCredentials(contact);
  const isRight = person ? await findOpenResetCode({ personId: person.id, codeHash, now: ctx.now }) : false;
  // The name counts only for who has the right code: it must not tell whether there is such a person.
  const problem = passwordProblem(newPassword, { name: isRight && person ? person.name : "", ...contact });
  if (problem) return refuse(problem, { newPassword: problem });

  // Hashed for a wrong code too, so that both take as long.
  const passwordHash = await ctx.passwords.hash(newPassword);
  if (!person || person.suspendedAt || !isRight) return refuse("reset-wrong");
  const token = ctx.secrets.token();
  return inTransaction(async (tx) => {
    if (!(await spendResetCode(tx, { personId: person.id, codeHash, now: ctx.now }))) return refuse("reset-wrong");
    await setPasswordHash(tx, { personId: person.id, passwordHash });
    await endSessionsOf(tx, { personId: person.id, keep: null });
    await forgetHits(tx, `reset:${byContact}`);
    await forgetHits(tx, `sign-in:${byContact}`);
    await beginSession(tx, ctx, {
      personId: person.id,
      tokenHash: ctx.secrets.hash("session", token),
      handle: ctx.secrets.shortCode(8),
      arrival,
    });
    const by = { ...ctx, actor: { personId: person.id } };
    await recordActivity(tx, by, { what: "reset-password", subject: person.id });
    return { ok: true, token };
  });
}
