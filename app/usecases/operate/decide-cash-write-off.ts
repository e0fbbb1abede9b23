import { permit } from "#app/domain/permissions.ts";
import { cashWrittenOffEntry } from "#app/domain/postings-of-closing.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCashWriteOff } from "#db/read/cash-write-offs.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { decideCashWriteOffRow } from "#db/write/cash-write-offs.ts";
import { post } from "#db/write/ledger.ts";

type Input = { writeOffId: string; isApproved: boolean };
type Reason = "write-off-decided" | "write-off-own" | "write-off-group-decides" | "more-than-in-transit";

/**
 * A second person agrees, and it is posted; or does not, and nothing is. Never whoever proposed it or holds the cash. What a group's fund
 * would bear is for that group's own chair or treasurer; whoever proposed it may take it back.
 */
export async function decideCashWriteOff(ctx: Context, input: Input): Promise<Result<object, Reason>> {
  const { writeOffId, isApproved } = input;
  const asked = await findCashWriteOff(writeOffId);
  permit(ctx.actor, "decide-cash-write-off", { groupId: asked?.bearerGroupId ?? undefined });
  const decidedBy = ctx.actor.personId ?? "";
  if (!asked) return refuse("write-off-decided");
  const { proposedBy, holderId, bearerGroupId, amount, kind, reason } = asked;
  if (isApproved && (decidedBy === proposedBy || decidedBy === holderId)) return refuse("write-off-own");
  if (isApproved && bearerGroupId !== null && !isOfThatGroup(ctx, bearerGroupId))
    return refuse("write-off-group-decides");
  return inTransaction(async (tx) => {
    const held = await balanceOf(`cod-in-transit:holder:${holderId}`);
    if (isApproved && kind === "shortage" && amount > held) return refuse("more-than-in-transit");
    const state = isApproved ? "approved" : "refused";
    if (!(await decideCashWriteOffRow(tx, { id: writeOffId, state, decidedBy, decidedAt: ctx.now })))
      return refuse("write-off-decided");
    if (isApproved) {
      const entry = cashWrittenOffEntry({ writeOffId, holderId, kind, amount, bearerGroupId, reason });
      await post(tx, entry, { actorId: decidedBy, now: ctx.now, newId: ctx.newId });
    }
    await recordActivity(tx, ctx, {
      ...{ what: "decide-cash-write-off", subject: writeOffId, note: state },
      ...(bearerGroupId && { groupId: bearerGroupId }),
    });
    return { ok: true };
  });
}

function isOfThatGroup({ actor }: Context, groupId: string): boolean {
  return actor.memberships.some(
    (each) => each.groupId === groupId && each.offices.some((office) => office === "chair" || office === "treasurer"),
  );
}
