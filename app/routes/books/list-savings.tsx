import { json } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { sum } from "#app/domain/money.ts";
import { may } from "#app/domain/permissions.ts";
import { SAVING_KINDS, termsIn } from "#app/domain/savings.ts";
import { CAPITAL, savedAs, whyAddress } from "#app/domain/why.ts";
import { formatMonth, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Notice, Page, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import { remindSavers } from "#app/usecases/books/remind-savers.ts";
import { door } from "#app/web/door.server.ts";
import { refusedBy } from "#app/web/form.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listWithdrawalRequests } from "#db/read/fund-payments.ts";
import { listSavers, listTerms } from "#db/read/savings.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "savings.title");

export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "see-books");
  const { actor, now } = entered.ctx;
  const [savers, terms] = await Promise.all([listSavers(actor, { groupId: group.id, now }), listTerms(group.id)]);
  const inForce = termsIn(terms, dayInWib(now.getTime()).slice(0, 7));
  const seen = savers.map(({ personId: _, ...saver }) => saver);
  const kindTotal = (kind: (typeof SAVING_KINDS)[number]) => sum(savers.map(({ saved }) => saved[kind]));
  return {
    group: { slug: group.slug, name: group.name },
    terms: inForce && {
      ...{ pokok: inForce.pokok, wajib: inForce.wajib, dueDay: inForce.dueDay, fromMonth: inForce.fromMonth },
    },
    totals: SAVING_KINDS.map((kind) => ({ kind, amount: kindTotal(kind) })),
    present: seen.filter((saver) => saver.left === null),
    left: seen.filter((saver) => saver.left !== null && saver.total > 0),
    asked: await listWithdrawalRequests(group.id),
    mayRecord: may(actor, "record-savings", { groupId: group.id }),
    maySetTerms: may(actor, "set-savings-terms", { groupId: group.id }),
    mayRemind: may(actor, "remind-savers", { groupId: group.id }),
  };
});

export const action = door(async (entered) => {
  const group = await openCooperative(entered, "remind-savers");
  const answer = await remindSavers(entered.ctx, { groupId: group.id });
  return answer.ok ? json({ errors: {}, values: {}, reminded: answer.reminded }) : refusedBy(answer, {});
});

export default function ListSavings() {
  const { group, totals, left, mayRecord } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const base = `/books/${group.slug}`;
  return (
    <Page title={t("savings.title")} lead={group.name} back={{ to: base, label: t("books.title") }}>
      {answer && "reminded" in answer ? (
        <div role="status">
          <Notice tone="good">{t("savings.reminded", { count: answer.reminded })}</Notice>
        </div>
      ) : null}
      <dl className="grid gap-3 sm:grid-cols-3">
        {totals.map(({ kind, amount }) => (
          <Card key={kind}>
            <dt className="text-sm font-semibold text-quiet">{t(`savings.${kind}`)}</dt>
            <dd className="text-lg font-bold sm:text-xl">
              <Amount amount={amount} why={whyAddress(group.slug, amount, savedAs(kind))} />
            </dd>
            <dd className="text-sm text-quiet">{t(`savings.${kind}.note`)}</dd>
          </Card>
        ))}
      </dl>
      <nav aria-label={t("savings.title")} className="flex flex-wrap gap-3">
        {mayRecord ? <ButtonLink to={`${base}/savings/record`}>{t("savings.record")}</ButtonLink> : null}
        <ButtonLink to={`${base}/registers/savings`} look="second">
          {t("savings.book.print")}
        </ButtonLink>
      </nav>
      <Asked />
      <Terms />
      <Savers />
      {left.length > 0 ? <Left /> : null}
    </Page>
  );
}

