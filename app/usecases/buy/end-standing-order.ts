import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findStandingOrder } from "#db/read/standing-orders.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { setStandingOrder } from "#db/write/standing-orders.ts";

/** No more of it. Orders that it made stay as they are. */
export async function endStandingOrder(ctx: Context, { id }: { id: string }): Promise<Result<object, "standing-gone">> {
  return inTransaction(async (tx): Promise<Result<object, "standing-gone">> => {
    const standing = await findStandingOrder(id);
    permit(ctx.actor, "end-standing-order", { personId: standing?.personId });
    if (!standing) return refuse("standing-gone");
    const set = { state: "ended" as const, endedAt: ctx.now };
    await setStandingOrder(tx, { id, from: ["active", "paused"], set });
    return { ok: true };
  });
}
