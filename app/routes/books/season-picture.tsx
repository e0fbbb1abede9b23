import { arrivedIn, whyAddress } from "#app/domain/why.ts";
import { formatMonth, formatMonthName, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { IncomePage } from "./income-page.server.ts";

/** Twelve months of a group's sales as bars, and the table that says the same with the goods that brought most. */
export function SeasonPicture({ page: { group, season, seesBooks } }: { page: IncomePage }) {
  const { t, locale } = useWords();
  const isEmpty = season.every(({ amount }) => amount === 0);
  const nameOf = (month: string): string => formatMonthName(locale, Number(month.slice(5))).slice(0, 3);
  return (
    <Section title={t("income.season")}>
      {isEmpty ? <p className="text-quiet">{t("income.season.none")}</p> : null}
      {isEmpty ? null : (
        <Card className="grid gap-4">
          <BarChart
            isNarrow
            title={t("income.season")}
            legend={[t("books.amount")]}
            marks={season.map(({ month, amount }) => ({
              key: month,
              label: nameOf(month),
              bars: [{ value: amount, said: formatRupiah(amount) }],
            }))}
          />
          <Table
            caption={t("income.season.caption")}
            rows={season.toReversed()}
            rowKey={(row) => row.month}
            columns={[
              { key: "month", label: t("months.month"), cell: (row) => formatMonth(locale, row.month) },
              { key: "best", label: t("income.season.best"), phone: "plain", cell: (row) => row.best },
              {
                key: "amount",
                label: t("books.amount"),
                numeric: true,
                cell: ({ month, amount }) =>
                  seesBooks ? (
                    <Amount
                      amount={amount}
                      why={whyAddress(group.slug, amount, { ...arrivedIn(month), account: ["deposits-held"] })}
                    />
                  ) : (
                    <Amount amount={amount} plain="not-yours" />
                  ),
              },
            ]}
          />
        </Card>
      )}
    </Section>
  );
}
