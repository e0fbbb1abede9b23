import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { endSession } from "#db/write/sessions.ts";

/** Ends the session of this browser; nothing to do when there is none. */
export async function signOut(ctx: Context, { tokenHash }: { tokenHash: string | null }): Promise<{ ok: true }> {
  permit(ctx.actor, "sign-out");
  if (tokenHash) await inTransaction((tx) => endSession(tx, tokenHash));
  return { ok: true };
}
