import type { MishapName } from "#app/domain/mishap.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { reviveMishap } from "#db/write/mishaps.ts";

/** Lets the machine try once more what it has given up on; should that fail, it is back in the list. */
export async function retryMishap(ctx: Context, mishap: MishapName): Promise<Result<object, "mishap-gone">> {
  permit(ctx.actor, "retry-mishap");
  return inTransaction(async (tx) => {
    if (!(await reviveMishap(tx, { ...mishap, now: ctx.now }))) return refuse("mishap-gone");
    await recordActivity(tx, ctx, { what: "retry-mishap", subject: mishap.name });
    return { ok: true };
  });
}
