import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import type { WindowForm } from "#app/domain/complaint.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { listComplaintWindows } from "#db/read/complaint-windows.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertComplaintWindow } from "#db/write/complaint-windows.ts";

/**
 * How long buyers may complain and groups may take to answer, of goods that come from a day on. That day has not begun: goods that have come
 * keep what held then.
 */
export async function setComplaintWindow(
  ctx: Context,
  input: z.output<typeof WindowForm>,
): Promise<Result<object, "fields">> {
  permit(ctx.actor, "set-complaint-window");
  return inTransaction(async (tx) => {
    const windows = await listComplaintWindows();
    if (windows.some((each) => each.formKey === input.formKey)) return { ok: true };
    const last = windows.at(-1)?.fromDay ?? "";
    if (input.fromDay <= dayInWib(ctx.now.getTime())) return refuse("fields", { fromDay: "window-has-begun" });
    if (input.fromDay < last) return refuse("fields", { fromDay: "tax-goes-back" });
    await insertComplaintWindow(tx, { ...input, id: ctx.newId(), setBy: ctx.actor.personId ?? "", setAt: ctx.now });
    await recordActivity(tx, ctx, { what: "set-complaint-window", subject: input.fromDay });
    return { ok: true };
  });
}
