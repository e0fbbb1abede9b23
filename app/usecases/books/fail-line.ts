import { mirrorOf } from "#app/domain/ledger.ts";
import { permit } from "#app/domain/permissions.ts";
import { payoutReturnedEntry } from "#app/domain/postings-of-payouts.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { listEntryPostings } from "#db/read/ledger.ts";
import { findBatch } from "#db/read/payouts.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { markReturned, moveLine } from "#db/write/payouts.ts";

type Input = { groupId: string; batchId: string; lineId: string; reason: string };
type Answer = Result<object, "no-such-batch" | "line-done" | "cash-is-paid">;

/**
 * A line of a batch failed: what it took is due again, and may be tried in another batch. A transfer that the bank sent back after it was
 * marked as paid is taken back by the exact mirror of its entry.
 */
export async function failLine(ctx: Context, { groupId, batchId, lineId, reason }: Input): Promise<Answer> {
  permit(ctx.actor, "fail-line", { groupId });
  return inTransaction(async (tx): Promise<Answer> => {
    const found = await findBatch(ctx.actor, { groupId, batchId });
    const line = found?.lines.find((each) => each.id === lineId);
    if (!line) return refuse("no-such-batch");
    const from = line.state === "paid" ? "paid" : "waiting";
    // Cash that a member has confirmed does not come back by a word of the treasurer.
    if (from === "paid" && line.method === "cash") return refuse("cash-is-paid");
    const by = { by: ctx.actor.personId ?? "", now: ctx.now };
    if (!(await moveLine(tx, { lineId, from, to: "failed", why: reason, ...by }))) return refuse("line-done");
    if (from === "paid") {
      await markReturned(tx, { payoutId: lineId, now: ctx.now, why: reason });
      const postings = mirrorOf(await listEntryPostings(`payout:${lineId}`));
      const entry = { ...payoutReturnedEntry({ payoutId: lineId, groupId, postings }), memo: reason };
      await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
    }
    await recordActivity(tx, ctx, {
      ...{ what: "fail-line", groupId, onBehalfOf: line.memberId, subject: lineId, note: reason },
    });
    return { ok: true };
  });
}
