import type { Month } from "#app/domain/period.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findPeriod } from "#db/read/periods.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { tellInGroup } from "#db/write/member-messages.ts";
import { sendBack } from "#db/write/periods.ts";

type Input = { groupId: string; month: Month; reason: string };

/** The second person does not approve a proposed month: it is in review again, and whoever proposed it reads why. */
export async function sendBackPeriod(
  ctx: Context,
  { groupId, month, reason }: Input,
): Promise<Result<object, "not-proposed">> {
  permit(ctx.actor, "send-back-period", { groupId });
  return inTransaction(async (tx) => {
    const period = await findPeriod({ groupId, month: month.name });
    const by = { why: reason, by: ctx.actor.personId ?? "", now: ctx.now };
    if (!(await sendBack(tx, { groupId, month: month.name, ...by }))) return refuse("not-proposed");
    if (period?.proposedBy)
      await tellInGroup(tx, ctx, {
        ...{ groupId, personId: period.proposedBy, about: `${groupId}:${month.name}:${ctx.now.getTime()}` },
        ...{ kind: "month-sent-back", facts: { month: month.name }, room: `months/${month.name}` },
      });
    await recordActivity(tx, ctx, { what: "send-back-period", groupId, subject: month.name, note: reason });
    return { ok: true };
  });
}
