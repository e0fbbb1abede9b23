import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { type CountForm, readCount } from "#app/domain/entrustment.ts";
import { dayErrors } from "#app/domain/harvest-delivery.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findEntrustedChangeByFormKey, listAtPlace } from "#db/read/entrustments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertEntrustedChange } from "#db/write/entrustments.ts";

type Input = z.output<typeof CountForm> & { groupId: string; place: string };

/**
 * Somebody counted what lies at a place: what is gone was sold, or is lost where the count says so. A second count of the same shelf
 * finds nothing gone any more. One form, one count.
 */
export async function countEntrusted(
  ctx: Context,
  { groupId, place, line, counted, lost, day, formKey }: Input,
): Promise<Result<object, "fields" | "form-used">> {
  permit(ctx.actor, "count-entrusted", { groupId });
  return inTransaction(async (tx) => {
    const known = await findEntrustedChangeByFormKey(formKey);
    if (known) return known.groupId === groupId && known.subject === place ? { ok: true } : refuse("form-used");
    const read = readCount(await listAtPlace(ctx.actor, { groupId, place }), {
      counted: new Map(line.map((id, at) => [id, counted[at] ?? ""])),
      lost: new Map(line.map((id, at) => [id, lost[at] ?? ""])),
    });
    const fields = { ...dayErrors(day, dayInWib(ctx.now.getTime())), ...(read.ok ? {} : read.fields) };
    if (Object.keys(fields).length > 0 || !read.ok) return refuse("fields", fields);
    const by = { recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now };
    const change = { id: ctx.newId(), groupId, kind: "counted", subject: place, day, formKey } as const;
    await insertEntrustedChange(tx, { change: { ...change, ...by }, lines: read.changes });
    await recordActivity(tx, ctx, { what: "count-entrusted", groupId, subject: change.id, note: place });
    return { ok: true };
  });
}
