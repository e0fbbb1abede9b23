import { CASH_BOX, HELD, OWED, type Why, whyAddress } from "#app/domain/why.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

type Row = { key: string; label: string; amount: number; why: string | null };

/** Lying bars, each as long as its amount: decoration, for the table below has the same words and figures. */
function Bars({ rows }: { rows: Row[] }) {
  const most = Math.max(1, ...rows.map(({ amount }) => amount));
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 100 ${rows.length * 10}`}
      preserveAspectRatio="none"
      className="w-full"
      height={rows.length * 20}
    >
      {rows.map(({ key, amount }, at) => (
        <g key={key}>
          <rect x="0" y={at * 10 + 1} width="100" height="8" className="fill-line" />
          <rect x="0" y={at * 10 + 1} width={(Math.max(0, amount) / most) * 100} height="8" className="fill-mangrove" />
        </g>
      ))}
    </svg>
  );
}

function Picture({ title, caption, what, rows }: { title: string; caption: string; what: string; rows: Row[] }) {
  const { t } = useWords();
  return (
    <Section title={title}>
      <Card className="grid gap-4">
        <Bars rows={rows} />
        <Table
          caption={caption}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: "what", label: what, cell: (row) => row.label },
            {
              key: "amount",
              label: t("books.amount"),
              numeric: true,
              cell: ({ amount, why }) =>
                why === null ? <Amount amount={amount} plain="here" /> : <Amount amount={amount} why={why} />,
            },
          ]}
        />
      </Card>
    </Section>
  );
}

type MoneyPicturesProps = {
  slug: string;
  month: string;
  money: { held: number; owed: number; cashBox: number };
  paid: number;
  goods: { name: string; amount: number }[];
};

/** Whose the money is now and what members had of it this month; and the goods that brought most. */
export function MoneyPictures({ slug, month, money, paid, goods }: MoneyPicturesProps) {
  const { t } = useWords();
  const row = (key: string, label: string, amount: number, why: Why): Row => ({
    ...{ key, label, amount, why: whyAddress(slug, amount, why) },
  });
  return (
    <>
      <Picture
        title={t("picture.stock")}
        caption={t("picture.stock.caption")}
        what={t("cash.what")}
        rows={[
          row("held", t("books.held"), money.held, HELD),
          row("owed", t("books.owed"), money.owed, OWED),
          row("paid", t("picture.stock.paid"), paid, paidIn(month)),
          row("cash-box", t("books.cash-box"), money.cashBox, CASH_BOX),
        ]}
      />
      {goods.length > 0 ? (
        <Picture
          title={t("picture.goods")}
          caption={t("picture.goods.caption")}
          what={t("books.what")}
          rows={goods.map(({ name, amount }) => ({ key: name, label: name, amount, why: null }))}
        />
      ) : null}
    </>
  );
}

/** What members were paid of their shares in a month, less what a bank sent back. */
export function paidIn(month: string): Why {
  const kind = ["paid-out", "payout-returned"] as const;
  return { of: "members", account: ["member-payable"], kind, from: month, until: month };
}
