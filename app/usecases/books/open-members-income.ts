import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepIncomeVote } from "#db/write/groups.ts";

type Input = { groupId: string; isOpen: boolean; decision: string };

/** The chair writes down what the meeting voted: members see each other's income from now on, or no longer. */
export async function openMembersIncome(ctx: Context, { groupId, isOpen, decision }: Input): Promise<{ ok: true }> {
  permit(ctx.actor, "open-members-income", { groupId });
  return inTransaction(async (tx) => {
    const changed = await keepIncomeVote(tx, { groupId, isOpen, decision });
    const note = `${isOpen ? "open" : "closed"}: ${decision}`;
    if (changed) await recordActivity(tx, ctx, { what: "open-members-income", groupId, note });
    return { ok: true };
  });
}
