import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { soldValue } from "#app/domain/entrusted-money.ts";
import { type CountForm, readCount } from "#app/domain/entrustment.ts";
import { dayErrors } from "#app/domain/harvest-delivery.ts";
import { ZERO } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { entrustedSoldEntry } from "#app/domain/postings-of-entrusted.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findEntrustedChangeByFormKey, listAtPlace } from "#db/read/entrustments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertEntrustedChange } from "#db/write/entrustments.ts";
import { post } from "#db/write/ledger.ts";

type Input = z.output<typeof CountForm> & { groupId: string; place: string };

/**
 * Somebody counted what lies at a place: what is gone was sold, or is lost where the count says so. A second count of the same shelf
 * finds nothing gone any more. The price of what was sold is due to its member from the place. One form, one count.
 */
export async function countEntrusted(
  ctx: Context,
  { groupId, place, line, counted, lost, day, formKey }: Input,
): Promise<Result<object, "fields" | "form-used">> {
  permit(ctx.actor, "count-entrusted", { groupId });
  return inTransaction(async (tx) => {
    const known = await findEntrustedChangeByFormKey(formKey);
    if (known) return known.groupId === groupId && known.subject === place ? { ok: true } : refuse("form-used");
    const lines = await listAtPlace(ctx.actor, { groupId, place });
    const read = readCount(lines, {
      counted: new Map(line.map((id, at) => [id, counted[at] ?? ""])),
      lost: new Map(line.map((id, at) => [id, lost[at] ?? ""])),
    });
    const fields = { ...dayErrors(day, dayInWib(ctx.now.getTime())), ...(read.ok ? {} : read.fields) };
    if (Object.keys(fields).length > 0 || !read.ok) return refuse("fields", fields);
    const by = { recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now };
    const change = { id: ctx.newId(), groupId, kind: "counted", subject: place, day, formKey } as const;
    const valued = read.changes.map((each) => {
      const mine = lines.find(({ id }) => id === each.entrustedLineId);
      return { ...each, memberId: mine?.memberId ?? "", soldValue: mine ? soldValue({ ...mine, ...each }) : ZERO };
    });
    await insertEntrustedChange(tx, {
      change: { ...change, ...by },
      lines: valued.map(({ memberId: _member, ...each }) => each),
    });
    const sold = valued.map(({ memberId, soldValue: amount }) => ({ memberId, amount }));
    if (sold.some((each) => each.amount > 0)) {
      const entry = entrustedSoldEntry({ changeId: change.id, groupId, sold });
      await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
    }
    await recordActivity(tx, ctx, { what: "count-entrusted", groupId, subject: change.id, note: place });
    return { ok: true };
  });
}
