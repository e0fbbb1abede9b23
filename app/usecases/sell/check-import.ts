import type { SheetRefusal } from "#app/adapters/sheets/port.ts";
import { type BulkKind, DONE_BY_HAND, plainCell } from "#app/domain/bulk-sheet.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertImport } from "#db/write/bulk.ts";

type CheckImport = {
  groupId: string;
  kind: BulkKind;
  formKey: string;
  fileName: string;
  upload: Uint8Array;
  /** The column that a name in the first row means, in whatever language. */
  columnOf: (name: string) => string | null;
};

/** Keeps a file to be looked at: nothing of what it says is written until it is accepted. */
export async function checkImport(
  ctx: Context,
  { groupId, kind, formKey, fileName, upload, columnOf }: CheckImport,
): Promise<Result<{ importId: string }, SheetRefusal | "form-used">> {
  permit(ctx.actor, "check-import", { groupId });
  permit(ctx.actor, DONE_BY_HAND[kind], { groupId });
  const read = await ctx.sheets.read(upload);
  if (!read.ok) return refuse(read.reason, { file: read.reason });
  const sentBy = ctx.actor.personId ?? "";
  const [names = [], ...rest] = read.rows;
  const rows = [names.map((name) => columnOf(plainCell(name).trim()) ?? name), ...rest];
  const sent = { id: ctx.newId(), groupId, kind, fileName: fileName.slice(0, 200), rows, formKey, sentBy };
  const importId = await inTransaction((tx) => insertImport(tx, { ...sent, sentAt: ctx.now }));
  return importId === null ? refuse("form-used") : { ok: true, importId };
}
