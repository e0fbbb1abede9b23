import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { type Why, whyAddress } from "#app/domain/why.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

const BANK: Partial<Why> = { account: ["bank"], isCredit: true };
const HELD: Partial<Why> = { account: ["shipping-held"] };
const SAVED: Partial<Why> = { account: ["buyer-credit", "refunds-payable"], isCredit: true };
const RESERVE: Partial<Why> = { account: ["shipping-reserve"] };

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

/** The settlement's entries in the network's book, or a part of them; before it is settled, nothing is posted. */
function opener(runId: string | null) {
  return (said: number | null, which: Partial<Why> = {}): Explained =>
    runId === null
      ? { plain: "not-yet" }
      : { why: whyAddress(NETWORK_BOOK, said, { of: "book", kind: ["run-settled"], cause: runId, ...which }) };
}

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

type TablesProps = {
  lines: Line[];
  bill: number;
  carried: number;
  /** Null until it is settled. */
  runId: string | null;
};

/** Who pays what of the carrier's bill: the whole, each buyer, each group. */
export function SettlementTables({ lines, bill, carried, runId }: TablesProps) {
  const { t } = useWords();
  const opens = opener(runId);
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
            {
              label: t("settlement.bill"),
              value: <Amount amount={bill} className="text-lg font-bold" {...opens(bill, BANK)} />,
            },
            { label: t("settlement.quotes"), value: <Amount amount={all.quote} {...opens(null, HELD)} /> },
            { label: t("settlement.shares"), value: <Amount amount={all.share} {...opens(null)} /> },
            {
              label: t("settlement.returned"),
              value: (
                <Amount amount={all.quote - all.share} className="font-bold text-mangrove" {...opens(null, SAVED)} />
              ),
            },
            { label: t("settlement.carried"), value: <Amount amount={carried} {...opens(null, RESERVE)} /> },
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
        opens={(row) => ({ why: `/orders/${row.key}/why` })}
      />
      <SumTable
        title={t("settlement.by-group")}
        sums={sumsBy(
          lines,
          (line) => line.groupName,
          (line) => line.groupName,
        )}
        total={all}
        opens={() => opens(null)}
      />
    </>
  );
}

type SumTableProps = {
  title: string;
  sums: Sums[];
  total: Sums;
  /** What a quote and a share come from; what it costs alone is reckoned by the tariff. */
  opens: (row: Sums) => Explained;
};

function SumTable({ title, sums, total, opens }: SumTableProps) {
  const { t, locale } = useWords();
  const saved = (row: Sums) => (
    <>
      <Amount plain="here" amount={row.alone - row.share} className="text-mangrove" />
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
          {
            key: "alone",
            label: t("settlement.alone"),
            numeric: true,
            cell: (row) => <Amount plain="here" amount={row.alone} />,
          },
          {
            key: "quote",
            label: t("settlement.quote"),
            numeric: true,
            cell: (row) => <Amount amount={row.quote} {...opens(row)} />,
          },
          {
            key: "share",
            label: t("settlement.share"),
            numeric: true,
            cell: (row) => <Amount amount={row.share} className="font-bold" {...opens(row)} />,
          },
          { key: "saved", label: t("settlement.saved"), numeric: true, cell: saved },
        ]}
        footer={[
          t("settlement.total"),
          <Amount plain="here" key="alone" amount={total.alone} />,
          <Amount plain="here" key="quote" amount={total.quote} />,
          <Amount plain="here" key="share" amount={total.share} />,
          <Amount plain="here" key="saved" amount={total.alone - total.share} />,
        ]}
      />
    </Section>
  );
}
