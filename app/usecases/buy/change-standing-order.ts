import { addDays, dayInWib } from "#app/domain/calendar-day.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { firstTurn, type StandingTermsForm } from "#app/domain/standing-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { findStandingOrder } from "#db/read/standing-orders.ts";
import { readStandingTerms } from "#db/read/standing-terms.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { setStandingOrder } from "#db/write/standing-orders.ts";

type Input = StandingTermsForm & { id: string };
type Reason = "fields" | "standing-gone";

/** How much, how often, where to, how paid, and the most it may cost: all of it counts from the next turn on. */
export async function changeStandingOrder(ctx: Context, { id, ...form }: Input): Promise<Result<object, Reason>> {
  return inTransaction(async (tx): Promise<Result<object, Reason>> => {
    const standing = await findStandingOrder(id);
    permit(ctx.actor, "change-standing-order", { personId: standing?.personId });
    if (!standing) return refuse("standing-gone");
    const { personId, variantId } = standing;
    const read = await readStandingTerms({ form, personId, variantId, now: ctx.now });
    if ("fields" in read) return refuse("fields", read.fields);
    const { weekday } = read.terms;
    const tomorrow = addDays(dayInWib(ctx.now.getTime()), 1);
    // Another day of the week is the next such day; else what was to come next stays.
    const isMoved = weekday !== standing.weekday;
    const notBefore = isMoved ? firstTurn(weekday, tomorrow) : standing.notBefore;
    const set = { ...read.terms, notBefore };
    return (await setStandingOrder(tx, { id, from: ["active", "paused"], set }))
      ? { ok: true }
      : refuse("standing-gone");
  });
}
