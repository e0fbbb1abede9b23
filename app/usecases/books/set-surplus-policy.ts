import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { type SurplusPolicyFund, sumOfPolicy } from "#app/domain/surplus-year.ts";
import type { Context } from "#app/usecases/context.ts";
import { isCooperativeGroup } from "#db/read/savings.ts";
import { listMeetings } from "#db/read/surplus.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertSurplusPolicy } from "#db/write/surplus.ts";

type Input = {
  groupId: string;
  funds: SurplusPolicyFund[];
  countsVoluntary: boolean;
  meetingId: string;
  formKey: string;
};

/** How the surplus is divided from now on, as a recorded meeting decided. Earlier years keep the version they were divided by. */
export async function setSurplusPolicy(
  ctx: Context,
  input: Input,
): Promise<Result<{ version: number }, "not-a-cooperative" | "policy-not-100" | "no-such-meeting" | "form-used">> {
  permit(ctx.actor, "set-surplus-policy", { groupId: input.groupId });
  if (!(await isCooperativeGroup(input.groupId))) return refuse("not-a-cooperative");
  if (sumOfPolicy(input.funds) !== 10_000) return refuse("policy-not-100");
  return inTransaction(async (tx) => {
    if (!(await listMeetings(input.groupId)).some(({ id }) => id === input.meetingId))
      return refuse("no-such-meeting", { meetingId: "no-such-meeting" });
    const setBy = ctx.actor.personId ?? "";
    const version = await insertSurplusPolicy(tx, { ...input, id: ctx.newId(), setBy, setAt: ctx.now });
    if (version === null) return refuse("form-used");
    await recordActivity(tx, ctx, { what: "set-surplus-policy", groupId: input.groupId, subject: String(version) });
    return { ok: true, version };
  });
}
