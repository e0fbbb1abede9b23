import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse, Undoing } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCounterSale } from "#db/read/counter.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { cancelWholeOrder } from "#db/write/cancelled-orders.ts";

type Reason = "counter-sale-gone" | "counter-sale-over";

class TooLate extends Undoing<"counter-sale-over"> {}

/** A sale that waits for its money comes to nothing, and its goods lie there again. Not once money is here, or said to be. */
export async function cancelAtCounter(
  ctx: Context,
  { groupId, number }: { groupId: string; number: string },
): Promise<Result<object, Reason>> {
  permit(ctx.actor, "cancel-at-counter", { groupId });
  try {
    return await inTransaction(async (tx) => {
      const sale = await findCounterSale(ctx.actor, { groupId, number });
      if (!sale) return refuse("counter-sale-gone");
      if (sale.state === "cancelled") return { ok: true };
      if (!(await cancelWholeOrder(tx, ctx, sale.id))) throw new TooLate("counter-sale-over");
      await recordActivity(tx, ctx, { what: "cancel-at-counter", groupId, subject: sale.id, note: number });
      return { ok: true };
    });
  } catch (problem) {
    if (problem instanceof TooLate) return refuse(problem.reason);
    throw problem;
  }
}
