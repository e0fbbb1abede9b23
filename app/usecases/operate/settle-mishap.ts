import type { MishapName } from "#app/domain/mishap.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepMishapSettled } from "#db/write/mishaps.ts";

/** An operator has seen to what the machine has given up on. */
export async function settleMishap(ctx: Context, mishap: MishapName): Promise<Result<object, "mishap-gone">> {
  permit(ctx.actor, "settle-mishap");
  return inTransaction(async (tx) => {
    if (!(await keepMishapSettled(tx, ctx, mishap))) return refuse("mishap-gone");
    await recordActivity(tx, ctx, { what: "settle-mishap", subject: mishap.name });
    return { ok: true };
  });
}
