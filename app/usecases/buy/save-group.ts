import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { findActiveGroup } from "#db/read/group-pages.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertSavedGroup, removeSavedGroup } from "#db/write/saved-groups.ts";

type Input = { slug: string; intent: "save" | "forget" };

/**
 * Somebody wants to see what a group puts on sale, or no longer. Pressed twice it is as pressed once.
 * @returns false when there is no such group
 */
export async function saveGroup(ctx: Context, { slug, intent }: Input): Promise<boolean> {
  permit(ctx.actor, "save-group");
  const personId = ctx.actor.personId ?? "";
  const group = await findActiveGroup(slug);
  if (!group) return false;
  await inTransaction((tx) =>
    intent === "save"
      ? insertSavedGroup(tx, { personId, groupId: group.id, now: ctx.now })
      : removeSavedGroup(tx, { personId, groupId: group.id }),
  );
  return true;
}
