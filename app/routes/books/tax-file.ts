import { guardedCell } from "#app/domain/bulk-sheet.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { type Translate, translator } from "#app/i18n/translate.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { fileAnswer } from "#app/web/file-answer.server.ts";
import { openTax } from "#app/web/tax.server.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A year's turnover month by month as a file for the tax form: /books/…/tax/tax-2026.xlsx. */
export const loader = door(async (entered) => {
  const parts = /^tax-(20\d{2})\.(csv|xlsx)$/.exec(entered.param("file"));
  if (parts?.[1]) entered.url.searchParams.set("year", parts[1]);
  const read = await openTax(entered);
  const format = parts?.[2];
  if (format !== "csv" && format !== "xlsx") throw notFound();
  const { locale, sheets } = entered.ctx;
  const t = translator(locale);
  const rows = rowsOf(read, { t, month: (name) => formatMonth(locale, name) });
  const name = `${read.group.slug.replace(/[^\w-]/g, "")}-tax-${read.year}.${format}`;
  if (format === "csv") {
    const cells = rows.map((row) => row.map((cell) => (typeof cell === "number" ? String(cell) : guardedCell(cell))));
    return fileAnswer(await sheets.write(cells, "csv"), { name, type: TYPES.csv });
  }
  const title = [t("tax.title"), read.group.name, String(read.year), t("tax.no-advice")].join(", ");
  const page = { name: t("tax.title"), title, rows, strong: [0] };
  return fileAnswer(await sheets.writeFigures([page]), { name, type: TYPES.xlsx });
});

type Read = Awaited<ReturnType<typeof openTax>>;

function rowsOf(read: Read, { t, month }: { t: Translate; month: (name: string) => string }): (string | number)[][] {
  const { group, whole, members, isTaxed, rule } = read;
  const head = [
    "books.number",
    "register.who",
    "months.month",
    "tax.turnover",
    "tax.so-far",
    "tax.taxable",
    "tax.tax",
  ] as const;
  const line = (number: string, name: string, showsTax: boolean) => (each: (typeof whole.months)[number]) => [
    ...[number, name, month(each.month), each.turnover, each.soFar],
    ...(showsTax ? [each.taxable, each.tax] : ["", ""]),
  ];
  return [
    head.map((key) => t(key)),
    ...whole.months.map(line("", group.name, isTaxed && rule !== null)),
    ...members.flatMap((member) => member.months.map(line(String(member.number), member.name, rule !== null))),
  ];
}
