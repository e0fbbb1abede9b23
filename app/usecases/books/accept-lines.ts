import type { MonthFilter } from "#app/domain/month-filter.ts";
import type { Month } from "#app/domain/period.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { readReviewBasis } from "#db/read/month-basis.ts";
import { pickedLines, toReview } from "#db/read/month-conditions.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { acceptWhere, countWhere } from "#db/write/line-reviews.ts";

type Input = {
  groupId: string;
  month: Month;
  /** Those that were ticked, or all that a view has to review, with how many it said there were. */
  chosen: { lineIds: readonly string[] } | { filter: MonthFilter; seen: number };
};

/**
 * The treasurer has looked at flagged lines of a month and found them in order: those that were ticked, or a whole view at once. A view
 * that has changed since it was looked at is looked at again.
 */
export async function acceptLines(
  ctx: Context,
  { groupId, month, chosen }: Input,
): Promise<Result<{ accepted: number }, "choose-lines" | "lines-changed">> {
  permit(ctx.actor, "accept-lines", { groupId });
  return inTransaction(async (tx) => {
    const isView = "filter" in chosen;
    const where = isView
      ? toReview(await readReviewBasis({ groupId, month }), chosen.filter)
      : pickedLines({ groupId, month }, chosen.lineIds);
    const found = await countWhere(tx, where);
    if (isView && found !== chosen.seen) return refuse("lines-changed");
    if (found === 0) return refuse("choose-lines", { lineId: "choose-lines" });
    const by = { acceptedBy: ctx.actor.personId ?? "", acceptedAt: ctx.now };
    const accepted = await acceptWhere(tx, where, by);
    if (accepted > 0)
      await recordActivity(tx, ctx, { what: "accept-lines", groupId, subject: month.name, note: String(accepted) });
    return { ok: true, accepted };
  });
}
