import type { GroupKind } from "#app/domain/group-kind.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { placeWords } from "#app/domain/search-words.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { updateGroupPage } from "#db/write/groups.ts";
import { indexGroup } from "#db/write/listing-index.ts";

type EditGroupPage = {
  groupId: string;
  kind: GroupKind;
  story: string;
  villageCode: string;
  phone: string | null;
  madeByDisabled: boolean;
};

/** What a group says of itself to everybody. Its name stays: orders and statements carry it. */
export async function editGroupPage(
  ctx: Context,
  { groupId, ...page }: EditGroupPage,
): Promise<Result<object, "village-open">> {
  permit(ctx.actor, "edit-group-page", { groupId });
  if (!(await ctx.regions.exists(page.villageCode))) return refuse("village-open", { village: "village-open" });
  const placeName = placeWords(await ctx.regions.describe(page.villageCode));
  return inTransaction(async (tx) => {
    await updateGroupPage(tx, { groupId, ...page });
    await indexGroup(tx, { groupId, placeName });
    await recordActivity(tx, ctx, { what: "edit-group-page", groupId });
    return { ok: true };
  });
}
