import { MESSAGE_KINDS, type MessageKind } from "#app/domain/message.ts";
import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { savePreferences } from "#db/write/messages.ts";

/** Which kinds a person wants by mail; the inbox holds all of them anyway. `shown` are those that the form asked about. */
export async function setMessagePreferences(
  ctx: Context,
  { shown, wanted }: { shown: readonly MessageKind[]; wanted: readonly string[] },
): Promise<void> {
  const personId = ctx.actor.personId ?? "";
  permit(ctx.actor, "set-message-preferences", { personId });
  const choices = MESSAGE_KINDS.filter((kind) => shown.includes(kind)).map((kind) => ({
    kind,
    byMail: wanted.includes(kind),
  }));
  await inTransaction((tx) => savePreferences(tx, { personId, choices }));
}
