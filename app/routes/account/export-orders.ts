import { permit } from "#app/domain/permissions.ts";
import { exportPerson, orderRows } from "#app/usecases/account/export-person.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { fileAnswer } from "#app/web/file-answer.server.ts";

/** The reader's orders as a table for a spreadsheet. */
export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-account");
  const data = await exportPerson(ctx, { personId: ctx.actor.personId ?? "" });
  if (!data) throw notFound();
  const table = await ctx.sheets.write(orderRows(data), "csv");
  return fileAnswer(table, { name: "lumbung-orders.csv", type: "text/csv; charset=utf-8" });
});
