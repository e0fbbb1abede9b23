import type { Contact } from "#app/domain/contact.ts";
import { type PasswordProblem, passwordProblem } from "#app/domain/password.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Arrival } from "#app/domain/session.ts";
import { TRY_LIMITS } from "#app/domain/try-limits.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertPerson } from "#db/write/people.ts";
import { withinLimits } from "#db/write/rate-limits.ts";
import { beginSession } from "#db/write/sessions.ts";

type SignUp = { name: string; contact: Contact; password: string; arrival: Arrival };

/** Makes an account and signs in. A number that has one is told to sign in or ask for a code; how often an address may learn that is limited. */
export async function signUp(
  ctx: Context,
  { name, contact, password, arrival }: SignUp,
): Promise<Result<{ token: string; personId: string }, PasswordProblem | "account-exists" | "too-many-tries">> {
  permit(ctx.actor, "sign-up");
  const problem = passwordProblem(password, { name, ...contact });
  if (problem) return refuse(problem, { password: problem });
  const limit = { key: `sign-up-from:${arrival.address}`, ...TRY_LIMITS.signUpPerAddress };
  if (!(await inTransaction((tx) => withinLimits(tx, [limit], ctx.now)))) return refuse("too-many-tries");

  const passwordHash = await ctx.passwords.hash(password);
  const token = ctx.secrets.token();
  const personId = ctx.newId();
  return inTransaction(async (tx) => {
    const person = { id: personId, name, ...contact, passwordHash, locale: ctx.locale, createdAt: ctx.now };
    if (!(await insertPerson(tx, person))) {
      const taken = { key: `taken-from:${arrival.address}`, ...TRY_LIMITS.takenPerAddress };
      const mayLearn = await withinLimits(tx, [taken], ctx.now);
      return mayLearn ? refuse("account-exists", { contact: "account-exists" }) : refuse("too-many-tries");
    }
    await beginSession(tx, ctx, {
      personId,
      tokenHash: ctx.secrets.hash("session", token),
      handle: ctx.secrets.shortCode(8),
      arrival,
    });
    return { ok: true, token, personId };
  });
}
