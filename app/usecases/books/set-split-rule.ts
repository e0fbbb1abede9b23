import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { firstDayProblem } from "#app/domain/rule-version.ts";
import { membersNamedBy, type SplitRule } from "#app/domain/split-rule.ts";
import type { Context } from "#app/usecases/context.ts";
import { listMemberIds } from "#db/read/shares.ts";
import { findRuleApproval, listVersionsOf } from "#db/read/split-rules.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";
import { insertSplitRule } from "#db/write/split-rules.ts";

type Input = {
  groupId: string;
  name: string;
  rule: SplitRule;
  decision: string;
  isDefault: boolean;
  /** The first day it holds, "YYYY-MM-DD"; null: from now on. */
  fromDay: string | null;
  /** A picture of the meeting's minutes. */
  minutes: Upload | null;
};
type Stored = { id: string; width: number; height: number };
type Answer = Result<
  { version: number; isWaiting: boolean },
  "no-such-member" | "rule-waits" | "fields" | PhotoRefusal
>;

/**
 * A new version of a rule, in force from its day on. What was sold before keeps the version it was sold under.
 * Where the group wants two for a change, it waits for the second.
 */
export async function setSplitRule(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "set-split-rule", { groupId: input.groupId });
  const photoId = ctx.newId();
  const stored = input.minutes ? await ctx.photos.store(photoId, input.minutes) : null;
  if (stored && !stored.ok) return refuse(stored.reason, { minutes: stored.reason });
  const minutes = stored ? { id: photoId, width: stored.width, height: stored.height } : null;
  const answer = await inTransaction((tx) => setWithin(tx, ctx, { input, minutes }));
  if (minutes && !answer.ok) await ctx.photos.remove(minutes.id);
  return answer;
}

async function setWithin(
  tx: Tx,
  ctx: Context,
  { input, minutes }: { input: Input; minutes: Stored | null },
): Promise<Answer> {
  const { fromDay, minutes: _, ...wanted } = input;
  const { groupId, name, rule } = wanted;
  const known = await listMemberIds(groupId);
  if (membersNamedBy(rule).some((memberId) => !known.includes(memberId))) return refuse("no-such-member");
  const versions = await listVersionsOf(ctx.actor, groupId);
  if (versions.some((version) => version.name === name && version.state === "waiting")) return refuse("rule-waits");
  const problem = firstDayProblem({ day: fromDay, nowMs: ctx.now.getTime(), versions, name });
  if (problem) return refuse("fields", { fromDay: problem });
  const begins = fromDay ? new Date(`${fromDay}T00:00:00+07:00`) : ctx.now;
  const { needsTwo } = await findRuleApproval(ctx.actor, groupId);
  if (minutes) await insertProofPhoto(tx, { ...minutes, alt: name, now: ctx.now });
  const version = await insertSplitRule(tx, {
    ...wanted,
    ...{ id: ctx.newId(), createdBy: ctx.actor.personId ?? "", minutesPhotoId: minutes?.id ?? null },
    state: needsTwo ? "waiting" : "approved",
    effectiveFrom: new Date(Math.max(begins.getTime(), ctx.now.getTime())),
  });
  await recordActivity(tx, ctx, { what: "set-split-rule", groupId, subject: `${name} ${version}` });
  return { ok: true, version, isWaiting: needsTwo };
}
