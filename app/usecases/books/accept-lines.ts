import type { Month } from "#app/domain/period.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { listMonthLines } from "#db/read/month-lines.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { acceptAll } from "#db/write/line-reviews.ts";

type Input = { groupId: string; month: Month; lineIds: readonly string[] };

/** The treasurer has looked at flagged lines of a month and found them in order, as many at once as were ticked. */
export async function acceptLines(
  ctx: Context,
  { groupId, month, lineIds }: Input,
): Promise<Result<{ accepted: number }, "choose-lines">> {
  permit(ctx.actor, "accept-lines", { groupId });
  return inTransaction(async (tx) => {
    const asked = new Set(lineIds);
    const lines = (await listMonthLines(groupId, month)).filter((line) => asked.has(line.id));
    if (lines.length === 0) return refuse("choose-lines", { lineId: "choose-lines" });
    const accepted = await acceptAll(
      tx,
      lines.map((line) => line.id),
      { acceptedBy: ctx.actor.personId ?? "", acceptedAt: ctx.now },
    );
    if (accepted > 0)
      await recordActivity(tx, ctx, { what: "accept-lines", groupId, subject: month.name, note: String(accepted) });
    return { ok: true, accepted };
  });
}
