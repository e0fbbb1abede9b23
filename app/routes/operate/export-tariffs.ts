import { SHEET_FORMATS } from "#app/domain/bulk-sheet.ts";
import { tariffRows } from "#app/domain/bulk-tariffs.ts";
import { permit } from "#app/domain/permissions.ts";
import { sheetAnswer, sheetFor } from "#app/web/bulk.server.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { findTariffBulkFacts } from "#db/read/bulk.ts";

/** All tariffs as a file: /operate/tariffs/export/tariffs.csv. */
export const loader = door(async ({ ctx, param }) => {
  permit(ctx.actor, "set-tariff");
  const format = SHEET_FORMATS.find((each) => param("file") === `tariffs.${each}`);
  if (!format) throw notFound();
  const rows = tariffRows(await findTariffBulkFacts(ctx.actor, ctx.now));
  const bytes = await ctx.sheets.write(sheetFor({ kind: "tariffs", locale: ctx.locale, rows }), format);
  return sheetAnswer(bytes, { name: "tariffs", format });
});