function Asked() {
  const { group, asked } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (asked.length === 0) return null;
  return (
    <Section title={t("withdrawal.asked")} id="asked">
      <ul className="grid gap-3">
        {asked.map((each) => (
          <li key={each.id}>
            <Card>
              <Link to={`/books/${group.slug}/members/${each.memberId}/savings#withdrawal`} className={LINK}>
                {each.name}
              </Link>{" "}
              <Amount amount={each.amount} className="font-bold" plain="not-yet" />, {t(`savings.way.${each.way}`)}.{" "}
              {each.words}
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Terms() {
  const { group, terms, maySetTerms } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("savings.terms")}>
      <Card className="grid gap-3">
        {terms ? (
          <p>
            <Sentence>
              {t("savings.terms.are", {
                ...{ pokok: formatRupiah(terms.pokok), wajib: formatRupiah(terms.wajib), day: terms.dueDay },
                month: formatMonth(locale, terms.fromMonth),
              })}
            </Sentence>
          </p>
        ) : (
          <p>{t("savings.terms.none")}</p>
        )}
        {maySetTerms ? (
          <p>
            <ButtonLink to={`/books/${group.slug}/savings/terms`} look="second">
              {t("savings.terms.set")}
            </ButtonLink>
          </p>
        ) : null}
      </Card>
    </Section>
  );
}

const LINK = "inline-flex min-h-11 items-center text-sea underline";

function Savers() {
  const { group, present, mayRemind } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const behind = present.filter((saver) => saver.standing.behind > 0).length;
  if (present.length === 0) return <Empty drawing="book" text={t("savings.none")} />;
  return (
    <Section title={t("savings.members")}>
      <Table
        caption={t("savings.members.caption")}
        rows={present}
        rowKey={(saver) => saver.id}
        columns={[
          { key: "number", label: t("books.number"), phone: "lead", cell: (saver) => saver.number },
          {
            key: "name",
            label: t("books.member"),
            phone: "name",
            cell: (saver) => (
              <Link to={`/books/${group.slug}/members/${saver.id}/savings`} className={LINK}>
                {saver.name}
              </Link>
            ),
          },
          ...SAVING_KINDS.map((kind) => ({
            key: kind,
            label: t(`savings.${kind}`),
            numeric: true,
            cell: (saver: (typeof present)[number]) => (
              <Amount
                amount={saver.saved[kind]}
                why={whyAddress(group.slug, saver.saved[kind], { ...savedAs(kind), of: "member", member: saver.id })}
              />
            ),
          })),
          {
            key: "total",
            label: t("books.total"),
            numeric: true,
            phone: "figure",
            cell: (saver) => (
              <Amount
                amount={saver.total}
                why={whyAddress(group.slug, saver.total, { ...CAPITAL, of: "member", member: saver.id })}
              />
            ),
          },
          {
            key: "standing",
            label: t("savings.standing"),
            phone: "plain",
            cell: (saver) =>
              saver.standing.behind > 0 ? (
                <Sentence>{t("savings.standing.open", { amount: formatRupiah(saver.standing.behind) })}</Sentence>
              ) : (
                t("savings.standing.complete")
              ),
          },
        ]}
      />
      {behind > 0 && mayRemind ? (
        <Card>
          <FormFrame>
            <p>{t("savings.remind.hint", { count: behind })}</p>
            <Button look="second">{t("savings.remind")}</Button>
          </FormFrame>
        </Card>
      ) : null}
    </Section>
  );
}

/** Who left, and whose capital waits to be given back. */
function Left() {
  const { group, left, mayRecord } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Section title={t("savings.left")}>
      <p className="max-w-prose text-quiet">{t("savings.left.hint")}</p>
      <ul className="grid gap-3">
        {left.map((saver) => (
          <li key={saver.id}>
            <Card className="flex flex-wrap items-center justify-between gap-3">
              <p>
                <Link to={`/books/${group.slug}/members/${saver.id}/savings`} className={LINK}>
                  {saver.number}. {saver.name}
                </Link>
                <span className="block font-bold">
                  <Amount
                    amount={saver.total}
                    why={whyAddress(group.slug, saver.total, { ...CAPITAL, of: "member", member: saver.id })}
                  />
                </span>
              </p>
              {mayRecord ? (
                <ButtonLink to={`/books/${group.slug}/savings/record?member=${saver.id}&purpose=leaving`}>
                  {t("savings.purpose.leaving")}
                </ButtonLink>
              ) : null}
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
