import type { SheetRefusal } from "#app/adapters/sheets/port.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertStatement } from "#db/write/bank-statements.ts";

type Input = { fileName: string; upload: Uint8Array; formKey: string };

/** Keeps a bank's list to find payments in. Nothing is confirmed by it: that is done line by line, by a person. */
export async function sendStatement(
  ctx: Context,
  { fileName, upload, formKey }: Input,
): Promise<Result<{ statementId: string }, SheetRefusal | "form-used">> {
  const groupIds = ctx.actor.memberships.map((membership) => membership.groupId);
  permit(ctx.actor, "send-statement", { groupIds });
  const read = await ctx.sheets.read(upload);
  if (!read.ok) return refuse(read.reason, { file: read.reason });
  const sent = { id: ctx.newId(), fileName: fileName.slice(0, 200), rows: read.rows, formKey };
  const statementId = await inTransaction((tx) =>
    insertStatement(tx, { ...sent, sentBy: ctx.actor.personId ?? "", sentAt: ctx.now }),
  );
  return statementId === null ? refuse("form-used") : { ok: true, statementId };
}
