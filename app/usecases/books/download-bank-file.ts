import { guardedCell, type SheetRows } from "#app/domain/bulk-sheet.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findBatch, listSealedAccounts } from "#db/read/payouts.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";

type Input = { groupId: string; batchId: string; news: string };
type Answer = Result<{ rows: SheetRows }, "no-such-batch" | "not-approved" | "no-bank-lines" | "accounts-missing">;

const HEAD = ["name", "bank", "account", "amount", "news"];

/** The transfers of an approved batch as the bank takes them, with whole account numbers: for the treasurer alone, and written down. */
export async function downloadBankFile(ctx: Context, { groupId, batchId, news }: Input): Promise<Answer> {
  permit(ctx.actor, "download-bank-file", { groupId });
  return inTransaction(async (tx): Promise<Answer> => {
    const found = await findBatch(ctx.actor, { groupId, batchId });
    if (!found) return refuse("no-such-batch");
    if (found.batch.state !== "approved") return refuse("not-approved");
    const lines = found.lines.filter(({ method, state }) => method !== "cash" && state === "waiting");
    if (lines.length === 0) return refuse("no-bank-lines");
    const sealed = await listSealedAccounts(lines.map((line) => line.memberId));
    const accounts = new Map(sealed.map((each) => [each.memberId, ctx.secrets.open("account", each.sealed)]));
    if (lines.some((line) => !accounts.get(line.memberId))) return refuse("accounts-missing");
    await recordActivity(tx, ctx, {
      what: "download-bank-file",
      groupId,
      subject: batchId,
      note: String(lines.length),
    });
    const rows = lines.map(({ holder, name, provider, memberId, amount }) => [
      ...[holder || name, provider ?? "", accounts.get(memberId) ?? "", String(amount), news],
    ]);
    return { ok: true, rows: [HEAD, ...rows.map((row) => row.map(guardedCell))] };
  });
}
