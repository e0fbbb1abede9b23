import { stateAfter } from "#app/domain/consignment.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findConsignmentFacts } from "#db/read/consignments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepConsignment } from "#db/write/consignments.ts";

type Input = { groupId: string; consignmentId: string; packedGrams: number };

/** The group has packed it and says what the scale shows. Until it is handed over it can be weighed again. */
export async function packConsignment(
  ctx: Context,
  { groupId, consignmentId, packedGrams }: Input,
): Promise<Result<object, "consignment-gone" | "consignment-not-to-pack" | "consignment-too-heavy">> {
  permit(ctx.actor, "pack-consignment", { groupId });
  return inTransaction(async (tx) => {
    const facts = await findConsignmentFacts(consignmentId);
    if (facts?.groupId !== groupId) return refuse("consignment-gone");
    if (facts.maxParcelGrams !== null && packedGrams > facts.maxParcelGrams)
      return refuse("consignment-too-heavy", { packedGrams: "consignment-too-heavy" });
    if (!stateAfter(facts.state, "pack", facts.delivery)) return refuse("consignment-not-to-pack");
    const { delivery } = facts;
    if (!(await stepConsignment(tx, { consignmentId, delivery, step: "pack", packedGrams, now: ctx.now })))
      return refuse("consignment-not-to-pack");
    await recordActivity(tx, ctx, {
      what: "pack-consignment",
      groupId,
      subject: consignmentId,
      note: `${packedGrams} g`,
    });
    return { ok: true };
  });
}
