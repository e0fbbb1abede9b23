import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findSurplusYear } from "#db/read/surplus.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { moveSurplusYear } from "#db/write/surplus.ts";

type Input = { groupId: string; year: number; reason: string };

/** The treasurer says why a division that was posted must be undone; the chair decides. */
export async function askSurplusReversal(
  ctx: Context,
  { groupId, year, reason }: Input,
): Promise<Result<object, "reason-needed" | "surplus-not-proposed">> {
  permit(ctx.actor, "ask-surplus-reversal", { groupId });
  if (reason === "") return refuse("reason-needed", { reason: "reason-needed" });
  return inTransaction(async (tx) => {
    const known = await findSurplusYear({ groupId, year });
    const marks = { reversalBy: ctx.actor.personId, reversalReason: reason };
    if (!known || !(await moveSurplusYear(tx, { id: known.id, from: "posted", to: "reversal-asked", marks })))
      return refuse("surplus-not-proposed");
    await recordActivity(tx, ctx, { what: "ask-surplus-reversal", groupId, subject: String(year), note: reason });
    return { ok: true };
  });
}
