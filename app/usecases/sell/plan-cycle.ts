import { dayInWib } from "#app/domain/calendar-day.ts";
import { readStock } from "#app/domain/listing-numbers.ts";
import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse } from "#app/domain/result.ts";
import { type CutRule, cycleTimeErrors } from "#app/domain/sale-cycle.ts";
import type { Unit } from "#app/domain/unit.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCycleFacts, findCycleGoods } from "#db/read/cycles.ts";
import { readStockOf } from "#db/read/lot-stock.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertCycle } from "#db/write/cycles.ts";
import { addStock } from "#db/write/lots.ts";

export type PlanCycleInput = {
  /** The form's own key: one form plans one cycle. */
  formKey: string;
  groupId: string;
  variantId: string;
  opensAt: Date;
  closesAt: Date;
  handOverDay: string;
  /** As they were typed: "20", "12,5 kg"; empty for none. */
  minimum: string;
  mayWait: string;
  cutRule: CutRule;
};

type Planned = Result<{ cycleId: string }, "fields">;

/** A harvest is going to be ordered ahead: until it is settled, nothing else of this variant is sold. */
export async function planCycle(ctx: Context, input: PlanCycleInput): Promise<Planned> {
  permit(ctx.actor, "plan-cycle", { groupId: input.groupId });
  return inTransaction((tx) => planWithin(tx, ctx, input));
}

async function planWithin(tx: Tx, ctx: Context, input: PlanCycleInput): Promise<Planned> {
  const { formKey, groupId, variantId, opensAt, closesAt, handOverDay, cutRule } = input;
  const id = ctx.secrets.hash("cycle", formKey);
  const known = await findCycleFacts(id, ctx.now);
  if (known) return { ok: true, cycleId: id };
  const goods = await findCycleGoods({ groupId, variantId });
  const times = { opensMs: opensAt.getTime(), closesMs: closesAt.getTime() };
  const days = { nowMs: ctx.now.getTime(), closesOn: dayInWib(times.closesMs), handOverDay };
  const [minimum, mayWait] = [readAmount(input.minimum, goods?.unit), readAmount(input.mayWait, goods?.unit)];
  const fields: FieldErrors = {
    ...cycleTimeErrors(times, days),
    ...(goods ? await stockErrors(variantId) : { variantId: "variant-unknown" }),
    ...(minimum.ok ? {} : { minimum: minimum.reason }),
    ...(mayWait.ok ? {} : { mayWait: mayWait.reason }),
  };
  if (Object.keys(fields).length > 0 || !minimum.ok || !mayWait.ok) return refuse("fields", fields);
  const planned = await insertCycle(tx, {
    ...{ id, groupId, variantId, opensAt, closesAt, handOverDay, cutRule, state: "planned" },
    ...{ minimumMilli: minimum.value, mayWaitMilli: mayWait.value },
    ...{ plannedBy: ctx.actor.personId ?? "", createdAt: ctx.now },
  });
  if (!planned) return refuse("fields", { variantId: "cycle-running" });
  if (!(await addStock(tx, { variantId, quantityMilli: mayWait.value })))
    return refuse("fields", { mayWait: "quantity-invalid" });
  await recordActivity(tx, ctx, { what: "plan-cycle", groupId, subject: id });
  return { ok: true, cycleId: id };
}

/** What no delivery stands behind would be sold beside the pledges, and be gone when only the harvest counts. */
async function stockErrors(variantId: string): Promise<FieldErrors> {
  const { untracedMilli } = await readStockOf([variantId]);
  return (untracedMilli.get(variantId) ?? 0) > 0 ? { variantId: "cycle-stock-left" } : {};
}

function readAmount(text: string, unit: Unit | undefined) {
  return text.trim() === "" || !unit ? ({ ok: true, value: 0 } as const) : readStock(text, unit);
}
