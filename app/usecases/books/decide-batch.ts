import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findBatch } from "#db/read/payouts.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { tellMember } from "#db/write/member-messages.ts";
import { decidePrepared } from "#db/write/payouts.ts";

type Input = { groupId: string; batchId: string; to: "approved" | "refused"; why: string };
type Answer = Result<object, "no-such-batch" | "same-person" | "own-advance" | "batch-decided">;

/**
 * A second person approves a prepared batch, or refuses it with a reason. Whoever prepared it cannot; nobody approves an advance to herself.
 * A share of her own may stand in it: it is what the books say, and somebody else has prepared it.
 */
export async function decideBatch(ctx: Context, { groupId, batchId, to, why }: Input): Promise<Answer> {
  permit(ctx.actor, "decide-batch", { groupId });
  return inTransaction(async (tx): Promise<Answer> => {
    const found = await findBatch(ctx.actor, { groupId, batchId });
    if (!found) return refuse("no-such-batch");
    const { batch, lines } = found;
    if (to === "approved" && batch.preparedBy === ctx.actor.personId) return refuse("same-person");
    const own = lines.some(({ kind, personId }) => kind === "advance" && personId === ctx.actor.personId);
    if (to === "approved" && own) return refuse("own-advance");
    if (!(await decidePrepared(tx, { batchId, to, by: ctx.actor.personId ?? "", now: ctx.now, why })))
      return refuse("batch-decided");
    if (to === "approved")
      for (const { id, memberId, amount, method } of lines)
        await tellMember(tx, ctx, { memberId, about: id, kind: "payout-ready", facts: { paidAmount: amount, method } });
    await recordActivity(tx, ctx, { what: "decide-batch", groupId, subject: batchId, note: `${to} ${why}`.trim() });
    return { ok: true };
  });
}
