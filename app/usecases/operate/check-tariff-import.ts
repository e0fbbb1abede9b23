import type { SheetRefusal } from "#app/adapters/sheets/port.ts";
import { plainCell } from "#app/domain/bulk-sheet.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertImport } from "#db/write/bulk.ts";

type CheckTariffImport = {
  formKey: string;
  fileName: string;
  upload: Uint8Array;
  /** The column that a name in the first row means, in whatever language. */
  columnOf: (name: string) => string | null;
};

/** Keeps a file of tariffs to be looked at: no price changes until it is accepted. */
export async function checkTariffImport(
  ctx: Context,
  { formKey, fileName, upload, columnOf }: CheckTariffImport,
): Promise<Result<{ importId: string }, SheetRefusal | "form-used">> {
  permit(ctx.actor, "check-tariff-import");
  const read = await ctx.sheets.read(upload);
  if (!read.ok) return refuse(read.reason, { file: read.reason });
  const [names = [], ...rest] = read.rows;
  const rows = [names.map((name) => columnOf(plainCell(name).trim()) ?? name), ...rest];
  const sent = { id: ctx.newId(), groupId: null, kind: "tariffs" as const, fileName: fileName.slice(0, 200), rows };
  const by = { formKey, sentBy: ctx.actor.personId ?? "", sentAt: ctx.now };
  const importId = await inTransaction((tx) => insertImport(tx, { ...sent, ...by }));
  return importId === null ? refuse("form-used") : { ok: true, importId };
}
