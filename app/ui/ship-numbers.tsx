import { formatMonth, formatPercent, formatRupiah, formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { BarChart } from "./bar-chart.tsx";
import { buttonClass } from "./button.tsx";
import { Facts } from "./facts.tsx";
import { Money } from "./money.tsx";
import { Card, Empty, Section } from "./page.tsx";
import { Table } from "./table.tsx";

type Numbers = {
  key: string;
  consignments: number;
  grams: number;
  alone: number;
  share: number;
  saved: number;
  perKgAlone: number | null;
  perKgShared: number | null;
};
type Month = Numbers & { fill: number | null };
type Named = Numbers & { month: string; name: string };

export type ShipNumbersProps = {
  months: Month[];
  total: Month;
  groups: Named[];
  buyers: Named[];
  /** The same, consignment by consignment, for a spreadsheet. */
  file: string;
};

/** What shared shipping cost and saved in half a year: in pictures, each with its table, and as a file. */
export function ShipNumbers({ months, total, groups, buyers, file }: ShipNumbersProps) {
  const { t, locale } = useWords();
  if (total.consignments === 0) return <Empty drawing="boat" text={t("ship-numbers.none")} />;
  const fill = total.fill === null ? t("ship-numbers.unknown") : formatPercent(locale, total.fill);
  return (
    <>
      <Card className="max-w-xl">
        <Facts
          facts={[
            { label: t("ship-numbers.saved"), value: <Money amount={total.saved} className="text-lg font-bold" /> },
            { label: t("ship-numbers.per-kg-shared"), value: <PerKg amount={total.perKgShared} /> },
            { label: t("ship-numbers.per-kg-alone"), value: <PerKg amount={total.perKgAlone} /> },
            { label: t("ship-numbers.fill"), value: fill },
            { label: t("ship-numbers.weight"), value: formatWeight(locale, total.grams) },
          ]}
        />
      </Card>
      <PerKgSection months={months} />
      <FillSection months={months} />
      <SavedSection months={months} />
      {groups.length > 0 ? <NamedTable title={t("ship-numbers.by-group")} rows={groups} /> : null}
      <NamedTable title={t("ship-numbers.by-buyer")} rows={buyers} />
      <a href={file} download className={buttonClass("second")}>
        {t("ship-numbers.file")}
      </a>
    </>
  );
}

function PerKg({ amount }: { amount: number | null }) {
  const { t } = useWords();
  return amount === null ? <span>{t("ship-numbers.unknown")}</span> : <Money amount={amount} />;
}

function useMonths() {
  const { locale } = useWords();
  return {
    long: (month: string) => formatMonth(locale, month),
    short: (month: string) => formatMonth(locale, month).slice(0, 3),
  };
}

function PerKgSection({ months }: { months: Month[] }) {
  const { t } = useWords();
  const name = useMonths();
  const legend = [t("ship-numbers.alone"), t("ship-numbers.shared")];
  const bars = (month: Month) =>
    [month.perKgAlone ?? 0, month.perKgShared ?? 0].map((value, at) => ({
      value,
      said: `${legend[at]} ${formatRupiah(value)}`,
    }));
  return (
    <Section title={t("ship-numbers.per-kg")}>
      <BarChart
        title={t("ship-numbers.per-kg")}
        legend={legend}
        marks={months.map((month) => ({ key: month.key, label: name.short(month.key), bars: bars(month) }))}
      />
      <Table
        caption={t("ship-numbers.per-kg.table")}
        rows={months}
        rowKey={(row) => row.key}
        columns={[
          { key: "month", label: t("ship-numbers.month"), cell: (row) => name.long(row.key) },
          {
            key: "alone",
            label: t("ship-numbers.alone"),
            numeric: true,
            cell: (row) => <PerKg amount={row.perKgAlone} />,
          },
          {
            key: "shared",
            label: t("ship-numbers.shared"),
            numeric: true,
            cell: (row) => <PerKg amount={row.perKgShared} />,
          },
        ]}
      />
    </Section>
  );
}

function FillSection({ months }: { months: Month[] }) {
  const { t, locale } = useWords();
  const name = useMonths();
  const said = (fill: number | null) => (fill === null ? t("ship-numbers.unknown") : formatPercent(locale, fill));
  return (
    <Section title={t("ship-numbers.fill")}>
      <BarChart
        title={t("ship-numbers.fill")}
        legend={[t("ship-numbers.fill")]}
        marks={months.map(({ key, fill }) => ({
          key,
          label: name.short(key),
          bars: [{ value: fill ?? 0, said: said(fill) }],
        }))}
      />
      <Table
        caption={t("ship-numbers.fill.table")}
        rows={months}
        rowKey={(row) => row.key}
        columns={[
          { key: "month", label: t("ship-numbers.month"), cell: (row) => name.long(row.key) },
          { key: "fill", label: t("ship-numbers.fill"), numeric: true, cell: (row) => said(row.fill) },
          {
            key: "weight",
            label: t("ship-numbers.weight"),
            phone: "plain",
            cell: (row) => formatWeight(locale, row.grams),
          },
        ]}
      />
    </Section>
  );
}

type Saving = { alone: number; share: number; saved: number };

/** What goods would have cost alone, what they cost together, and the difference. */
function useSavingColumns() {
  const { t } = useWords();
  return [
    {
      key: "alone",
      label: t("ship-numbers.alone"),
      numeric: true,
      cell: (row: Saving) => <Money amount={row.alone} />,
    },
    {
      key: "share",
      label: t("ship-numbers.shared"),
      numeric: true,
      cell: (row: Saving) => <Money amount={row.share} />,
    },
    {
      key: "saved",
      label: t("ship-numbers.saved"),
      numeric: true,
      cell: (row: Saving) => <Money amount={row.saved} className="font-bold" />,
    },
  ];
}

function SavedSection({ months }: { months: Month[] }) {
  const { t } = useWords();
  const savings = useSavingColumns();
  const name = useMonths();
  return (
    <Section title={t("ship-numbers.saved")}>
      <BarChart
        title={t("ship-numbers.saved")}
        legend={[t("ship-numbers.saved")]}
        marks={months.map(({ key, saved }) => ({
          key,
          label: name.short(key),
          bars: [{ value: saved, said: formatRupiah(saved) }],
        }))}
      />
      <Table
        caption={t("ship-numbers.saved.table")}
        rows={months}
        rowKey={(row) => row.key}
        columns={[
          { key: "month", label: t("ship-numbers.month"), cell: (row) => name.long(row.key) },
          {
            key: "count",
            label: t("ship-numbers.consignments"),
            numeric: true,
            cell: (row) => row.consignments,
          },
          ...savings,
        ]}
      />
    </Section>
  );
}

function NamedTable({ title, rows }: { title: string; rows: Named[] }) {
  const { t } = useWords();
  const savings = useSavingColumns();
  const name = useMonths();
  return (
    <Section title={title}>
      <Table
        caption={t("ship-numbers.named.table")}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: "name", label: t("settlement.who"), cell: (row) => row.name },
          { key: "month", label: t("ship-numbers.month"), phone: "plain", cell: (row) => name.long(row.month) },
          ...savings,
        ]}
      />
    </Section>
  );
}
