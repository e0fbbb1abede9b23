import { Link } from "@remix-run/react";
import type { TaxLevel } from "#app/domain/tax.ts";
import { turnoverIn, whyAddress } from "#app/domain/why.ts";
import { formatMonthName, formatPercent, formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Badge, Card, Notice } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";

type Rule = {
  fromDay: string;
  personFree: number;
  ceiling: number;
  rateBasisPoints: number;
  warnBasisPoints: number;
  source?: string;
};

/** What the law said when the operator read it, and that this is no advice. */
export function TaxRuleNote({ rule }: { rule: Rule | null }) {
  const { t, locale } = useWords();
  if (!rule) return <Notice tone="warn">{t("tax.no-rule")}</Notice>;
  return (
    <Card className="grid gap-1">
      <p>
        <Sentence>
          {t("tax.rule", {
            ...{ free: formatRupiah(rule.personFree), ceiling: formatRupiah(rule.ceiling) },
            rate: formatPercent(locale, rule.rateBasisPoints),
          })}
        </Sentence>
      </p>
      <p className="text-sm text-quiet">
        {t("tax.rule.source", { source: rule.source ?? "", day: formatShortDay(locale, rule.fromDay) })}
      </p>
      <p className="font-semibold">{t("tax.no-advice")}</p>
    </Card>
  );
}

const TONES = {
  low: "good",
  "near-free": "warn",
  "over-free": "info",
  "near-ceiling": "warn",
  "over-ceiling": "bad",
} as const;

/** Where a year's turnover stands, in words as well as in colour. */
export function TaxLevelBadge({ level }: { level: TaxLevel }) {
  const { t } = useWords();
  return <Badge tone={TONES[level]}>{t(`tax.level.${level}`)}</Badge>;
}

type Month = { month: string; turnover: number; soFar: number; taxable: number; tax: number };

type TaxMonthsProps = {
  months: Month[];
  showsTax: boolean;
  /** The group's address; or where the lines stand that a member's turnover is made of. */
  opens: { slug: string } | { here: string };
};

/** A group's turnover opens to the ledger; a member's is her parts of joint prices, and opens to the lines that they are parts of. */
export function TaxMonths({ months, showsTax, opens }: TaxMonthsProps) {
  const { t, locale } = useWords();
  const first = months[0]?.month ?? "";
  const turnover = (amount: number, from: string, until: string) => ({
    amount,
    why:
      "slug" in opens
        ? whyAddress(opens.slug, amount, turnoverIn(from, until))
        : `${opens.here}${from === until ? `&month=${from}` : ""}#sold`,
  });
  const total = (of: (month: Month) => number): number => months.reduce((all, month) => all + of(month), 0);
  return (
    <Table
      caption={t("tax.months.caption")}
      rows={months}
      rowKey={(row) => row.month}
      columns={[
        {
          key: "month",
          label: t("months.month"),
          phone: "name",
          cell: (row) => formatMonthName(locale, Number(row.month.slice(5))),
        },
        {
          ...{ key: "turnover", label: t("tax.turnover"), numeric: true, phone: "figure" as const },
          cell: (row) => <Amount {...turnover(row.turnover, row.month, row.month)} />,
        },
        {
          key: "so-far",
          label: t("tax.so-far"),
          numeric: true,
          cell: (row) => <Amount {...turnover(row.soFar, first, row.month)} />,
        },
        ...(showsTax
          ? [
              {
                ...{ key: "taxable", label: t("tax.taxable"), numeric: true },
                cell: (row: Month) => <Amount amount={row.taxable} plain="here" />,
              },
              {
                key: "tax",
                label: t("tax.tax"),
                numeric: true,
                cell: (row: Month) => <Amount amount={row.tax} plain="here" />,
              },
            ]
          : []),
      ]}
      footer={[
        t("books.total"),
        <Amount
          key="turnover"
          {...turnover(
            total((month) => month.turnover),
            first,
            months.at(-1)?.month ?? "",
          )}
        />,
        "",
        ...(showsTax
          ? [
              <Amount key="taxable" plain="here" amount={total((month) => month.taxable)} />,
              <Amount key="tax" plain="here" amount={total((month) => month.tax)} />,
            ]
          : []),
      ]}
    />
  );
}

/** The years beside this one. */
export function TaxYears({ base, year, current }: { base: string; year: number; current: number }) {
  const link = "inline-flex min-h-11 items-center text-sea underline";
  return (
    <p className="flex flex-wrap justify-between gap-4 print:hidden">
      <Link className={link} to={`${base}?year=${year - 1}`}>
        ← {year - 1}
      </Link>
      {year < current ? (
        <Link className={link} to={`${base}?year=${year + 1}`}>
          {year + 1} →
        </Link>
      ) : null}
    </p>
  );
}
