import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { accountCode } from "#app/domain/ledger.ts";
import { negate, subtract } from "#app/domain/money.ts";
import { correctionMs, monthNamed } from "#app/domain/period.ts";
import type { AdjustForm } from "#app/domain/period-forms.ts";
import { permit } from "#app/domain/permissions.ts";
import { type AdjustedParty, adjustedEntry } from "#app/domain/postings-of-closing.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { balanceOf, listEntryPostings } from "#db/read/ledger.ts";
import { findDeliveredLine } from "#db/read/month-review.ts";
import { sealedUntil } from "#db/read/periods.ts";
import { findMember } from "#db/read/shares.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { LedgerKeyConflict, post } from "#db/write/ledger.ts";
import { reviewAgain } from "#db/write/periods.ts";

type Input = Omit<z.output<typeof AdjustForm>, "intent"> & { groupId: string; lineId: string };
type Reason = "line-not-delivered" | "same-party" | "no-such-member" | "more-than-line" | "fund-short" | "form-used";

/**
 * The treasurer puts right who has how much of a line: an entry in the line's own month while that is open, and of today once it is sealed.
 * What was proposed for closing is in review again.
 */
export async function adjustLine(ctx: Context, input: Input): Promise<Result<object, Reason>> {
  permit(ctx.actor, "adjust-line", { groupId: input.groupId });
  try {
    return await inTransaction((tx) => adjustWithin(tx, ctx, input));
  } catch (error) {
    if (error instanceof LedgerKeyConflict) return refuse("form-used");
    throw error;
  }
}

async function adjustWithin(tx: Tx, ctx: Context, input: Input): Promise<Result<object, Reason>> {
  const { groupId, lineId, amount, reason, formKey } = input;
  const line = await findDeliveredLine({ groupId, lineId });
  const month = line && monthNamed(dayInWib(line.deliveredAt.getTime()).slice(0, 7));
  if (!line || !month) return refuse("line-not-delivered");
  const [from, to] = [partyOf(input.from), partyOf(input.to)];
  const entry = adjustedEntry({ adjustmentId: formKey, groupId, orderLineId: lineId, from, to, amount, reason });
  const sealedMs = (await sealedUntil(groupId))?.getTime() ?? 0;
  const isSealed = month.untilMs <= sealedMs;
  const at = new Date(correctionMs({ month, isSealed, nowMs: ctx.now.getTime() }));
  const by = { actorId: ctx.actor.personId, now: at, newId: ctx.newId };
  if ((await listEntryPostings(entry.key)).length === 0) {
    const problem = await problemOf(input, subtract(subtract(line.goodsValue, line.missing), line.refundedValue));
    if (problem) return problem;
    if (!isSealed) await reviewAgain(tx, { groupId, month: month.name });
    await recordActivity(tx, ctx, { what: "adjust-line", groupId, subject: lineId, note: reason });
  }
  await post(tx, entry, by);
  return { ok: true };
}

function partyOf(id: string): AdjustedParty {
  return id === "fund" ? { kind: "group-fund" } : { kind: "member", memberId: id };
}

async function problemOf({ groupId, from, to, amount }: Input, value: number) {
  if (from === to) return refuse("same-party", { to: "same-party" });
  for (const [field, party] of Object.entries({ from, to }))
    if (party !== "fund" && !(await findMember({ groupId, memberId: party })))
      return refuse("no-such-member", { [field]: "no-such-member" });
  if (amount > value) return refuse("more-than-line", { amount: "more-than-line" });
  const fund = negate(await balanceOf(accountCode("group-fund", { kind: "group", id: groupId })));
  return from === "fund" && amount > fund ? refuse("fund-short", { amount: "fund-short" }) : null;
}
