import type { TransferState } from "#app/domain/transfer.ts";
import { DEBT, OWN_ACCOUNT, type Why, whyAddress } from "#app/domain/why.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Figure } from "#app/ui/figure.tsx";
import { Empty, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

/** What is on the group's account by its books, and what it owes to the network. */
export function AccountMoney({ slug, ownAccount, debt }: { slug: string; ownAccount: number; debt: number }) {
  const { t } = useWords();
  return (
    <Section title={t("stripe-account.money")}>
      <dl className="grid gap-3 sm:grid-cols-2">
        <Figure
          label={t("stripe-account.money.there")}
          note={t("stripe-account.money.there-note")}
          amount={ownAccount}
          why={whyAddress(slug, ownAccount, OWN_ACCOUNT)}
        />
        {debt > 0 ? (
          <Figure
            label={t("stripe-account.money.debt")}
            note={t("stripe-account.money.debt-note")}
            amount={debt}
            why={whyAddress(slug, debt, DEBT)}
          />
        ) : null}
      </dl>
    </Section>
  );
}

type TransferRow = {
  id: string;
  orderNumber: string;
  amount: number;
  setOff: number;
  back: number;
  owed: number;
  state: TransferState;
  decidedAt: string;
};

/** Each payment's part that went to the account, with what came back of it. */
export function SentTransfers({ slug, transfers }: { slug: string; transfers: TransferRow[] }) {
  const { t, locale } = useWords();
  return (
    <Section title={t("stripe-account.sent")}>
      {transfers.length === 0 ? (
        <Empty drawing="book" text={t("stripe-account.sent.none")} />
      ) : (
        <Table
          caption={t("stripe-account.sent.caption")}
          rows={transfers}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "order",
              label: t("stripe-account.sent.order"),
              phone: "name",
              cell: (row) => <span className="whitespace-nowrap">{row.orderNumber}</span>,
            },
            {
              key: "day",
              label: t("stripe-account.sent.day"),
              phone: "plain",
              cell: (row) => <span className="whitespace-nowrap">{formatShortDay(locale, row.decidedAt)}</span>,
            },
            {
              key: "state",
              label: t("stripe-account.sent.state"),
              phone: "plain",
              cell: (row) => <WhatBecame slug={slug} row={row} />,
            },
            {
              key: "amount",
              label: t("stripe-account.sent.amount"),
              numeric: true,
              phone: "figure",
              cell: (row) => (
                <Amount
                  amount={row.amount}
                  why={whyAddress(slug, null, { ...OWN_ACCOUNT, kind: ["transfer-begun"], cause: row.id })}
                />
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** How it stands, and what of it did not stay there: most have nothing of the kind. */
function WhatBecame({ slug, row }: { slug: string; row: TransferRow }) {
  const { t } = useWords();
  const parts = [
    [t("stripe-account.sent.set-off"), row.setOff, { ...DEBT, kind: ["debt-set-off"], cause: row.id }],
    [t("stripe-account.sent.back"), row.back, { ...OWN_ACCOUNT, kind: ["transfer-reversed"] }],
    [t("stripe-account.sent.owed"), row.owed, { ...DEBT, kind: ["debt-booked"] }],
  ] satisfies [string, number, Why][];
  return (
    <>
      {t(`stripe-account.state.${row.state}`)}
      {parts.map(([label, amount, why]) =>
        amount > 0 ? (
          <span key={label} className="block text-sm text-quiet">
            {label}: <Amount amount={amount} why={whyAddress(slug, null, why)} />
          </span>
        ) : null,
      )}
    </>
  );
}
