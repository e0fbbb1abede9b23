import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { hasLeft } from "#app/domain/run.ts";
import type { Context } from "#app/usecases/context.ts";
import { findConsignmentFacts } from "#db/read/consignments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepConsignment } from "#db/write/consignments.ts";
import { takeApart } from "#db/write/runs.ts";

/** The packed goods lie at the hub: the group says so, or the keeper who received them. */
export async function handOverConsignment(
  ctx: Context,
  { consignmentId }: { consignmentId: string },
): Promise<Result<{ fresh: boolean }, "consignment-gone" | "consignment-not-packed" | "run-left">> {
  return inTransaction(async (tx) => {
    const facts = await findConsignmentFacts(consignmentId);
    permit(ctx.actor, "hand-over-consignment", { groupId: facts?.groupId, hubId: facts?.hubId });
    if (!facts) return refuse("consignment-gone");
    if (facts.state === "handed-over") return { ok: true, fresh: false };
    if (facts.runState !== null && hasLeft(facts.runState)) return refuse("run-left");
    const { delivery, groupId } = facts;
    if (!(await stepConsignment(tx, { consignmentId, delivery, step: "hand-over", now: ctx.now })))
      return refuse("consignment-not-packed");
    if (facts.runId && facts.runState === "packed") await takeApart(tx, facts.runId);
    await recordActivity(tx, ctx, { what: "hand-over-consignment", groupId, subject: consignmentId });
    return { ok: true, fresh: true };
  });
}
