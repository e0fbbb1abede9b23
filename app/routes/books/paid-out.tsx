import { PAID_OUT, type Why, whyAddress } from "#app/domain/why.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Badge, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { OwnMoneyPage } from "./own-money.server.ts";
import type { OwnMoneyProps } from "./own-money-forms.tsx";

/** What a member had in hand: the voucher, how it came, and its proof. */
export function PaidOut({ page: { group, member, paid }, base }: OwnMoneyProps) {
  const { t, locale } = useWords();
  if (paid.length === 0) return null;
  const opens = (amount: number, rest: Partial<Why>) => ({
    ...{ amount, why: whyAddress(group.slug, amount, { of: "member", member: member.id, ...rest }) },
  });
  return (
    <Section title={t("own-money.paid")} id="paid">
      <Table
        caption={t("own-money.paid.caption")}
        rows={paid}
        rowKey={(row) => row.id}
        columns={[
          { key: "voucher", label: t("payouts.voucher"), phone: "name", cell: (row) => row.voucher },
          { key: "day", label: t("books.day"), phone: "plain", cell: (row) => formatShortDay(locale, row.paidAt) },
          {
            key: "way",
            label: t("books.pay-out.method"),
            phone: "plain",
            cell: (row) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {t(`payout-method.${row.method}`)}
                {row.confirmedBy ? ` ${t(`payouts.confirmed.${row.confirmedBy}`)}` : ""}
                {row.reference ? ` ${row.reference}` : ""}
                {row.kind === "advance" ? <Badge>{t("own-money.advance")}</Badge> : null}
                {row.returnedAt ? <Badge tone="bad">{t("own-money.returned", { why: row.returnedWhy })}</Badge> : null}
                {row.hasProof ? (
                  <a
                    href={`${base}/payouts/proof/${row.id}`}
                    className="inline-flex min-h-11 items-center text-sea underline"
                  >
                    {t("payouts.see-proof")}
                  </a>
                ) : null}
              </span>
            ),
          },
          ...(paid.some((row) => row.repaid > 0)
            ? [
                {
                  key: "repaid",
                  label: t("own-money.to-advance"),
                  numeric: true,
                  cell: (row: OwnMoneyPage["paid"][number]) =>
                    row.repaid > 0 ? (
                      <Amount {...opens(row.repaid, { account: ["advances"], isCredit: true, cause: row.id })} />
                    ) : (
                      "–"
                    ),
                },
              ]
            : []),
          {
            key: "amount",
            label: t("books.amount"),
            numeric: true,
            phone: "figure",
            cell: (row) => <Amount {...opens(row.amount, { ...PAID_OUT, cause: row.id })} />,
          },
        ]}
      />
    </Section>
  );
}
