import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findHubReport } from "#db/read/hub-reports.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { closeReport } from "#db/write/receipts.ts";

/** Whatever a report of missing or damaged goods called for has been done: it waits for nobody any more. */
export async function closeHubReport(
  ctx: Context,
  { reportId }: { reportId: string },
): Promise<Result<object, "report-closed">> {
  permit(ctx.actor, "close-hub-report");
  return inTransaction(async (tx) => {
    const report = await findHubReport(reportId);
    if (!report || !(await closeReport(tx, ctx, reportId))) return refuse("report-closed");
    const { groupId } = report;
    await recordActivity(tx, ctx, { what: "close-hub-report", groupId, subject: reportId, note: report.orderNumber });
    return { ok: true };
  });
}
