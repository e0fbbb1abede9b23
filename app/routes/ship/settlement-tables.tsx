import { formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Money } from "#app/ui/money.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

type Line = {
  id: string;
  orderNumber: string;
  buyerName: string;
  groupName: string;
  isPaid: boolean;
  alone: number;
  quote: number;
  share: number;
};

type Sums = { key: string; name: string; alone: number; quote: number; share: number };

function sumsBy(lines: Line[], key: (line: Line) => string, name: (line: Line) => string): Sums[] {
  const rows = new Map<string, Sums>();
  for (const line of lines) {
    const known = rows.get(key(line)) ?? { key: key(line), name: name(line), alone: 0, quote: 0, share: 0 };
    rows.set(known.key, {
      ...known,
      alone: known.alone + line.alone,
      quote: known.quote + line.quote,
      share: known.share + line.share,
    });
  }
  return [...rows.values()];
}

/** Who pays what of the carrier's bill: the whole, each buyer, each group. */
export function SettlementTables({ lines, bill, carried }: { lines: Line[]; bill: number; carried: number }) {
  const { t } = useWords();
  const [all = { key: "all", name: "", alone: 0, quote: 0, share: 0 }] = sumsBy(
    lines,
    () => "all",
    () => "",
  );
  const unpaid = lines.filter((line) => !line.isPaid).length;
  return (
    <>
      <Card className="max-w-xl">
        <Facts
          facts={[
            { label: t("settlement.bill"), value: <Money amount={bill} className="text-lg font-bold" /> },
            { label: t("settlement.quotes"), value: <Money amount={all.quote} /> },
            { label: t("settlement.shares"), value: <Money amount={all.share} /> },
            {
              label: t("settlement.returned"),
              value: <Money amount={all.quote - all.share} className="font-bold text-mangrove" />,
            },
            { label: t("settlement.carried"), value: <Money amount={carried} /> },
          ]}
        />
        {carried > 0 ? <p className="mt-3 text-sm text-quiet">{t("settlement.carried-note")}</p> : null}
        {unpaid > 0 ? (
          <p className="mt-3 text-sm text-quiet">{t("settlement.unpaid-note", { count: unpaid })}</p>
        ) : null}
      </Card>
      <SumTable
        title={t("settlement.by-buyer")}
        sums={sumsBy(
          lines,
          (line) => line.orderNumber,
          (line) => `${line.buyerName} · ${line.orderNumber}`,
        )}
        total={all}
      />
      <SumTable
        title={t("settlement.by-group")}
        sums={sumsBy(
          lines,
          (line) => line.groupName,
          (line) => line.groupName,
        )}
        total={all}
      />
    </>
  );
}

function SumTable({ title, sums, total }: { title: string; sums: Sums[]; total: Sums }) {
  const { t, locale } = useWords();
  const saved = (row: Sums) => (
    <>
      <Money amount={row.alone - row.share} className="text-mangrove" />
      {row.alone > 0 ? (
        <span className="text-sm text-quiet">
          {" "}
          ({formatPercent(locale, Math.round(((row.alone - row.share) * 10_000) / row.alone))})
        </span>
      ) : null}
    </>
  );
  return (
    <Section title={title}>
      <Table
        caption={t("settlement.table")}
        rows={sums}
        rowKey={(row) => row.key}
        columns={[
          { key: "name", label: t("settlement.who"), cell: (row) => row.name },
          { key: "alone", label: t("settlement.alone"), numeric: true, cell: (row) => <Money amount={row.alone} /> },
          { key: "quote", label: t("settlement.quote"), numeric: true, cell: (row) => <Money amount={row.quote} /> },
          {
            key: "share",
            label: t("settlement.share"),
            numeric: true,
            cell: (row) => <Money amount={row.share} className="font-bold" />,
          },
          { key: "saved", label: t("settlement.saved"), numeric: true, cell: saved },
        ]}
        footer={[
          t("settlement.total"),
          <Money key="alone" amount={total.alone} />,
          <Money key="quote" amount={total.quote} />,
          <Money key="share" amount={total.share} />,
          <Money key="saved" amount={total.alone - total.share} />,
        ]}
      />
    </Section>
  );
}
