import type { Contact } from "#app/domain/contact.ts";
import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCredentials } from "#db/read/people.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertPerson, makeOperator } from "#db/write/people.ts";
import { renewResetCode } from "#db/write/reset-codes.ts";

/**
 * Makes somebody an operator, from the machine itself: a new person without a password, or one who has an account. The one-time code
 * is for /reset-password, where they choose a password that nobody else ever sees.
 */
export async function createAdmin(
  ctx: Context,
  { name, contact }: { name: string; contact: Contact },
): Promise<{ personId: string; code: string }> {
  permit(ctx.actor, "create-admin");
  const code = ctx.secrets.spokenCode();
  return inTransaction(async (tx) => {
    const known = await findCredentials(contact);
    const personId = known?.id ?? ctx.newId();
    if (known) await makeOperator(tx, personId);
    else
      await insertPerson(tx, {
        id: personId,
        name,
        ...contact,
        passwordHash: null,
        locale: ctx.locale,
        createdAt: ctx.now,
        isOperator: true,
      });
    await renewResetCode(tx, {
      id: ctx.newId(),
      personId,
      codeHash: ctx.secrets.hash("reset-code", code),
      issuedBy: personId,
      now: ctx.now,
    });
    await recordActivity(tx, ctx, { what: "create-admin", onBehalfOf: personId });
    return { personId, code };
  });
}
