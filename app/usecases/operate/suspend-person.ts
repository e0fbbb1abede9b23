import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { suspendPersonRow } from "#db/write/people.ts";
import { endSessionsOf } from "#db/write/sessions.ts";

/** Closes an account, or opens it again. All its sessions end at once; nothing it did is lost. */
export async function suspendPerson(
  ctx: Context,
  { personId, suspend }: { personId: string; suspend: boolean },
): Promise<Result<object, "person-unchanged" | "not-yourself">> {
  permit(ctx.actor, "suspend-person");
  if (personId === ctx.actor.personId) return refuse("not-yourself");
  return inTransaction(async (tx) => {
    if (!(await suspendPersonRow(tx, { personId, suspendedAt: suspend ? ctx.now : null })))
      return refuse("person-unchanged");
    if (suspend) await endSessionsOf(tx, { personId, keep: null });
    await recordActivity(tx, ctx, {
      what: "suspend-person",
      onBehalfOf: personId,
      note: suspend ? "suspended" : "restored",
    });
    return { ok: true };
  });
}
