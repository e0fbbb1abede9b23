import type { FigureCell } from "#app/domain/figure-page.ts";
import { whyAddress } from "#app/domain/why.ts";
import { reportWhy } from "#app/domain/why-of-statements.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { door } from "#app/web/door.server.ts";
import { fileAnswer } from "#app/web/file-answer.server.ts";
import { postingsPage } from "#app/web/postings-page.server.ts";
import { openStatements, type ReportRow } from "#app/web/statements.server.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The three statements of a month as a workbook, a page for each. */
export const loader = door(async (entered) => {
  const { groupId, slug, name, month, earlier, balance, income, notes } = await openStatements(entered);
  const { locale, sheets, origin } = entered.ctx;
  const t = translator(locale);
  const whyOf = (name: string): string => `${t("why.title")} ${formatMonth(locale, name)}`;
  const head = [
    t("report.what"),
    ...[month, earlier].map((each) => formatMonth(locale, each)),
    whyOf(month),
    whyOf(earlier),
  ];
  // Away from the screen too, a figure leads to what makes it.
  const reference = ({ why }: ReportRow, amount: number | null, name: string): FigureCell =>
    why === null || amount === null ? "" : { address: `${origin}${whyAddress(slug, amount, reportWhy(why, name))}` };
  const titled = (what: string): string => [what, name, formatMonth(locale, month)].join(", ");
  const page = (what: string, rows: readonly ReportRow[]) => ({
    ...{ name: what, title: titled(what) },
    rows: [
      head,
      ...rows.map((row) => [
        ...[row.label, row.now ?? "", row.before ?? ""],
        ...[reference(row, row.now, month), reference(row, row.before, earlier)],
      ]),
    ],
    strong: [0, ...rows.flatMap((row, at) => (row.isStrong ? [at + 1] : []))],
  });
  const bytes = await sheets.writeFigures([
    page(t("report.balance"), balance),
    page(t("report.income"), income),
    {
      ...{ name: t("report.notes"), title: titled(t("report.notes")), strong: [] },
      rows: notes.map((note, at) => [`${at + 1}. ${note}`]),
    },
    await postingsPage(entered.ctx, {
      ...{ book: groupId, slug, why: { of: "book", from: month, until: month } },
      title: titled(t("why.postings")),
    }),
  ]);
  return fileAnswer(bytes, { name: `${slug.replace(/[^\w-]/g, "")}-statements-${month}.xlsx`, type: XLSX });
});
