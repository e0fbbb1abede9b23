import type { Contact } from "#app/domain/contact.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Arrival } from "#app/domain/session.ts";
import { TRY_LIMITS } from "#app/domain/try-limits.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCredentials } from "#db/read/people.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forgetHits, takeBackHit, withinLimits } from "#db/write/rate-limits.ts";
import { beginSession } from "#db/write/sessions.ts";

type SignIn = { contact: Contact; password: string; arrival: Arrival };

/**
 * Opens a session for who knows the password. Somebody unknown and a wrong password get the same answer after the same work.
 * Tries are counted before the password is looked at, so many at once are as many.
 */
export async function signIn(
  ctx: Context,
  { contact, password, arrival }: SignIn,
): Promise<Result<{ token: string }, "sign-in-wrong" | "too-many-tries" | "account-suspended">> {
  permit(ctx.actor, "sign-in");
  const account = `sign-in:${ctx.secrets.hash("contact", contact.phone ?? contact.email)}`;
  const address = `sign-in-from:${arrival.address}`;
  const limits = [
    { key: account, ...TRY_LIMITS.signInPerAccount },
    { key: address, ...TRY_LIMITS.signInPerAddress },
  ];
  if (!(await inTransaction((tx) => withinLimits(tx, limits, ctx.now)))) return refuse("too-many-tries");

  const person = await findCredentials(contact);
  const fits = await ctx.passwords.verify(person?.passwordHash ?? ctx.passwords.nobodysHash, password);
  if (!person?.passwordHash || !fits) return refuse("sign-in-wrong");
  if (person.suspendedAt) return refuse("account-suspended");

  const token = ctx.secrets.token();
  return inTransaction(async (tx) => {
    // What was checked must still hold: the password may have been changed meanwhile, to lock somebody out.
    const still = await findCredentials({ personId: person.id });
    if (still?.passwordHash !== person.passwordHash || still.suspendedAt) return refuse("sign-in-wrong");
    await forgetHits(tx, account);
    await takeBackHit(tx, { key: address, ...TRY_LIMITS.signInPerAddress }, ctx.now);
    await beginSession(tx, ctx, {
      personId: person.id,
      tokenHash: ctx.secrets.hash("session", token),
      handle: ctx.secrets.shortCode(8),
      arrival,
    });
    return { ok: true, token };
  });
}
