import type { FigureCell } from "#app/domain/figure-page.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { door } from "#app/web/door.server.ts";
import { fileAnswer } from "#app/web/file-answer.server.ts";
import { postingsPage } from "#app/web/postings-page.server.ts";
import { openRegister } from "#app/web/register.server.ts";
import type { Cell } from "#app/web/register-cells.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A register as a workbook: a page for each of its tables, each row with the address that explains it, then the postings behind them. */
export const loader = door(async (entered) => {
  const { group, key, title, tables, year, postings, lines } = await openRegister(entered);
  const { locale, now, sheets, origin } = entered.ctx;
  const t = translator(locale);
  const titled = (what: string): string => [title, what, group.name, formatShortDay(locale, now)].join(", ");
  const row = (cells: readonly Cell[]): FigureCell[] => [
    ...cells.map((cell) => cell.amount ?? cell.text ?? ""),
    ...addressOf(cells, origin),
  ];
  const pages = tables.map((table) => ({
    ...{ name: table.caption.slice(0, 31).replace(/[^\p{L}\p{N} ]/gu, " "), title: titled(table.caption) },
    rows: [
      [...table.columns.map((column) => column.label), t("why.title")],
      ...[...table.rows, ...(table.totals ? [table.totals] : [])].map(row),
    ],
    strong: table.totals ? [0, table.rows.length + 1] : [0],
  }));
  const bytes = await sheets.writeFigures([
    ...pages,
    ...(postings
      ? [
          await postingsPage(entered.ctx, {
            ...{ book: group.id, slug: group.slug, why: postings, title: titled(t("why.postings")) },
          }),
        ]
      : []),
    ...(lines ? [await lines()] : []),
  ]);
  const slug = group.slug.replace(/[^\w-]/g, "");
  return fileAnswer(bytes, { name: `${slug}-${key}${key === "sales" ? `-${year}` : ""}.xlsx`, type: XLSX });
});

/** Where a row comes from: its last amount that opens, else the page of what it names. */
function addressOf(cells: readonly Cell[], origin: string): FigureCell[] {
  const opens = cells.filter((cell) => cell.to !== undefined);
  const to = (opens.findLast((cell) => cell.amount !== undefined) ?? opens[0])?.to;
  return to === undefined ? [] : [{ address: `${origin}${to}` }];
}
