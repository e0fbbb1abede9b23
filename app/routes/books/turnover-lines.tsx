import { Link } from "@remix-run/react";
import type { EntryKind } from "#app/domain/ledger.ts";
import { formatMonth, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";

type Sold = {
  key: string;
  kind: EntryKind;
  at: string;
  sequence: number;
  line: { id: string; name: string; order: string } | null;
  gross: number;
  own: number;
};

type TurnoverLinesProps = {
  slug: string;
  /** Where the address of a page begins: "…/tax?year=2026". */
  here: string;
  month: string | null;
  rows: Sold[];
  page: number;
  hasMore: boolean;
};

const LINK = "inline-flex min-h-11 items-center text-sea underline";

/** What a member's turnover is made of: each sold thing with its entry, its order line, its whole price and the own part of it. */
export function TurnoverLines({ slug, here, month, rows, page, hasMore }: TurnoverLinesProps) {
  const { t, locale } = useWords();
  const base = `/books/${slug}`;
  return (
    <Section
      title={month === null ? t("sold.title") : t("sold.title.month", { month: formatMonth(locale, month) })}
      id="sold"
    >
      {rows.length === 0 ? <p className="text-quiet">{t("sold.none")}</p> : null}
      {rows.length > 0 ? (
        <Table
          caption={t("sold.caption")}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: "day", label: t("books.day"), phone: "plain", cell: (row) => formatShortDay(locale, row.at) },
            {
              key: "what",
              label: t("books.what"),
              phone: "name",
              cell: (row) =>
                row.line ? (
                  <Link to={`${base}/lines/${row.line.id}`} className={LINK}>
                    {row.line.name}
                  </Link>
                ) : (
                  t(`entry.${row.kind}`)
                ),
            },
            {
              key: "entry",
              label: t("sold.entry"),
              phone: "plain",
              cell: (row) => (
                <Link to={`${base}/entries/${row.sequence}`} className={LINK}>
                  {t("why.entry", { number: row.sequence })}
                </Link>
              ),
            },
            {
              key: "gross",
              label: t("sold.price"),
              numeric: true,
              cell: (row) => <Amount amount={row.gross} plain="here" />,
            },
            {
              key: "own",
              label: t("sold.own"),
              numeric: true,
              phone: "figure",
              cell: (row) => <Amount amount={row.own} why={`${base}/entries/${row.sequence}`} />,
            },
          ]}
        />
      ) : null}
      <Pagination page={page} hasNext={hasMore} linkTo={(to) => `${here}&page=${to}#sold`} />
    </Section>
  );
}
