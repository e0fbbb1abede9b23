import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { type ReturnForm, readReturns } from "#app/domain/entrustment.ts";
import { dayErrors } from "#app/domain/harvest-delivery.ts";
import { ZERO } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findEntrustedChangeByFormKey, readEntrustedLines } from "#db/read/entrustments.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertEntrustedChange } from "#db/write/entrustments.ts";

type Input = z.output<typeof ReturnForm> & { groupId: string; number: number };

/** Entrusted goods that were not sold go back to their member. What is sold or lost cannot go back. One form, one return. */
export async function returnEntrusted(
  ctx: Context,
  { groupId, number, line, quantity, day, formKey }: Input,
): Promise<Result<object, "no-such-entrustment" | "fields" | "form-used">> {
  permit(ctx.actor, "return-entrusted", { groupId });
  return inTransaction(async (tx) => {
    const lines = await readEntrustedLines(groupId, number);
    const [first] = lines;
    if (!first) return refuse("no-such-entrustment");
    const known = await findEntrustedChangeByFormKey(formKey);
    if (known) return known.subject === first.entrustmentId ? { ok: true } : refuse("form-used");
    const read = readReturns(lines, new Map(line.map((id, at) => [id, quantity[at] ?? ""])));
    const fields = { ...dayErrors(day, dayInWib(ctx.now.getTime())), ...(read.ok ? {} : read.fields) };
    if (Object.keys(fields).length > 0 || !read.ok) return refuse("fields", fields);
    const by = { recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now };
    const change = { id: ctx.newId(), groupId, kind: "returned", subject: first.entrustmentId, day, formKey } as const;
    await insertEntrustedChange(tx, {
      change: { ...change, ...by },
      lines: read.changes.map((each) => ({ ...each, soldValue: ZERO })),
    });
    await recordActivity(tx, ctx, {
      ...{ what: "return-entrusted", groupId, onBehalfOf: first.memberId, subject: first.entrustmentId },
    });
    return { ok: true };
  });
}
