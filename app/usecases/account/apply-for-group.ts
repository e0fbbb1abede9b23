import { FIRST_OFFICES, FIRST_RULE, FIRST_RULE_NAME, WAITING_GROUPS_AT_MOST } from "#app/domain/group.ts";
import type { GroupKind } from "#app/domain/group-kind.ts";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { freeSlug, slugOf } from "#app/domain/slug.ts";
import type { Context } from "#app/usecases/context.ts";
import { listOwnApplications, listSlugsLike } from "#db/read/groups.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertGroup } from "#db/write/groups.ts";
import { insertMember, replaceOffices } from "#db/write/members.ts";
import { insertSplitRule } from "#db/write/split-rules.ts";

/** Addresses under /groups that are pages, not groups. */
const NOT_A_SLUG = ["new", NETWORK_BOOK];

type ApplyForGroup = { name: string; kind: GroupKind; villageCode: string; story: string };

/**
 * A new group that waits for the operator. Whoever applies is its first member with all offices, and it has a rule for sharing
 * from the first day. The same name sent twice is one application.
 */
export async function applyForGroup(
  ctx: Context,
  { name, kind, villageCode, story }: ApplyForGroup,
): Promise<Result<{ slug: string }, "village-open" | "groups-waiting">> {
  permit(ctx.actor, "apply-for-group");
  const { personId, name: ownName } = ctx.actor;
  if (!personId || !(await ctx.regions.exists(villageCode))) return refuse("village-open", { village: "village-open" });
  return inTransaction(async (tx) => {
    const waiting = await listOwnApplications(ctx.actor);
    const same = waiting.find((group) => group.name === name);
    if (same) return { ok: true, slug: same.slug };
    if (waiting.length >= WAITING_GROUPS_AT_MOST) return refuse("groups-waiting");
    const wanted = slugOf(name, "kelompok");
    const slug = freeSlug(wanted, [...NOT_A_SLUG, ...(await listSlugsLike(wanted))]);
    const groupId = ctx.newId();
    await insertGroup(tx, {
      id: groupId,
      slug,
      name,
      kind,
      state: "waiting",
      story,
      villageCode,
      appliedBy: personId,
      createdAt: ctx.now,
    });
    const memberId = ctx.newId();
    await insertMember(tx, {
      id: memberId,
      groupId,
      name: ownName ?? "",
      phone: null,
      personId,
      joinedAt: ctx.now,
    });
    await replaceOffices(tx, { memberId, roles: FIRST_OFFICES, now: ctx.now });
    await insertSplitRule(tx, {
      id: ctx.newId(),
      groupId,
      name: FIRST_RULE_NAME,
      rule: FIRST_RULE,
      decision: "",
      isDefault: true,
      minutesPhotoId: null,
      state: "approved",
      createdBy: personId,
      effectiveFrom: ctx.now,
    });
    await recordActivity(tx, ctx, { what: "apply-for-group", groupId });
    return { ok: true, slug };
  });
}
