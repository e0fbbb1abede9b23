import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findConsignmentFacts } from "#db/read/consignments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepConsignment } from "#db/write/consignments.ts";

type Input = { groupId: string; consignmentId: string; note: string };

/** Given to the courier, alone; the note says how to follow it (a waybill number, who carries it). */
export async function sendConsignment(
  ctx: Context,
  { groupId, consignmentId, note }: Input,
): Promise<Result<object, "consignment-gone" | "consignment-not-to-send">> {
  permit(ctx.actor, "send-consignment", { groupId });
  return inTransaction(async (tx) => {
    const facts = await findConsignmentFacts(consignmentId);
    if (facts?.groupId !== groupId) return refuse("consignment-gone");
    const { delivery } = facts;
    if (!(await stepConsignment(tx, { consignmentId, delivery, step: "send", now: ctx.now })))
      return refuse("consignment-not-to-send");
    await recordActivity(tx, ctx, { what: "send-consignment", groupId, subject: consignmentId, note });
    return { ok: true };
  });
}
