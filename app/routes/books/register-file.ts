import { formatShortDay } from "#app/i18n/format.ts";
import { door } from "#app/web/door.server.ts";
import { fileAnswer } from "#app/web/file-answer.server.ts";
import { openRegister } from "#app/web/register.server.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A register as a workbook, a page for each of its tables. */
export const loader = door(async (entered) => {
  const { group, key, title, tables, year } = await openRegister(entered);
  const { locale, now, sheets } = entered.ctx;
  const bytes = await sheets.writeFigures(
    tables.map((table) => ({
      name: table.caption.slice(0, 31).replace(/[^\p{L}\p{N} ]/gu, " "),
      title: [title, table.caption, group.name, formatShortDay(locale, now)].join(", "),
      rows: [
        table.columns.map((column) => column.label),
        ...table.rows.map((cells) => cells.map((cell) => cell.amount ?? cell.text ?? "")),
        ...(table.totals ? [table.totals.map((cell) => cell.amount ?? cell.text ?? "")] : []),
      ],
      strong: table.totals ? [0, table.rows.length + 1] : [0],
    })),
  );
  const slug = group.slug.replace(/[^\w-]/g, "");
  return fileAnswer(bytes, { name: `${slug}-${key}${key === "sales" ? `-${year}` : ""}.xlsx`, type: XLSX });
});
