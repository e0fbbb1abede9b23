import { rupiah } from "#app/domain/money.ts";
import { type MonthTotals, salesOf } from "#app/domain/open-books.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Money } from "#app/ui/money.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { SplitPicture } from "#app/ui/split-picture.tsx";
import { Table } from "#app/ui/table.tsx";

type Parts = { [Part in Exclude<keyof MonthTotals, "month">]: number };
type BooksProps = { months: ({ month: string } & Parts)[]; all: Parts };

const PARTS = [
  { key: "members", tone: "member" },
  { key: "fund", tone: "fund" },
  { key: "costs", tone: "cost" },
  { key: "fees", tone: "fee" },
] as const;

function sales({ members, fund, costs, fees }: Parts): number {
  return salesOf({ members: rupiah(members), fund: rupiah(fund), costs: rupiah(costs), fees: rupiah(fees) });
}

/** What a group that opened its books sold, and where it went: totals only, nobody's own. */
export function PublishedBooks({ months, all }: BooksProps) {
  const { t, locale } = useWords();
  return (
    <Section title={t("open-books.title")} id="open-books">
      <p className="max-w-prose text-quiet">{t("open-books.lead")}</p>
      {months.length === 0 ? <p>{t("open-books.none")}</p> : null}
      {months.length > 0 ? (
        <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
          <Card>
            <SplitPicture
              parts={PARTS.map(({ key, tone }) => ({
                key,
                tone,
                label: t(`open-books.${key}`),
                amount: all[key],
              })).filter((part) => part.amount > 0)}
              total={sales(all)}
              totalLabel={t("open-books.sales")}
            />
          </Card>
          <Table
            caption={t("open-books.caption")}
            rows={months.toReversed()}
            rowKey={(row) => row.month}
            columns={[
              { key: "month", label: t("open-books.month"), cell: (row) => formatMonth(locale, row.month) },
              {
                key: "sales",
                label: t("open-books.sales"),
                numeric: true,
                cell: (row) => <Money amount={sales(row)} />,
              },
              {
                key: "members",
                label: t("open-books.members"),
                numeric: true,
                cell: (row) => <Money amount={row.members} />,
              },
              { key: "fund", label: t("open-books.fund"), numeric: true, cell: (row) => <Money amount={row.fund} /> },
            ]}
          />
        </div>
      ) : null}
    </Section>
  );
}
