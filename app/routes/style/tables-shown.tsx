import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Money } from "#app/ui/money.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Price } from "#app/ui/price.tsx";
import { SplitPicture, toneOf } from "#app/ui/split-picture.tsx";
import { Table } from "#app/ui/table.tsx";

const PARTS = [
  { party: "member", amount: 940_000 },
  { party: "group-fund", amount: 120_000 },
  { party: "fixed-cost", amount: 80_000 },
  { party: "network-fee", amount: 100_000 },
] as const;
const TOTAL = 1_240_000;

export function TablesShown({ isSample = false }: { isSample?: boolean }) {
  const { t } = useWords();
  const picture = (
    <Card>
      <SplitPicture
        parts={PARTS.map(({ party, amount }) => ({
          key: party,
          label: t(`party.${party}`),
          amount,
          tone: toneOf(party),
        }))}
        total={TOTAL}
        totalLabel={t("books.total")}
      />
    </Card>
  );
  if (isSample) return picture;
  return (
    <>
      <Section title={t("style.money")}>
        <p className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
          <Money amount={TOTAL} className="text-2xl font-bold" />
          <Money amount={-12_500} />
          <Money amount={0} className="text-quiet" />
          <Price from={62_000} to={62_000} unit="kg" />
          <Price from={62_000} to={85_000} unit="buah" />
        </p>
        {picture}
      </Section>
      <Section title={t("style.tables")}>
        <p>{t("style.tables.text")}</p>
        <Members />
        <Card>
          <Facts
            facts={[
              { label: t("books.day"), value: "24 Nov 2026" },
              { label: t("books.what"), value: t("style.long-name") },
              { label: t("books.value"), value: <Money amount={TOTAL} /> },
            ]}
          />
        </Card>
      </Section>
    </>
  );
}

function Members() {
  const { t } = useWords();
  const rows = [
    { number: 1, name: "Siti Rahmah", quantity: "12,5 kg", owed: 412_500 },
    { number: 2, name: t("style.long-name"), quantity: "120 kg", owed: 1_240_000 },
    { number: 13, name: "Nur", quantity: "0", owed: 0 },
  ];
  return (
    <Table
      caption={t("books.members.caption")}
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        { key: "number", label: t("books.number"), phone: "lead", cell: (row) => row.number },
        { key: "name", label: t("books.member"), phone: "name", cell: (row) => row.name },
        { key: "quantity", label: t("books.quantity"), cell: (row) => row.quantity },
        { key: "owed", label: t("books.owed"), numeric: true, cell: (row) => <Money amount={row.owed} /> },
      ]}
      footer={["", t("books.total"), "", <Money key="total" amount={1_652_500} />]}
    />
  );
}
