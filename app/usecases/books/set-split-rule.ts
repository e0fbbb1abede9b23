import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import type { Context } from "#app/usecases/context.ts";
import { listMemberIds } from "#db/read/shares.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertSplitRule } from "#db/write/split-rules.ts";

type Input = { groupId: string; name: string; rule: SplitRule; decision: string; isDefault: boolean | null };

/** A new version of a rule, in force from now on. What was sold before keeps the version it was sold under. */
export async function setSplitRule(ctx: Context, input: Input): Promise<Result<{ version: number }, "no-such-member">> {
  permit(ctx.actor, "set-split-rule", { groupId: input.groupId });
  return inTransaction(async (tx) => {
    const known = await listMemberIds(input.groupId);
    if (input.rule.fixedShares.some((share) => !known.includes(share.memberId))) return refuse("no-such-member");
    const version = await insertSplitRule(tx, {
      ...input,
      id: ctx.newId(),
      createdBy: ctx.actor.personId ?? "",
      now: ctx.now,
    });
    await recordActivity(tx, ctx, {
      what: "set-split-rule",
      groupId: input.groupId,
      subject: `${input.name} ${version}`,
    });
    return { ok: true, version };
  });
}
