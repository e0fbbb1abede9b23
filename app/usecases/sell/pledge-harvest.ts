import { readQuantity } from "#app/domain/listing-numbers.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse, Undoing } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCycleFacts, findPledge } from "#db/read/cycles.ts";
import { findMember } from "#db/read/shares.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { savePledge, turnBeforeOpening } from "#db/write/cycles.ts";
import { addStock } from "#db/write/lots.ts";
import { takeStock } from "#db/write/stock.ts";

type Input = {
  groupId: string;
  cycleId: string;
  memberId: string;
  /** As they were typed: "20", "12,5". */
  from: string;
  to: string;
};
type Reason = "cycle-gone" | "cycle-not-planned" | "fields";

class Undo extends Undoing<"fields"> {}

/** A grower says what the field may bring, from-to, before orders open; said again, it replaces what was said before. */
export async function pledgeHarvest(ctx: Context, input: Input): Promise<Result<object, Reason>> {
  const { groupId, memberId } = input;
  permit(ctx.actor, "pledge-harvest", { groupId, memberId });
  try {
    return await inTransaction((tx) => pledgeWithin(tx, ctx, input));
  } catch (problem) {
    if (problem instanceof Undo) return refuse(problem.reason, { to: "quantity-invalid" });
    throw problem;
  }
}

async function pledgeWithin(tx: Tx, ctx: Context, input: Input): Promise<Result<object, Reason>> {
  const { groupId, cycleId, memberId } = input;
  const cycle = await findCycleFacts(cycleId, ctx.now);
  if (cycle?.groupId !== groupId) return refuse("cycle-gone");
  const member = await findMember({ groupId, memberId });
  const [from, to] = [readQuantity(input.from, cycle.unit), readQuantity(input.to, cycle.unit)];
  const fields = {
    ...(member ? {} : { memberId: "no-such-member" }),
    ...(from.ok ? {} : { from: from.reason }),
    ...(to.ok ? {} : { to: to.reason }),
    ...(from.ok && to.ok && from.value > to.value ? { to: "pledge-range" } : {}),
  };
  if (Object.keys(fields).length > 0 || !from.ok || !to.ok) return refuse("fields", fields);
  if (!(await turnBeforeOpening(tx, { cycleId, now: ctx.now }))) return refuse("cycle-not-planned");
  const before = await findPledge(cycleId, memberId);
  const change = { variantId: cycle.variantId, quantityMilli: to.value - (before?.toMilli ?? 0) };
  const isDone =
    change.quantityMilli >= 0
      ? await addStock(tx, change)
      : (await takeStock(tx, [{ ...change, quantityMilli: -change.quantityMilli }])) === null;
  if (!isDone) throw new Undo("fields");
  const said = { fromMilli: from.value, toMilli: to.value };
  await savePledge(tx, {
    ...{ cycleId, memberId, ...said },
    ...{ recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
  });
  await recordActivity(tx, ctx, {
    ...{ what: "pledge-harvest", groupId, onBehalfOf: memberId, subject: cycleId },
    note: `${said.fromMilli}-${said.toMilli}`,
  });
  return { ok: true };
}
