import { dayInWib } from "#app/domain/calendar-day.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { listPayables } from "#db/read/payables.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { findRequestByForm, insertRequest } from "#db/write/payouts.ts";

type Input = { groupId: string; memberId: string; amount: Rupiah | null; words: string; formKey: string };
type Answer = Result<object, "no-such-member" | "nothing-to-pay" | "more-than-owed">;

/** A member asks for the own money, all of it or an amount; an officer may write it down for her. A new wish takes the old one's place. */
export async function askPayout(ctx: Context, input: Input): Promise<Answer> {
  const { groupId, memberId, amount, words, formKey } = input;
  permit(ctx.actor, "ask-payout", { groupId, memberId });
  return inTransaction(async (tx): Promise<Answer> => {
    if (await findRequestByForm(tx, formKey)) return { ok: true };
    const [member] = await listPayables({ groupId, memberId, today: dayInWib(ctx.now.getTime()) });
    if (!member) return refuse("no-such-member");
    if (member.free <= 0) return refuse("nothing-to-pay");
    if (amount !== null && amount > member.free) return refuse("more-than-owed", { amount: "more-than-owed" });
    const by = { askedBy: ctx.actor.personId ?? "", askedAt: ctx.now };
    await insertRequest(tx, { id: ctx.newId(), groupId, memberId, amount, words, formKey, ...by });
    await recordActivity(tx, ctx, { what: "ask-payout", groupId, onBehalfOf: memberId, subject: memberId });
    return { ok: true };
  });
}
