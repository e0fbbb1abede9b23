import { Link } from "@remix-run/react";
import type { SurplusContent, SurplusFundKey } from "#app/domain/surplus-year.ts";
import { CAPITAL, FUND, OWED, sharedWith, type Why, whyAddress } from "#app/domain/why.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
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
  year: number;
  /** Null while nothing of it is posted. */
  postedId: string | null;
  source: { fromMembers: number; fromOthers: number; otherIncome: number; costs: number };
  content: Shown | null;
  idle: SurplusFundKey[];
};

type Member = Shown["members"][number];

const SOURCES = ["fromMembers", "fromOthers", "otherIncome", "costs"] as const;

/** Where a year's surplus came from, and where each rupiah of it goes. */
export function SurplusFigures({ slug, year, postedId, source, content, idle }: SurplusFiguresProps) {
  const { t, locale } = useWords();
  // Each source is a part of what moved the fund in the year.
  const ofYear = whyAddress(slug, null, { ...FUND, account: ["group-fund"], from: `${year}-01`, until: `${year}-12` });
  const ofFund = ({ isReserve, isMembers }: Shown["funds"][number]): Explained => {
    if (postedId === null) return { plain: "not-yet" };
    const whose: Why = isMembers
      ? OWED
      : { of: "group", account: [isReserve ? "shu-reserve" : "shu-fund"], isCredit: true };
    return { why: whyAddress(slug, null, { ...whose, kind: ["surplus-shared"], cause: postedId }) };
  };
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
              cell: (row) => <Amount amount={row.amount} why={ofYear} />,
            },
          ]}
          footer={[
            t(surplus < 0 ? "surplus.loss" : "surplus.total"),
            <Amount key="total" amount={surplus} why={ofYear} />,
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
                cell: (fund) => <Amount amount={fund.rupiah} {...ofFund(fund)} />,
              },
            ]}
            footer={[t("surplus.total"), "100 %", <Amount key="total" amount={content.surplus} plain="here" />]}
          />
        </Section>
      ) : null}
      {content ? <Members {...{ slug, year, postedId, members: content.members }} /> : null}
    </>
  );
}

type MembersProps = Pick<SurplusFiguresProps, "slug" | "year" | "postedId"> & { members: Shown["members"] };

function Members({ slug, year, postedId, members }: MembersProps) {
  const { t } = useWords();
  const part = (): Explained => ({ plain: "here" });
  const total = (pick: (member: Member) => number): number => members.reduce((all, member) => all + pick(member), 0);
  const figures = [
    {
      key: "transactions",
      label: t("surplus.transactions"),
      of: (member: Member) => member.transactions,
      opens: ({ memberId }: Member): Explained => ({ why: `/books/${slug}/members/${memberId}/tax?year=${year}#sold` }),
    },
    {
      ...{ key: "capital", label: t("surplus.capital"), of: (member: Member) => member.capital },
      opens: ({ memberId }: Member): Explained => ({
        why: whyAddress(slug, null, { ...CAPITAL, of: "member", member: memberId, until: `${year}-12` }),
      }),
    },
    {
      key: "by-business",
      label: t("surplus.by-business"),
      of: (member: Member) => member.byTransactions,
      opens: part,
    },
    { key: "by-capital", label: t("surplus.by-capital"), of: (member: Member) => member.byCapital, opens: part },
    {
      ...{ key: "total", label: t("surplus.total"), of: (member: Member) => member.total },
      opens: (member: Member): Explained =>
        postedId === null
          ? { plain: "not-yet" }
          : { why: whyAddress(slug, member.total, sharedWith(member, postedId)) },
    },
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
          ...figures.map(({ key, label, of, opens }) => ({
            ...{ key, label, numeric: true },
            ...(key === "total" && { phone: "figure" as const }),
            cell: (member: Member) => <Amount amount={of(member)} {...opens(member)} />,
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
