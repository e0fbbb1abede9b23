import { OWED, whyAddress } from "#app/domain/why.ts";
import { formatMonth, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { IncomePage } from "./income-page.server.ts";

/** More bars than these say nothing on a phone; the table has everybody. */
const MOST_BARS = 12;

type Row = IncomePage["members"][number];

/** Members by what they earned, month by month. An amount opens for whoever may see the postings behind it. */
export function MembersIncome({ page }: { page: IncomePage }) {
  const { t, locale } = useWords();
  const { group, members, months, own, seesBooks } = page;
  const shown = (member: Row, amount: number, span: { from: string; until: string }) => {
    if (!seesBooks && !own.includes(member.id)) return <Amount amount={amount} plain="not-yours" />;
    const kind = ["delivered", "returned"] as const;
    const why = { ...OWED, of: "member", member: member.id, kind, ...span } as const;
    return <Amount amount={amount} why={whyAddress(group.slug, amount, why)} />;
  };
  const all = { from: months.at(0) ?? "", until: months.at(-1) ?? "" };
  return (
    <Section title={t("income.members")}>
      {members.length === 0 ? <p className="text-quiet">{t("income.members.none")}</p> : null}
      {members.length === 0 ? null : (
        <Card className="grid gap-4">
          <BarChart
            isNarrow
            title={t("income.members.most")}
            legend={[t("books.amount")]}
            marks={members
              .toSorted((a, b) => b.total - a.total)
              .slice(0, MOST_BARS)
              .map(({ id, number, name, total }) => ({
                key: id,
                label: String(number),
                bars: [{ value: total, said: `${name} ${formatRupiah(total)}` }],
              }))}
          />
          <p className="text-sm text-quiet">{t("income.members.numbers")}</p>
          <Table
            caption={t("income.members.caption")}
            rows={members}
            rowKey={(member) => member.id}
            columns={[
              {
                key: "name",
                label: t("books.member"),
                phone: "name",
                cell: ({ number, name }) => `${number}. ${name}`,
              },
              ...months.map((month, at) => ({
                key: month,
                label: formatMonth(locale, month),
                numeric: true,
                cell: (member: Row) => shown(member, member.amounts[at] ?? 0, { from: month, until: month }),
              })),
              {
                key: "total",
                label: t("income.total"),
                numeric: true,
                cell: (member: Row) => shown(member, member.total, all),
              },
            ]}
          />
        </Card>
      )}
    </Section>
  );
}
