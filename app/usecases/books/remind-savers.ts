import { dayInWib } from "#app/domain/calendar-day.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { isCooperativeGroup, readSavers } from "#db/read/savings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { tellMember } from "#db/write/member-messages.ts";

/**
 * Whoever is behind with pokok or wajib and has an account finds a kind word in the inbox: at most one a month, however often it is pressed.
 * @returns how many members it is for
 */
export async function remindSavers(
  ctx: Context,
  { groupId }: { groupId: string },
): Promise<Result<{ reminded: number }, "not-a-cooperative">> {
  permit(ctx.actor, "remind-savers", { groupId });
  if (!(await isCooperativeGroup(groupId))) return refuse("not-a-cooperative");
  const month = dayInWib(ctx.now.getTime()).slice(0, 7);
  return inTransaction(async (tx) => {
    const behind = (await readSavers(groupId, ctx.now)).filter((saver) => saver.standing.behind > 0);
    const reached = behind.filter((saver) => saver.personId !== null);
    for (const { id, standing } of reached)
      await tellMember(tx, ctx, {
        ...{ memberId: id, about: `${id}:${month}`, kind: "savings-due", page: "savings" },
        facts: { dueAmount: standing.behind },
      });
    await recordActivity(tx, ctx, { what: "remind-savers", groupId, subject: month });
    return { ok: true, reminded: reached.length };
  });
}
