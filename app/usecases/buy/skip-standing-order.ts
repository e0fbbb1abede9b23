import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findStandingOrder } from "#db/read/standing-orders.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { setStandingOrder } from "#db/write/standing-orders.ts";

type Input = { id: string; skips: boolean };

/** The next turn passes without an order, or after all it does not. */
export async function skipStandingOrder(ctx: Context, { id, skips }: Input): Promise<Result<object, "standing-gone">> {
  return inTransaction(async (tx): Promise<Result<object, "standing-gone">> => {
    const standing = await findStandingOrder(id);
    permit(ctx.actor, "skip-standing-order", { personId: standing?.personId });
    const isSet = await setStandingOrder(tx, { id, from: ["active", "paused"], set: { skipsNext: skips } });
    return isSet ? { ok: true } : refuse("standing-gone");
  });
}
