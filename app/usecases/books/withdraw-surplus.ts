import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findSurplusYear } from "#db/read/surplus.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { moveSurplusYear } from "#db/write/surplus.ts";

/** The treasurer takes a proposal back that nobody has approved: nothing was posted yet. */
export async function withdrawSurplus(
  ctx: Context,
  { groupId, year }: { groupId: string; year: number },
): Promise<Result<object, "surplus-not-proposed">> {
  permit(ctx.actor, "withdraw-surplus", { groupId });
  return inTransaction(async (tx) => {
    const known = await findSurplusYear({ groupId, year });
    if (!known || !(await moveSurplusYear(tx, { id: known.id, from: "proposed", to: "withdrawn" })))
      return refuse("surplus-not-proposed");
    await recordActivity(tx, ctx, { what: "withdraw-surplus", groupId, subject: String(year) });
    return { ok: true };
  });
}
