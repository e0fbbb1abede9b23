import type { FigureCell, FigurePage } from "#app/domain/figure-page.ts";
import { entryReference } from "#app/domain/ledger.ts";
import type { Why } from "#app/domain/why.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import type { Context } from "#app/usecases/context.ts";
import { namesOfDoers } from "#db/read/entries.ts";
import { listWhy } from "#db/read/why.ts";

/** More than this no spreadsheet is read for: the newest stand in it, and its last row says where all are. */
export const MOST_POSTINGS = 10_000;

type Asked = { book: string; slug: string; why: Why; title: string; most?: number };

/** A page of a workbook with every posting that a book or statement is made of: its entry's number and hash, what, whose, by whom, and the address. */
export async function postingsPage(
  ctx: Context,
  { book, slug, why, title, most = MOST_POSTINGS }: Asked,
): Promise<FigurePage> {
  const { actor, locale, origin } = ctx;
  const t = translator(locale);
  const found = await listWhy(actor, { book, why, limit: most + 1, offset: 0 });
  const rows = found.slice(0, most);
  const personIds = rows.flatMap(({ actorId }) => actorId ?? []);
  const names = await namesOfDoers(actor, { groupId: book, personIds });
  const base = `${origin}/books/${slug}`;
  const head = [
    ...(["why.entry.when", "sold.entry", "why.entry.hash", "books.kind", "why.accounts", "books.member"] as const),
    ...(["why.entry.source", "books.what", "sheet.rule", "why.entry.who", "books.amount", "why.title"] as const),
  ];
  const body = rows.map((row): FigureCell[] => {
    const reference = entryReference(row, book);
    return [
      ...[formatMoment(locale, row.at), reference, row.hash, t(`entry.${row.kind}`), t(`account.${row.account}`)],
      ...[row.memberName ?? "", row.cause ? t(`why.cause.${row.cause.kind}`, { name: row.cause.name }) : ""],
      ...[row.line?.name ?? "", row.ruleVersion === null ? "" : `${row.ruleName} ${row.ruleVersion}`],
      row.actorId === null ? t("why.entry.who.machine") : (names.get(row.actorId) ?? t("why.entry.who.outside")),
      ...[row.amount, { address: `${base}/entries/${reference}` }],
    ];
  });
  const more = found.length > most ? [[t("sheet.more", { count: most }), { address: `${base}/journal` }]] : [];
  return { name: t("why.postings"), title, rows: [head.map((key) => t(key)), ...body, ...more], strong: [0] };
}
