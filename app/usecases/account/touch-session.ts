import { permit } from "#app/domain/permissions.ts";
import { isTouchDue } from "#app/domain/session.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markSessionSeen } from "#db/write/sessions.ts";

/** Writes down that a session is in use, at most hourly, so that it does not end for idleness. */
export async function touchSession(
  ctx: Context,
  { tokenHash, seenAt }: { tokenHash: string; seenAt: Date },
): Promise<{ ok: true; touched: boolean }> {
  permit(ctx.actor, "touch-session");
  if (!isTouchDue(seenAt.getTime(), ctx.now.getTime())) return { ok: true, touched: false };
  await inTransaction((tx) => markSessionSeen(tx, { tokenHash, now: ctx.now }));
  return { ok: true, touched: true };
}
