import { Link } from "@remix-run/react";
import type { SurplusContent, SurplusFundKey } from "#app/domain/surplus-year.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Notice, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

type Bare<T> = { [Key in keyof T]: T[Key] extends number ? number : T[Key] };
type Shown = {
  surplus: number;
  funds: Bare<SurplusContent["funds"][number]>[];
  members: Bare<SurplusContent["members"][number]>[];
};

type SurplusFiguresProps = {
  slug: string;
  source: { fromMembers: number; fromOthers: number; otherIncome: number; costs: number };
  content: Shown | null;
  idle: SurplusFundKey[];
};

const SOURCES = ["fromMembers", "fromOthers", "otherIncome", "costs"] as const;

/** Where a year's surplus came from, and where each rupiah of it goes. */
export function SurplusFigures({ slug, source, content, idle }: SurplusFiguresProps) {
  const { t, locale } = useWords();
  const surplus = SOURCES.reduce((all, key) => all + source[key], 0);
  return (
    <>
      <Section title={t("surplus.source")}>
        <Table
          caption={t("surplus.source.caption")}
          rows={SOURCES.map((key) => ({ key, amount: source[key] }))}
          rowKey={(row) => row.key}
          columns={[
            { key: "what", label: t("cash.what"), cell: (row) => t(`surplus.source.${row.key}`) },
            {
              key: "amount",
              label: t("surplus.amount"),
              numeric: true,
              cell: (row) => <Amount amount={row.amount} plain="here" />,
            },
          ]}
          footer={[
            t(surplus < 0 ? "surplus.loss" : "surplus.total"),
            <Amount key="total" amount={surplus} plain="here" />,
          ]}
        />
        <p className="text-sm text-quiet">{t("surplus.set-aside.note")}</p>
      </Section>
      {surplus < 0 ? <Notice tone="warn">{t("surplus.loss.note")}</Notice> : null}
      {idle.map((key) => (
        <Notice key={key} tone="warn">
          {t("surplus.idle", { fund: t(`surplus.fund.${key}`) })}
        </Notice>
      ))}
      {content && content.funds.length > 0 ? (
        <Section title={t("surplus.funds")}>
          <Table
            caption={t("surplus.funds.caption")}
            rows={content.funds.filter((fund) => fund.basisPoints > 0)}
            rowKey={(fund) => fund.key}
            columns={[
              { key: "fund", label: t("surplus.fund"), cell: (fund) => t(`surplus.fund.${fund.key}`) },
              {
                key: "percent",
                label: t("surplus.percent"),
                numeric: true,
                phone: "plain",
                cell: (fund) => formatPercent(locale, fund.basisPoints),
              },
              {
                key: "amount",
                label: t("surplus.amount"),
                numeric: true,
                phone: "figure",
                cell: (fund) => <Amount amount={fund.rupiah} plain="here" />,
              },
            ]}
            footer={[t("surplus.total"), "100 %", <Amount key="total" amount={content.surplus} plain="here" />]}
          />
        </Section>
      ) : null}
      {content ? <Members slug={slug} members={content.members} /> : null}
    </>
  );
}

function Members({ slug, members }: { slug: string; members: Shown["members"] }) {
  const { t } = useWords();
  const total = (pick: (member: Shown["members"][number]) => number): number =>
    members.reduce((all, member) => all + pick(member), 0);
  const figures = [
    {
      key: "transactions",
      label: t("surplus.transactions"),
      of: (member: Shown["members"][number]) => member.transactions,
    },
    { key: "capital", label: t("surplus.capital"), of: (member: Shown["members"][number]) => member.capital },
    {
      key: "by-business",
      label: t("surplus.by-business"),
      of: (member: Shown["members"][number]) => member.byTransactions,
    },
    { key: "by-capital", label: t("surplus.by-capital"), of: (member: Shown["members"][number]) => member.byCapital },
    { key: "total", label: t("surplus.total"), of: (member: Shown["members"][number]) => member.total },
  ];
  return (
    <Section title={t("surplus.members")}>
      <Table
        caption={t("surplus.members.caption")}
        rows={members}
        rowKey={(member) => member.memberId}
        columns={[
          { key: "number", label: t("books.number"), phone: "lead", cell: (member) => member.number },
          {
            key: "name",
            label: t("books.member"),
            phone: "name",
            cell: (member) => (
              <Link
                to={`/books/${slug}/members/${member.memberId}`}
                className="inline-flex min-h-11 items-center text-sea underline"
              >
                {member.hasLeft ? t("surplus.member.left", { name: member.name }) : member.name}
              </Link>
            ),
          },
          ...figures.map(({ key, label, of }) => ({
            ...{ key, label, numeric: true },
            ...(key === "total" && { phone: "figure" as const }),
            cell: (member: Shown["members"][number]) => <Amount amount={of(member)} plain="here" />,
          })),
        ]}
        footer={[
          "",
          t("books.total"),
          ...figures.map(({ key, of }) => <Amount key={key} amount={total(of)} plain="here" />),
        ]}
      />
    </Section>
  );
}
