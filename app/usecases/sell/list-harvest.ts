import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { type Draft, type Drafted, writeDraft } from "#db/write/drafts.ts";

/** A harvest that one or several members brought: it stays a draft until it is published. */
export async function listHarvest(ctx: Context, draft: Draft): Promise<Drafted> {
  permit(ctx.actor, "list-harvest", { groupId: draft.groupId });
  return inTransaction((tx) => writeDraft(tx, ctx, { ...draft, kind: "harvest" }));
}
