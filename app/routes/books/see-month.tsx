import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { monthNamed } from "#app/domain/period.ts";
import { CASH_BOX, FUND, HELD, OWED, type Why, whyAddress } from "#app/domain/why.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Badge, Card, Notice, Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { MonthClose } from "./month-close.tsx";
import { MonthLines } from "./month-lines.tsx";
import { type MonthPage, readMonthPage } from "./month-page.server.ts";
import { MonthSeals } from "./month-seals.tsx";
import { takeMonthStep } from "./month-steps.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "months.title");

async function openMonth(entered: Door) {
  const group = await openGroup(entered, "see-books");
  const month = monthNamed(entered.param("month"));
  if (!month || month.fromMs > entered.ctx.now.getTime()) throw notFound();
  return { group, month };
}

export const loader = door(async (entered) => readMonthPage(entered, await openMonth(entered)));

export const action = door(async (entered) => {
  const { group, month } = await openMonth(entered);
  const refusal = await takeMonthStep(entered, { groupId: group.id, month });
  return refusal ?? redirect(entered.url.pathname + entered.url.search, 303);
});

export default function SeeMonth() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const { group, month, totals, negatives } = page;
  const opens = (amount: number, why: Why) => ({
    amount,
    why: whyAddress(group.slug, amount, { ...why, until: month }),
  });
  return (
    <Page
      title={t("month.title", { month: formatMonth(locale, month) })}
      lead={group.name}
      trail={[
        { to: `/books/${group.slug}`, label: t("books.title") },
        { to: `/books/${group.slug}/months`, label: t("months.title") },
      ]}
    >
      <p>
        <Badge tone={page.state === "closed" ? "good" : "info"}>{t(`month.state.${page.state}`)}</Badge>
      </p>
      <Refusal state={state} />
      {page.isOver ? null : <Notice>{t("month.running")}</Notice>}
      <MonthLines page={page} state={state} />
      <Questions page={page} />
      <Section title={t("month.worth")}>
        <Card>
          <Facts
            facts={[
              { label: t("books.held"), value: <Amount {...opens(totals.held, HELD)} /> },
              { label: t("books.owed"), value: <Amount {...opens(totals.owed, OWED)} /> },
              {
                label: t("account.group-fund"),
                value: <Amount {...opens(totals.fund, { ...FUND, account: ["group-fund"] })} />,
              },
              {
                label: t("account.fixed-costs"),
                value: <Amount {...opens(totals.fixedCosts, { ...FUND, account: ["fixed-costs"] })} />,
              },
              // The box is counted before anybody reads here what should be in it.
              ...(page.reconciled
                ? [{ label: t("books.cash-box"), value: <Amount {...opens(totals.cashBox, CASH_BOX)} /> }]
                : []),
            ]}
          />
        </Card>
      </Section>
      {negatives.length > 0 ? (
        <Section title={t("month.negatives")}>
          <p>{t("month.negatives.note")}</p>
          <ul className="grid gap-2">
            {negatives.map((member) => (
              <li key={member.number}>
                {member.name}:{" "}
                <Amount {...opens(member.owed, { ...OWED, of: "member", member: member.id })} className="font-bold" />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <MonthClose page={page} state={state} />
      <MonthSeals seals={page.seals} />
    </Page>
  );
}

function Questions({ page: { questions, questionCount, group } }: { page: MonthPage }) {
  const { t } = useWords();
  return (
    <Section title={t("month.questions")}>
      {questions.length === 0 ? <p className="text-quiet">{t("month.questions.none")}</p> : null}
      {questionCount > questions.length ? <p>{t("month.questions.more", { count: questionCount })}</p> : null}
      {questions.map((question) => (
        <Card key={question.id}>
          <p className="font-semibold">{question.memberName}</p>
          <p className="whitespace-pre-line">{question.words}</p>
          <Link
            to={`/books/${group.slug}/lines/${question.lineId}#words`}
            className="inline-flex min-h-11 items-center text-sea underline"
          >
            {t("month.questions.answer")}
          </Link>
        </Card>
      ))}
    </Section>
  );
}
