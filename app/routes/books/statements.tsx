import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { FUND, whyAddress } from "#app/domain/why.ts";
import { reportWhy } from "#app/domain/why-of-statements.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PrintSheet, Signatures } from "#app/ui/print-sheet.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { door } from "#app/web/door.server.ts";
import { monthBeside } from "#app/web/month.ts";
import { openStatements } from "#app/web/statements.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "report.title");

export const loader = door(async (entered) => {
  const { groupId: _, ...shown } = await openStatements(entered);
  return shown;
});

export default function Statements() {
  const { slug, name, month, earlier, balance, income, notes } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  // The last note says what the group's own was before, what the month added, and what it is after it.
  const funds = [{ until: earlier }, { from: month, until: month }, { until: month }].map((time) => ({
    why: whyAddress(slug, null, { ...FUND, ...time }),
  }));
  return (
    <Page
      title={t("report.title")}
      lead={`${name}, ${formatMonth(locale, month)}`}
      back={{ to: `/books/${slug}`, label: t("books.title") }}
    >
      <p className="max-w-prose text-quiet">{t("report.lead")}</p>
      <PrintSheet label={t("report.print")} hint={t("cash.print.hint")}>
        <Section title={t("report.balance")}>
          <Report rows={balance} caption={t("report.balance.caption")} />
        </Section>
        <Section title={t("report.income")}>
          <Report rows={income} caption={t("report.income.caption")} />
        </Section>
        <Section title={t("report.notes")}>
          <ol className="grid list-decimal gap-1 ps-6">
            {notes.map((note, at) => (
              <li key={note}>
                <Sentence opens={at === notes.length - 1 ? funds : []}>{note}</Sentence>
              </li>
            ))}
          </ol>
        </Section>
        <Signatures />
      </PrintSheet>
      <Months />
    </Page>
  );
}

type ReportProps = { rows: ReturnType<typeof useLoaderData<typeof loader>>["balance"]; caption: string };

/** Two months beside each other: narrow enough for a phone as it is. */
function Report({ rows, caption }: ReportProps) {
  const { slug, month, earlier } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  // A sum of the lines above it is explained by them.
  const explained = ({ key, now, before, why }: ReportProps["rows"][number], at: number): Explained =>
    key === "stock" || key === "stock-kept"
      ? { why: `/books/${slug}/registers/stock` }
      : why === null
        ? { plain: "here" }
        : { why: whyAddress(slug, (at === 0 ? now : before) ?? 0, reportWhy(why, at === 0 ? month : earlier)) };
  return (
    <table className="w-full border-collapse text-sm sm:text-base">
      <caption className="mb-2 text-start text-sm text-quiet">{caption}</caption>
      <thead className="border-b-2 border-edge text-sm">
        <tr>
          <th scope="col" className="py-2 text-start">
            {t("report.what")}
          </th>
          {[month, earlier].map((each) => (
            <th key={each} scope="col" className="py-2 ps-2 text-end text-xs sm:text-sm">
              {formatMonth(locale, each)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.isStrong ? "border-b border-edge font-bold" : "border-b border-line"}>
            <th scope="row" className={`py-2 text-start ${row.isStrong ? "" : "font-normal"}`}>
              {row.label}
            </th>
            {[row.now, row.before].map((amount, at) => (
              <td key={at === 0 ? month : earlier} className="py-2 ps-2 text-end align-bottom text-xs sm:text-base">
                {amount === null ? null : <Amount amount={amount} {...explained(row, at)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const LINK = "inline-flex min-h-11 items-center text-sea underline";

function Months() {
  const { slug, month, isCurrent } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const base = `/books/${slug}/statements`;
  return (
    <p className="flex flex-wrap justify-between gap-4 print:hidden">
      <Link className={LINK} to={`${base}?month=${monthBeside(month, -1)}`}>
        ← {formatMonth(locale, monthBeside(month, -1))}
      </Link>
      <a className={LINK} href={`${base}.xlsx?month=${month}`} download>
        {t("report.xlsx")}
      </a>
      {isCurrent ? null : (
        <Link className={LINK} to={`${base}?month=${monthBeside(month, 1)}`}>
          {formatMonth(locale, monthBeside(month, 1))} →
        </Link>
      )}
    </p>
  );
}
