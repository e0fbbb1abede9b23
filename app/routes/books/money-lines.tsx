import { Link } from "@remix-run/react";
import { type MoneyPlace, voucherNumber } from "#app/domain/cash-movement.ts";
import { moneyLineText } from "#app/i18n/cash-words.ts";
import { formatDayAndMonth, formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
import { Badge } from "#app/ui/page.tsx";
import { Signatures } from "#app/ui/print-sheet.tsx";
import { Table } from "#app/ui/table.tsx";
import { openerOf } from "#app/web/money-book-why.ts";
import { monthBeside } from "#app/web/month.ts";
import type { Voucher } from "#db/read/cash-book.ts";

const LINK = "inline-flex min-h-11 items-center text-sea underline print:min-h-0 print:text-ink print:no-underline";

type MoneyLinesProps = {
  slug: string;
  /** Null for the network's own book. */
  name: string | null;
  place: MoneyPlace;
  month: string;
  opening: number;
  closing: number;
  rows: {
    entryId: string;
    kind: string;
    sequence: number;
    at: string;
    change: number;
    balance: number;
    member: string | null;
    voucher: Voucher | null;
  }[];
};

/** The book itself: opening balance, each movement with what is there after it, closing balance, and room for two names. */
export function MoneyLines({ slug, name, place, month, opening, closing, rows }: MoneyLinesProps) {
  const { t, locale } = useWords();
  const opens = openerOf({ slug, isNetwork: name === null, place });
  const sumOf = (sign: 1 | -1): number => rows.reduce((all, { change }) => all + Math.max(0, sign * change), 0);
  const openingRow = { entryId: "opening", change: 0, balance: opening, line: null };
  const lines = [
    openingRow,
    ...rows.map(({ entryId, change, balance, ...line }) => ({ entryId, change, balance, line })),
  ];
  type Row = (typeof lines)[number];
  return (
    <>
      <Table<Row>
        caption={t("cash.caption", { month: formatMonth(locale, month) })}
        rows={lines}
        rowKey={(row) => row.entryId}
        columns={[
          {
            key: "day",
            label: t("cash.day"),
            phone: "plain",
            cell: ({ line }) => (line ? formatDayAndMonth(locale, line.at) : ""),
          },
          {
            key: "number",
            label: t("cash.number"),
            phone: "plain",
            cell: ({ line }) => {
              if (!line) return "";
              if (!line.voucher) return t("cash.journal-number", { number: line.sequence });
              return (
                <Link className={LINK} to={`/books/${slug}/cash/${line.voucher.id}`}>
                  {voucherNumber(line.voucher)}
                </Link>
              );
            },
          },
          {
            key: "what",
            label: t("cash.what"),
            phone: "name",
            cell: ({ line }) => (line ? <What line={line} /> : t("cash.opening")),
          },
          {
            key: "in",
            label: t("cash.in"),
            numeric: true,
            phone: "plain",
            cell: (row) =>
              row.change > 0 ? <Signed label={t("cash.in")} {...opens(row.change, { entry: row.entryId })} /> : "",
          },
          {
            key: "out",
            label: t("cash.out"),
            numeric: true,
            phone: "plain",
            cell: (row) =>
              row.change < 0 ? (
                <Signed label={t("cash.out")} {...opens(-row.change, { entry: row.entryId }, true)} />
              ) : (
                ""
              ),
          },
          {
            key: "balance",
            label: t("cash.balance"),
            numeric: true,
            phone: "figure",
            cell: (row) => (
              <Amount {...opens(row.balance, row.line ? { upto: row.entryId } : { until: monthBeside(month, -1) })} />
            ),
          },
        ]}
        footer={[
          "",
          "",
          t("cash.totals"),
          <Signed key="in" label={t("cash.in")} amount={sumOf(1)} plain="here" />,
          <Signed key="out" label={t("cash.out")} amount={sumOf(-1)} plain="here" />,
          <Amount key="closing" {...opens(closing, { until: month })} />,
        ]}
      />
      {name === null ? null : <Signatures />}
    </>
  );
}

function What({ line }: { line: Omit<MoneyLinesProps["rows"][number], "entryId" | "change" | "balance"> }) {
  const { t } = useWords();
  return (
    <>
      {moneyLineText(t, line)} {line.voucher?.isReversed ? <Badge tone="warn">{t("cash.line.reversed")}</Badge> : null}
    </>
  );
}

/** On a phone a figure needs its column's name beside it; a voice hears the column's head. */
function Signed({ label, ...amount }: { label: string; amount: number } & Explained) {
  return (
    <>
      <span aria-hidden="true" className="sm:hidden print:hidden">
        {label}:{" "}
      </span>
      <Amount {...amount} />
    </>
  );
}
