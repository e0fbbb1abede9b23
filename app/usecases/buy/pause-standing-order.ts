import { addDays, dayInWib } from "#app/domain/calendar-day.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { firstTurn } from "#app/domain/standing-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { findStandingOrder } from "#db/read/standing-orders.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { setStandingOrder } from "#db/write/standing-orders.ts";

type Input = { id: string; pauses: boolean };

/** Nothing is ordered while it rests; when it goes on, what was missed is not made up for. */
export async function pauseStandingOrder(
  ctx: Context,
  { id, pauses }: Input,
): Promise<Result<object, "standing-gone">> {
  return inTransaction(async (tx): Promise<Result<object, "standing-gone">> => {
    const standing = await findStandingOrder(id);
    permit(ctx.actor, "pause-standing-order", { personId: standing?.personId });
    if (!standing || standing.state === "ended") return refuse("standing-gone");
    const today = dayInWib(ctx.now.getTime());
    const soonest = firstTurn(standing.weekday, standing.weekday === null ? today : addDays(today, 1));
    const [, notBefore = soonest] = [standing.notBefore, soonest].toSorted();
    // Pressed twice it is as pressed once: then nothing changes.
    if (pauses) await setStandingOrder(tx, { id, from: ["active"], set: { state: "paused" } });
    else await setStandingOrder(tx, { id, from: ["paused"], set: { state: "active", notBefore } });
    return { ok: true };
  });
}
