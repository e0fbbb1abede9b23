import { dayInWib } from "#app/domain/calendar-day.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { cycleTimeErrors } from "#app/domain/sale-cycle.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCycleFacts } from "#db/read/cycles.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { tellCycleBuyers } from "#db/write/cycle-messages.ts";
import { endCycle, insertCycle, takeOverCycle } from "#db/write/cycles.ts";

type Input = { groupId: string; cycleId: string; closesAt: Date; handOverDay: string };
type Reason = "cycle-gone" | "cycle-not-closed" | "cycle-changed" | "fields";

/** More time instead of an end: its orders and pledges go on in a cycle that opens now and closes later. */
export async function rollOverCycle(ctx: Context, input: Input): Promise<Result<{ cycleId: string }, Reason>> {
  const { groupId, cycleId, closesAt, handOverDay } = input;
  permit(ctx.actor, "roll-over-cycle", { groupId });
  return inTransaction(async (tx) => {
    const cycle = await findCycleFacts(cycleId, ctx.now);
    if (cycle?.groupId !== groupId) return refuse("cycle-gone");
    // Pressed twice: the first one stands.
    if (cycle.rolledInto) return { ok: true, cycleId: cycle.rolledInto };
    if (cycle.phase !== "closed") return refuse("cycle-not-closed");
    const nowMs = ctx.now.getTime();
    const closesOn = dayInWib(closesAt.getTime());
    const times = { opensMs: nowMs, closesMs: closesAt.getTime() };
    const fields = cycleTimeErrors(times, { nowMs, closesOn, handOverDay });
    if (Object.keys(fields).length > 0) return refuse("fields", fields);
    const id = ctx.newId();
    const set = { state: "rolled-over" as const, rolledInto: id };
    if (!(await endCycle(tx, { cycleId, now: ctx.now, set }))) return refuse("cycle-changed");
    const { variantId, minimumMilli, mayWaitMilli, cutRule } = cycle;
    await insertCycle(tx, {
      ...{ id, groupId, variantId, opensAt: ctx.now, closesAt, handOverDay, cutRule, state: "planned" },
      ...{ minimumMilli, mayWaitMilli, plannedBy: ctx.actor.personId ?? "", createdAt: ctx.now },
    });
    const facts = { goods: cycle.listingName, handOverDay };
    await tellCycleBuyers(tx, ctx, { cycleId, kind: "cycle-put-off", facts });
    await takeOverCycle(tx, { fromId: cycleId, toId: id });
    await recordActivity(tx, ctx, { what: "roll-over-cycle", groupId, subject: cycleId });
    return { ok: true, cycleId: id };
  });
}
