import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { idleFunds, planSurplus } from "#app/domain/surplus-year.ts";
import type { Context } from "#app/usecases/context.ts";
import { isCooperativeGroup } from "#db/read/savings.ts";
import { findSurplusYear, gatherSurplus, listMeetings } from "#db/read/surplus.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertSurplusYear } from "#db/write/surplus.ts";

type Input = { groupId: string; year: number; meetingId: string; idleAgreed: boolean };
type Answer = Result<
  object,
  | "not-a-cooperative"
  | "surplus-proposed"
  | "months-open"
  | "no-policy"
  | "no-such-meeting"
  | "nothing-to-share"
  | "idle-fund"
>;

/** The treasurer proposes a year's surplus, out of closed months only and to the last rupiah; the chair decides. */
export async function proposeSurplus(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "propose-surplus", { groupId: input.groupId });
  if (!(await isCooperativeGroup(input.groupId))) return refuse("not-a-cooperative");
  return inTransaction((tx) => proposeWithin(tx, ctx, input));
}

async function proposeWithin(tx: Tx, ctx: Context, { groupId, year, meetingId, idleAgreed }: Input): Promise<Answer> {
  const known = await findSurplusYear({ groupId, year });
  if (known && known.state !== "withdrawn" && known.state !== "reversed") return refuse("surplus-proposed");
  const { openMonths, source, members, policy } = await gatherSurplus({ groupId, year });
  if (openMonths.length > 0) return refuse("months-open");
  if (!policy) return refuse("no-policy");
  if (!(await listMeetings(groupId)).some(({ id }) => id === meetingId))
    return refuse("no-such-meeting", { meetingId: "no-such-meeting" });
  const content = planSurplus({ source, funds: policy.funds, members });
  if (content.surplus === 0) return refuse("nothing-to-share");
  if (content.surplus > 0 && idleFunds(policy.funds, members).length > 0 && !idleAgreed)
    return refuse("idle-fund", { idleAgreed: "idle-fund" });
  await insertSurplusYear(tx, {
    ...{ id: ctx.newId(), groupId, year, state: "proposed", policyId: policy.id, meetingId, content },
    ...{ proposedBy: ctx.actor.personId ?? "", proposedAt: ctx.now },
  });
  await recordActivity(tx, ctx, { what: "propose-surplus", groupId, subject: String(year) });
  return { ok: true };
}
