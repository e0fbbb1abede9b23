import type { UncollectedOutcome } from "#app/domain/hub-work.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findUncollected } from "#db/read/uncollected.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { tellBuyer, tellOfficers } from "#db/write/messages.ts";
import { saveOutcome } from "#db/write/uncollected.ts";

type Input = { consignmentId: string; outcome: UncollectedOutcome };
type Reason = "consignment-gone" | "still-waiting" | "uncollected-decided";

/**
 * Nobody fetched the goods in time: they go back to their group, or are sold where they lie. Buyer and group hear of it; what it means in
 * money and stock is a refund, and until then the buyer may still come.
 */
export async function decideUncollected(
  ctx: Context,
  { consignmentId, outcome }: Input,
): Promise<Result<object, Reason>> {
  return inTransaction(async (tx) => {
    const goods = await findUncollected(consignmentId);
    permit(ctx.actor, "decide-uncollected", { hubId: goods?.hubId });
    if (goods?.state !== "arrived") return refuse("consignment-gone");
    if (goods.untilAt > ctx.now) return refuse("still-waiting");
    if (!(await saveOutcome(tx, ctx, { consignmentId, outcome }))) return refuse("uncollected-decided");
    const { orderId, groupId, orderNumber } = goods;
    await tellBuyer(tx, ctx, { orderId, kind: "goods-over", facts: { outcome }, once: consignmentId });
    await tellOfficers(tx, ctx, {
      ...{ groupId, about: `${consignmentId}:${outcome}`, kind: "goods-left", facts: { number: orderNumber, outcome } },
      path: `/consignments/${consignmentId}`,
    });
    await recordActivity(tx, ctx, { what: "decide-uncollected", groupId, subject: consignmentId, note: outcome });
    return { ok: true };
  });
}
