import { guardedCell } from "#app/domain/bulk-sheet.ts";
import type { Context } from "#app/usecases/context.ts";
import { listSettledConsignments } from "#db/read/ship-numbers.ts";
import { fileAnswer } from "./file-answer.server.ts";
import { numbersSince } from "./ship-numbers.server.ts";

const HEAD = ["month", "run", "order", "buyer", "group", "grams", "alone", "share", "saved"];

/** The half year of the page, consignment by consignment, for a spreadsheet. */
export async function shipNumbersFile(ctx: Context, groupId: string | null): Promise<Response> {
  const rows = await listSettledConsignments(ctx.actor, { groupId, since: numbersSince(ctx.now) });
  const cells = rows.map((row) => [
    ...[row.month, row.runCode, row.orderNumber, row.buyerName, row.groupName],
    ...[row.grams, row.alone, row.share, row.alone - row.share].map(String),
  ]);
  const table = await ctx.sheets.write([HEAD, ...cells.map((row) => row.map(guardedCell))], "csv");
  return fileAnswer(table, { name: "lumbung-shipping.csv", type: "text/csv; charset=utf-8" });
}
