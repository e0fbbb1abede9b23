import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { turnoverIn, whyAddress } from "#app/domain/why.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { openTax } from "#app/web/tax.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { TaxLevelBadge, TaxMonths, TaxRuleNote, TaxYears } from "./tax-parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "tax.title");

export const loader = door(async (entered) => {
  const { group, year, current, rule, isTaxed, whole, members } = await openTax(entered);
  return {
    group: { slug: group.slug, name: group.name },
    ...{ year, current, rule, isTaxed, whole },
    members: members.map(({ months: _, ...member }) => member),
  };
});

const LINK = "inline-flex min-h-11 items-center text-sea underline";

export default function Tax() {
  const { group, year, current, rule, isTaxed, whole } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/books/${group.slug}`;
  return (
    <Page
      title={t("tax.title")}
      lead={t("tax.lead", { group: group.name, year: String(year) })}
      trail={[
        { to: base, label: t("books.title") },
        { to: `${base}/registers`, label: t("register.title") },
      ]}
    >
      <TaxRuleNote rule={rule} />
      <PrintSheet label={t("cash.print")} hint={t("cash.print.hint")}>
        <Section title={t("tax.group")}>
          <p className="flex flex-wrap items-center gap-3">
            <Amount
              amount={whole.total}
              why={whyAddress(group.slug, whole.total, turnoverIn(`${year}-01`, `${year}-12`))}
              className="text-2xl font-bold"
            />
            <TaxLevelBadge level={whole.level} />
          </p>
          <TaxMonths opens={{ slug: group.slug }} months={whole.months} showsTax={isTaxed && rule !== null} />
          {isTaxed ? null : <p className="max-w-prose text-sm text-quiet">{t("tax.group.not-taxed")}</p>}
        </Section>
        <Members />
      </PrintSheet>
      <p className="flex flex-wrap gap-4 print:hidden">
        <a className={LINK} href={`${base}/tax/tax-${year}.xlsx`} download>
          {t("cash.xlsx")}
        </a>
        <a className={LINK} href={`${base}/tax/tax-${year}.csv`} download>
          {t("tax.csv")}
        </a>
      </p>
      <TaxYears base={`${base}/tax`} year={year} current={current} />
    </Page>
  );
}

function Members() {
  const { group, members, rule, year } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("tax.members")}>
      <Table
        caption={t("tax.members.caption")}
        rows={members}
        rowKey={(member) => member.id}
        columns={[
          { key: "number", label: t("books.number"), phone: "lead", cell: (member) => member.number },
          {
            key: "name",
            label: t("books.member"),
            phone: "name",
            cell: (member) => (
              <Link to={`/books/${group.slug}/members/${member.id}/tax?year=${year}`} className={LINK}>
                {member.name}
              </Link>
            ),
          },
          {
            key: "turnover",
            label: t("tax.turnover"),
            numeric: true,
            phone: "figure",
            cell: (member) => (
              <Amount amount={member.total} why={`/books/${group.slug}/members/${member.id}/tax?year=${year}`} />
            ),
          },
          ...(rule
            ? [
                {
                  ...{ key: "used", label: t("tax.used"), numeric: true },
                  cell: (member: (typeof members)[number]) => formatPercent(locale, (member.used ?? 0) * 100),
                },
                {
                  ...{ key: "tax", label: t("tax.tax"), numeric: true },
                  cell: (member: (typeof members)[number]) => <Amount amount={member.tax} plain="here" />,
                },
                {
                  ...{ key: "level", label: t("tax.level"), phone: "plain" as const },
                  cell: (member: (typeof members)[number]) => <TaxLevelBadge level={member.level} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
