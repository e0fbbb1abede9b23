import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse, Undoing } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { gatherSettlement } from "#db/read/cycle-settlement.ts";
import { findCycleFacts } from "#db/read/cycles.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { saveSettlement } from "#db/write/cycle-cuts.ts";
import { tellCycleBuyers } from "#db/write/cycle-messages.ts";
import { endCycle } from "#db/write/cycles.ts";

type Reason = "cycle-gone" | "cycle-over" | "cycle-orders-unpaid" | "order-not-refundable";

class Undo extends Undoing<Reason> {}

/** It does not go: too little was ordered, or nothing grew. Every buyer has everything back; what came can be bought by anybody. */
export async function cancelCycle(
  ctx: Context,
  { groupId, cycleId }: { groupId: string; cycleId: string },
): Promise<Result<object, Reason>> {
  permit(ctx.actor, "cancel-cycle", { groupId });
  try {
    return await inTransaction(async (tx) => {
      const cycle = await findCycleFacts(cycleId, ctx.now);
      if (cycle?.groupId !== groupId) return refuse("cycle-gone");
      const settlement = await gatherSettlement(cycle, { pledgedMilli: 0, crop: "none" });
      if (settlement.waitingForMoney > 0) return refuse("cycle-orders-unpaid");
      if (!(await endCycle(tx, { cycleId, now: ctx.now, set: { state: "cancelled" } }))) return refuse("cycle-over");
      await tellCycleBuyers(tx, ctx, { cycleId, kind: "cycle-cancelled", facts: { goods: cycle.listingName } });
      if (!(await saveSettlement(tx, ctx, { cycle, settlement }))) throw new Undo("order-not-refundable");
      await recordActivity(tx, ctx, { what: "cancel-cycle", groupId, subject: cycleId });
      return { ok: true };
    });
  } catch (problem) {
    if (problem instanceof Undo) return refuse(problem.reason);
    throw problem;
  }
}
