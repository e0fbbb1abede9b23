import { seenSettlement } from "#app/domain/cycle-settlement.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Refused, type Result, refuse, Undoing } from "#app/domain/result.ts";
import { pledgedTogether } from "#app/domain/sale-cycle.ts";
import type { Context } from "#app/usecases/context.ts";
import { gatherSettlement } from "#db/read/cycle-settlement.ts";
import { findCycle } from "#db/read/cycles.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { saveSettlement } from "#db/write/cycle-cuts.ts";
import { endCycle } from "#db/write/cycles.ts";

type Input = {
  groupId: string;
  cycleId: string;
  /** What the preview said came in and goes back, see {@link seenSettlement}; null to settle without having looked. */
  seen: string | null;
};
type Reason =
  | "cycle-gone"
  | "cycle-not-closed"
  | "cycle-orders-unpaid"
  | "cycle-below-minimum"
  | "cycle-nothing-came"
  | "cycle-changed"
  | "order-not-refundable";

class Undo extends Undoing<Reason> {}

/**
 * The harvest has come and is shared out by the cycle's rule, in one go: what buyers do not get goes back, what growers have is divided by
 * what each really brought, and what is over can be bought by anybody.
 */
export async function settleCycle(ctx: Context, input: Input): Promise<Result<object, Reason>> {
  permit(ctx.actor, "settle-cycle", { groupId: input.groupId });
  try {
    return await inTransaction((tx) => settleWithin(tx, ctx, input));
  } catch (problem) {
    if (problem instanceof Undo) return refuse(problem.reason, { form: problem.reason });
    throw problem;
  }
}

async function settleWithin(tx: Tx, ctx: Context, input: Input): Promise<Result<object, Reason>> {
  const { groupId, cycleId, seen } = input;
  const cycle = await findCycle(ctx.actor, { groupId, cycleId, now: ctx.now });
  if (!cycle) return refuse("cycle-gone");
  if (cycle.phase !== "closed") return no("cycle-not-closed");
  const pledgedMilli = pledgedTogether(cycle.pledges).toMilli;
  const settlement = await gatherSettlement(cycle, { pledgedMilli, crop: "what-came" });
  if (settlement.waitingForMoney > 0) return no("cycle-orders-unpaid");
  if (settlement.askedMilli < cycle.minimumMilli) return no("cycle-below-minimum");
  if (settlement.cropMilli === 0) return no("cycle-nothing-came");
  if (seen !== null && seen !== seenSettlement(settlement)) return no("cycle-changed");
  const set = { state: "settled" as const, cropMilli: settlement.cropMilli };
  if (!(await endCycle(tx, { cycleId, now: ctx.now, set }))) return no("cycle-changed");
  if (!(await saveSettlement(tx, ctx, { cycle, settlement }))) throw new Undo("order-not-refundable");
  await recordActivity(tx, ctx, { what: "settle-cycle", groupId, subject: cycleId, note: `${settlement.cropMilli}` });
  return { ok: true };
}

function no(reason: Reason): Refused<Reason> {
  return refuse(reason, { form: reason });
}
