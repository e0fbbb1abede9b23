import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markRead } from "#db/write/messages.ts";

/** Opens a message of one's own, or marks them all as read. @returns where the opened one leads; null when there is no such message */
export async function readMessage(
  ctx: Context,
  { messageId }: { messageId: string | null },
): Promise<{ path: string | null }> {
  const personId = ctx.actor.personId ?? "";
  permit(ctx.actor, "read-message", { personId });
  return { path: await inTransaction((tx) => markRead(tx, { personId, messageId, now: ctx.now })) };
}
