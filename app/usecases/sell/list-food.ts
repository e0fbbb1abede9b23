import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { type Draft, type Drafted, writeDraft } from "#db/write/drafts.ts";

/** Food from a kitchen, with one variant to begin with: it stays a draft until it is published. */
export async function listFood(ctx: Context, draft: Draft): Promise<Drafted> {
  permit(ctx.actor, "list-food", { groupId: draft.groupId });
  return inTransaction((tx) => writeDraft(tx, ctx, { ...draft, kind: "food" }));
}
