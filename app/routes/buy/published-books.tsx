import type { AccountKind } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import { type MonthTotals, salesOf } from "#app/domain/open-books.ts";
import { arrivedIn, whyAddress } from "#app/domain/why.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { SplitPicture } from "#app/ui/split-picture.tsx";
import { Table } from "#app/ui/table.tsx";

type Parts = { [Part in Exclude<keyof MonthTotals, "month">]: number };
type BooksProps = {
  months: ({ month: string } & Parts)[];
  all: Parts;
  /** The group's address for who may open its books; null for everybody else. */
  opens: string | null;
};

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
export function PublishedBooks({ months, all, opens }: BooksProps) {
  const { t, locale } = useWords();
  const shown = (amount: number, month: string, account: AccountKind) =>
    opens === null ? (
      <Amount amount={amount} plain="not-yours" />
    ) : (
      <Amount
        amount={amount}
        why={whyAddress(opens, amount, {
          ...{ ...arrivedIn(month), account: [account] },
          ...(account !== "deposits-held" && { isCredit: true }),
        })}
      />
    );
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
                phone: "figure",
                cell: (row) => shown(sales(row), row.month, "deposits-held"),
              },
              {
                key: "members",
                label: t("open-books.members"),
                numeric: true,
                cell: (row) => shown(row.members, row.month, "member-payable"),
              },
              {
                key: "fund",
                label: t("open-books.fund"),
                numeric: true,
                cell: (row) => shown(row.fund, row.month, "group-fund"),
              },
            ]}
          />
        </div>
      ) : null}
    </Section>
  );
}
