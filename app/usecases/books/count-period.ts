import type { Counted, Month } from "#app/domain/period.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepCount } from "#db/write/periods.ts";

type Input = { groupId: string; month: Month; counted: Counted };

/** The treasurer says what was in the cash box, at the bank, with the provider and under way when the month ended. */
export async function countPeriod(
  ctx: Context,
  { groupId, month, counted }: Input,
): Promise<Result<object, "month-not-over" | "month-sealed">> {
  permit(ctx.actor, "count-period", { groupId });
  if (ctx.now.getTime() < month.untilMs) return refuse("month-not-over");
  return inTransaction(async (tx) => {
    const by = { by: ctx.actor.personId ?? "", now: ctx.now };
    if (!(await keepCount(tx, { groupId, month: month.name, counted, ...by }))) return refuse("month-sealed");
    await recordActivity(tx, ctx, { what: "count-period", groupId, subject: month.name });
    return { ok: true };
  });
}
