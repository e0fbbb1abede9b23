import type { Locale } from "#app/domain/locale.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { TRY_LIMITS } from "#app/domain/try-limits.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCredentials, isContactTaken } from "#db/read/people.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { updatePerson } from "#db/write/people.ts";
import { forgetHits, withinLimits } from "#db/write/rate-limits.ts";

type EditAccount = { name: string; phone: string | null; email: string | null; locale: Locale; password: string };

/** A person's own details. What they sign in with changes only with the password, so that a phone left lying about is not enough. */
export async function editAccount(
  ctx: Context,
  { password, ...details }: EditAccount,
): Promise<Result<object, "contact-missing" | "contact-taken" | "own-password-wrong" | "too-many-tries">> {
  const personId = ctx.actor.personId ?? "";
  permit(ctx.actor, "edit-account", { personId });
  if (!details.phone && !details.email) return refuse("contact-missing", { phone: "contact-missing" });
  const person = await findCredentials({ personId });
  const contactChanges = person?.phone !== details.phone || person.email !== details.email;
  const key = `own-password:${personId}`;
  if (contactChanges) {
    const limit = { key, ...TRY_LIMITS.ownPassword };
    if (!(await inTransaction((tx) => withinLimits(tx, [limit], ctx.now)))) return refuse("too-many-tries");
    if (!person?.passwordHash || !(await ctx.passwords.verify(person.passwordHash, password)))
      return refuse("own-password-wrong", { password: "own-password-wrong" });
  }
  return inTransaction(async (tx) => {
    const taken = await isContactTaken({ personId, ...details });
    if (taken) return refuse("contact-taken", { [taken]: "contact-taken" });
    if (contactChanges) await forgetHits(tx, key);
    await updatePerson(tx, { personId, ...details });
    await recordActivity(tx, ctx, { what: "edit-account", subject: personId });
    return { ok: true };
  });
}
