import { OWED, whyAddress } from "#app/domain/why.ts";
import { formatMonth, formatMonthName, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

type IncomeProps = { slug: string; memberId: string; income: { month: string; amount: number }[] };

/** A member's own months as a picture, and the table that says the same; each amount opens to the sales that made it. */
export function IncomePicture({ slug, memberId, income }: IncomeProps) {
  const { t, locale } = useWords();
  if (income.every(({ amount }) => amount === 0)) return null;
  const why = (month: string, amount: number): string =>
    whyAddress(slug, amount, {
      ...{ ...OWED, of: "member", member: memberId, kind: ["delivered", "returned"], from: month, until: month },
    });
  return (
    <Section title={t("picture.income")} id="income">
      <Card className="grid gap-4">
        <BarChart
          title={t("picture.income")}
          legend={[t("books.amount")]}
          marks={income.map(({ month, amount }) => ({
            key: month,
            label: formatMonthName(locale, Number(month.slice(5))).slice(0, 3),
            bars: [{ value: amount, said: formatRupiah(amount) }],
          }))}
        />
        <Table
          caption={t("picture.income.caption")}
          rows={income.toReversed()}
          rowKey={(row) => row.month}
          columns={[
            { key: "month", label: t("months.month"), cell: (row) => formatMonth(locale, row.month) },
            {
              key: "amount",
              label: t("books.amount"),
              numeric: true,
              cell: (row) => <Amount amount={row.amount} why={why(row.month, row.amount)} />,
            },
          ]}
        />
      </Card>
    </Section>
  );
}
