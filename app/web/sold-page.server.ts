import type { FigureCell, FigurePage } from "#app/domain/figure-page.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import type { Context } from "#app/usecases/context.ts";
import { spanOfYear } from "#db/read/surplus.ts";
import { listSold } from "#db/read/turnover-lines.ts";
import { MOST_POSTINGS } from "./postings-page.server.ts";

type Asked = { group: { id: string; slug: string }; year: number; title: string };

/** What one question to the database may name. */
const AT_ONCE = 1000;

/** A page of a workbook with everything that was sold in a year: a row for each member's part, with its entry, order line and address. */
export async function soldPage(ctx: Context, { group, year, title }: Asked): Promise<FigurePage> {
  const { locale, origin } = ctx;
  const t = translator(locale);
  const base = `${origin}/books/${group.slug}`;
  const head = [
    ...(["why.entry.when", "sold.entry", "why.entry.hash", "books.kind", "why.order", "books.what"] as const),
    ...(["sheet.rule", "books.member", "sold.price", "sold.own", "why.title"] as const),
  ];
  const rows: FigureCell[][] = [head.map((key) => t(key))];
  const span = { groupId: group.id, ...spanOfYear(year) };
  for (let offset = 0; rows.length <= MOST_POSTINGS; offset += AT_ONCE) {
    const found = await listSold({ ...span, limit: AT_ONCE, offset });
    for (const row of found)
      for (const part of row.parts)
        rows.push([
          ...[formatShortDay(locale, row.at), String(row.sequence), row.hash, t(`entry.${row.kind}`)],
          ...[row.orderNumber ?? "", row.name, row.ruleVersion === null ? "" : String(row.ruleVersion)],
          ...[part.name ?? t("register.without-member"), row.gross, part.amount],
          { address: row.lineId === null ? `${base}/entries/${row.sequence}` : `${base}/lines/${row.lineId}` },
        ]);
    if (found.length < AT_ONCE) return { name: t("sold.title"), title, rows, strong: [0] };
  }
  const more: FigureCell[] = [t("sheet.more", { count: rows.length - 1 }), { address: `${base}/journal` }];
  return { name: t("sold.title"), title, rows: [...rows, more], strong: [0] };
}
