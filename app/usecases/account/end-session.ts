import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { endSessionNamed, endSessionsOf } from "#db/write/sessions.ts";

/** Signs a person's own device out, or all of them but this one: for a phone that was lost or lent. */
export async function endSession(
  ctx: Context,
  { which, currentTokenHash }: { which: { handle: string } | "others"; currentTokenHash: string | null },
): Promise<Result<object, "session-gone">> {
  const personId = ctx.actor.personId ?? "";
  permit(ctx.actor, "end-session", { personId });
  return inTransaction(async (tx) => {
    if (which === "others") await endSessionsOf(tx, { personId, keep: currentTokenHash });
    else if (!(await endSessionNamed(tx, { personId, handle: which.handle }))) return refuse("session-gone");
    await recordActivity(tx, ctx, { what: "end-session", subject: personId });
    return { ok: true };
  });
}
