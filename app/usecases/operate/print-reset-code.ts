import type { Contact } from "#app/domain/contact.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCredentials } from "#db/read/people.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { renewResetCode } from "#db/write/reset-codes.ts";

/** A one-time code from the machine itself, for when no officer can help: the operator who forgot the own password. */
export async function printResetCode(ctx: Context, contact: Contact): Promise<Result<{ code: string }, "nobody">> {
  permit(ctx.actor, "print-reset-code");
  const code = ctx.secrets.spokenCode();
  return inTransaction(async (tx) => {
    const person = await findCredentials(contact);
    if (!person) return refuse("nobody");
    await renewResetCode(tx, {
      id: ctx.newId(),
      personId: person.id,
      codeHash: ctx.secrets.hash("reset-code", code),
      issuedBy: person.id,
      now: ctx.now,
    });
    await recordActivity(tx, ctx, { what: "print-reset-code", onBehalfOf: person.id });
    return { ok: true, code };
  });
}
