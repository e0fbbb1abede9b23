import { formatPercent, formatRupiah, listOf } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Notice, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import type { SettlementShown } from "./settlement-page.server.ts";

type Shown = Pick<SettlementShown, "rule" | "rules" | "why" | "subgroup"> & {
  lines: { id: string; orderNumber: string; buyerName: string; alone: number }[];
};

/** Why the shares are what they are, in a sentence. */
export function RuleReason({ rule, why }: Pick<Shown, "rule" | "why">) {
  const { t, locale } = useWords();
  if (why.rate === null) return <p className="font-semibold">{t("settlement.why.at-quote")}</p>;
  const percent = formatPercent(locale, why.rate);
  return (
    <p className="font-semibold">
      {t(`settlement.why.${rule}`, { percent })}
      {why.atQuote > 0 ? ` ${t("settlement.why.some-at-quote", { count: why.atQuote })}` : null}
    </p>
  );
}

/** Each buyer under each rule, side by side. Only the run's own rule is booked. */
export function RuleTable({ lines, rule, rules }: Shown) {
  const { t } = useWords();
  const buyers = [...new Set(lines.map((line) => line.orderNumber))].map((number) => {
    const own = lines.filter((line) => line.orderNumber === number);
    return {
      number,
      name: own[0]?.buyerName ?? "",
      alone: own.reduce((all, line) => all + line.alone, 0),
      shares: rules.map(({ shares }) => own.reduce((all, line) => all + (shares[line.id] ?? 0), 0)),
    };
  });
  return (
    <Section title={t("settlement.rules")}>
      <p>{t("settlement.rules.lead", { rule: t(`share-rule.${rule}`) })}</p>
      <Table
        caption={t("settlement.rules.table")}
        rows={buyers}
        rowKey={(row) => row.number}
        columns={[
          { key: "name", label: t("settlement.who"), cell: (row) => `${row.name} · ${row.number}` },
          {
            key: "alone",
            label: t("settlement.alone"),
            numeric: true,
            cell: (row) => <Amount plain="here" amount={row.alone} />,
          },
          ...rules.map((each, at) => ({
            key: each.rule,
            label:
              each.rule === rule
                ? t("settlement.rules.used", { rule: t(`share-rule.${each.rule}`) })
                : t(`share-rule.${each.rule}`),
            numeric: true,
            // On a phone the share that was booked is the figure, not one that is there to compare.
            ...(each.rule === rule && { phone: "figure" as const }),
            cell: (row: (typeof buyers)[number]) => (
              <Amount
                plain="here"
                amount={row.shares[at] ?? 0}
                {...(each.rule === rule && { className: "font-bold" })}
              />
            ),
          })),
        ]}
      />
      {rules.some((each) => each.isSampled) ? (
        <p className="text-sm text-quiet">{t("settlement.rules.sampled")}</p>
      ) : null}
    </Section>
  );
}

/** Whether some of them would have paid less by themselves, and how far that was looked for. */
export function SubgroupNote({ subgroup }: Pick<Shown, "subgroup">) {
  const { t, locale } = useWords();
  const { better, looked, isUnavoidable } = subgroup;
  return (
    <Section title={t("settlement.subgroup")}>
      {better ? (
        <Notice>
          <p>
            <Sentence>
              {t("settlement.subgroup.cheaper", {
                names: listOf(locale, better.names),
                apart: formatRupiah(better.apart),
                pays: formatRupiah(better.pays),
              })}
            </Sentence>
          </p>
          {isUnavoidable === null ? null : (
            <p>{t(isUnavoidable ? "settlement.subgroup.unavoidable" : "settlement.subgroup.avoidable")}</p>
          )}
        </Notice>
      ) : (
        <p>{t("settlement.subgroup.none")}</p>
      )}
      <p className="text-sm text-quiet">{t(`settlement.subgroup.looked.${looked}`)}</p>
    </Section>
  );
}
