import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { door } from "#app/web/door.server.ts";
import { openOwnTax } from "#app/web/tax.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { openSold } from "#app/web/turnover-lines.server.ts";
import { TaxLevelBadge, TaxMonths, TaxRuleNote, TaxYears } from "./tax-parts.tsx";
import { TurnoverLines } from "./turnover-lines.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "tax.own");

export const loader = door(async (entered) => {
  const { group, member, year, current, rule, own } = await openOwnTax(entered);
  const sold = await openSold({ url: entered.url, groupId: group.id, memberId: member.id, year });
  return {
    group: { slug: group.slug, name: group.name },
    member: { id: member.id, number: member.number, name: member.name },
    ...{ year, current, rule, own, sold },
    seesBooks: may(entered.ctx.actor, "see-books", { groupId: group.id }),
  };
});

export default function MemberTax() {
  const { group, member, year, current, rule, own, sold, seesBooks } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/books/${group.slug}`;
  const here = `${base}/members/${member.id}/tax?year=${year}`;
  return (
    <Page
      title={t("tax.own")}
      lead={t("savings.book.lead", { number: member.number, name: member.name, group: group.name })}
      back={
        seesBooks
          ? { to: `${base}/tax?year=${year}`, label: t("tax.title") }
          : { to: `${base}/members/${member.id}`, label: t("books.statement.title") }
      }
    >
      <TaxRuleNote rule={rule} />
      <PrintSheet label={t("cash.print")} hint={t("cash.print.hint")}>
        <p className="flex flex-wrap items-center gap-3">
          <span>{t("tax.year", { year: String(year) })}</span>
          <Amount why={`${here}#sold`} amount={own.total} className="text-2xl font-bold" />
          <TaxLevelBadge level={own.level} />
        </p>
        <TaxMonths opens={{ here }} months={own.months} showsTax={rule !== null} />
        <p className="max-w-prose text-sm text-quiet">{t("tax.own.note")}</p>
      </PrintSheet>
      <TurnoverLines
        {...{ ...sold, slug: group.slug }}
        here={sold.month === null ? here : `${here}&month=${sold.month}`}
      />
      <TaxYears base={`${base}/members/${member.id}/tax`} year={year} current={current} />
    </Page>
  );
}
