import { type CountedPlace, correctionMs, type Month } from "#app/domain/period.ts";
import { permit } from "#app/domain/permissions.ts";
import { differenceEntry } from "#app/domain/postings-of-closing.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { listEntryPostings } from "#db/read/ledger.ts";
import { gatherMonth } from "#db/read/month-review.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { reviewAgain } from "#db/write/periods.ts";

type Input = { groupId: string; month: Month; place: CountedPlace; name: string; formKey: string };

/**
 * A difference that was found is booked under its name, so that the count reads zero: the cash box's by the treasurer, in the month that was
 * counted; the network's by the operator, on the day, so that what other groups counted stays as it was.
 */
export async function bookDifference(
  ctx: Context,
  { groupId, month, place, name, formKey }: Input,
): Promise<Result<object, "month-sealed" | "no-difference">> {
  permit(ctx.actor, place === "cash-box" ? "book-difference" : "book-network-difference", { groupId });
  return inTransaction(async (tx) => {
    if ((await listEntryPostings(`difference:${formKey}`)).length > 0) return { ok: true };
    const { facts } = await gatherMonth({ groupId, month }, ctx.now);
    if (facts.state === "closed" || month.fromMs < facts.sealedUntilMs) return refuse("month-sealed");
    const difference = facts.reconciled?.find((each) => each.place === place)?.difference;
    if (!difference) return refuse("no-difference");
    const nowMs = ctx.now.getTime();
    const at = place === "cash-box" ? correctionMs({ month, isSealed: false, nowMs }) : nowMs;
    const entry = differenceEntry({ differenceId: formKey, groupId, month: month.name, place, difference, name });
    await post(tx, entry, { actorId: ctx.actor.personId, now: new Date(at), newId: ctx.newId });
    await reviewAgain(tx, { groupId, month: month.name });
    await recordActivity(tx, ctx, { what: "book-difference", groupId, subject: `${month.name} ${place}`, note: name });
    return { ok: true };
  });
}
