import { voucherNumber } from "#app/domain/cash-movement.ts";
import type { FigureCell } from "#app/domain/figure-page.ts";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { moneyLineText } from "#app/i18n/cash-words.ts";
import { formatMonth, formatShortDay } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { door } from "#app/web/door.server.ts";
import { fileAnswer } from "#app/web/file-answer.server.ts";
import { openMoneyBook } from "#app/web/money-book.server.ts";
import { openerOf, whyOfBook } from "#app/web/money-book-why.ts";
import { postingsPage } from "#app/web/postings-page.server.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The cash or bank book of a month as a workbook. */
export const loader = door(async (entered) => {
  const { slug, group, place, month, opening, rows, closing } = await openMoneyBook(entered);
  const { locale, sheets, origin } = entered.ctx;
  const opens = openerOf({ slug, isNetwork: group === null, place });
  const t = translator(locale);
  const head = ["cash.day", "cash.number", "cash.what", "cash.in", "cash.out", "cash.balance", "why.title"] as const;
  const figures: FigureCell[][] = [
    head.map((key) => t(key)),
    ["", "", t("cash.opening"), "", "", opening, ""],
    ...rows.map(({ at, sequence, voucher, change, balance, entryId, ...line }) => [
      formatShortDay(locale, at),
      voucher ? voucherNumber(voucher) : t("cash.journal-number", { number: sequence }),
      moneyLineText(t, { ...line, voucher }),
      change > 0 ? change : "",
      change < 0 ? -change : "",
      balance,
      { address: `${origin}${opens(change, { entry: entryId }).why}` },
    ]),
    [
      "",
      "",
      t("cash.totals"),
      ...totalsOf(rows),
      closing,
      { address: `${origin}${opens(closing, { until: month }).why}` },
    ],
  ];
  const name = t(place === "cash" ? "cash.title" : "cash.title.bank");
  const title = [name, group?.name ?? t("audit.network"), formatMonth(locale, month)].join(", ");
  const why = whyOfBook({ isNetwork: group === null, place }, month);
  const bytes = await sheets.writeFigures([
    { name, title, rows: figures, strong: [0, 1, figures.length - 1] },
    await postingsPage(entered.ctx, { book: group?.id ?? NETWORK_BOOK, slug, why, title }),
  ]);
  return fileAnswer(bytes, { name: `${slug.replace(/[^\w-]/g, "")}-${place}-${month}.xlsx`, type: XLSX });
});

function totalsOf(rows: readonly { change: number }[]): [number, number] {
  const sumOf = (sign: 1 | -1): number => rows.reduce((all, { change }) => all + Math.max(0, sign * change), 0);
  return [sumOf(1), sumOf(-1)];
}
