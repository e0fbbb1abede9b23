import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { PrepareBatchForm } from "#app/domain/payout-forms.ts";
import { may } from "#app/domain/permissions.ts";
import { formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import { prepareBatch } from "#app/usecases/books/prepare-batch.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listPayables } from "#db/read/payables.ts";
import { listBatches } from "#db/read/payouts.ts";
import { PrepareBatch } from "./prepare-batch.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "payouts.title");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const { ctx } = entered;
  const [batches, members] = await Promise.all([
    listBatches(ctx.actor, { groupId: group.id, limit: 50 }),
    listPayables({ groupId: group.id, today: dayInWib(ctx.now.getTime()) }),
  ]);
  const asked = members.filter((member) => member.asked !== null);
  return {
    group: { slug: group.slug, name: group.name },
    batches,
    free: members.reduce((all, member) => all + Math.max(0, member.free), 0),
    count: members.filter((member) => member.free > 0).length,
    asked: asked.map((member) => ({
      ...{ id: member.id, name: member.name, words: member.words, askedAt: member.askedAt },
      amount: member.asked === "all" ? Math.max(0, member.free) : (member.asked ?? 0),
      isUnderWay: member.free <= 0 && member.underWay > 0,
    })),
    formKey: ctx.secrets.token(),
    mayPrepare: may(ctx.actor, "prepare-batch", { groupId: group.id }),
    maySetRules: may(ctx.actor, "set-payout-rules", { groupId: group.id }),
    approval: group.payoutApproval,
    advanceLimit: group.advanceLimit,
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "prepare-batch");
  const form = await readForm(entered.request, PrepareBatchForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await prepareBatch(entered.ctx, { ...form.value, groupId: group.id });
  return answer.ok ? redirect(`/books/${group.slug}/payouts/${answer.batchId}`, 303) : refusedBy(answer, form.values);
});

export default function Payouts() {
  const { group, asked, free, count, formKey, mayPrepare, maySetRules } = useLoaderData<typeof loader>();
  const { approval, advanceLimit } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const base = `/books/${group.slug}`;
  return (
    <Page title={t("payouts.title")} lead={group.name} back={{ to: base, label: t("books.title") }}>
      <p>
        <Sentence>{t("payouts.free", { count, amount: formatRupiah(free) })}</Sentence>
      </p>
      {mayPrepare ? (
        <p className="flex flex-wrap gap-3">
          <ButtonLink to={`${base}/advance`} look="second">
            {t("advance.title")}
          </ButtonLink>
          <ButtonLink to={`${base}/pay-out`} look="second">
            {t("payouts.one")}
          </ButtonLink>
        </p>
      ) : null}
      {asked.length > 0 ? <Asked /> : null}
      {mayPrepare ? (
        <PrepareBatch state={state} formKey={formKey} hasAsked={asked.some((row) => !row.isUnderWay)} />
      ) : null}
      <Batches />
      <Section title={t("payouts.rules")}>
        <Card>
          <p>{t(`payouts.approval.${approval}`)}</p>
          <p>
            <Sentence>
              {advanceLimit > 0
                ? t("payouts.advance-limit.is", { amount: formatRupiah(advanceLimit) })
                : t("payouts.advance-limit.none")}
            </Sentence>
          </p>
          {maySetRules ? (
            <Link to={`${base}/payout-rules`} className="inline-flex min-h-11 items-center text-sea underline">
              {t("payouts.rules.change")}
            </Link>
          ) : null}
        </Card>
      </Section>
    </Page>
  );
}

/** Who asked for the own money, and what for. */
function Asked() {
  const { group, asked } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("payouts.asked")}>
      <Table
        caption={t("payouts.asked.caption")}
        rows={asked}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            label: t("books.member"),
            cell: (row) => (
              <Link
                to={`/books/${group.slug}/members/${row.id}`}
                className="inline-flex min-h-11 items-center text-sea underline"
              >
                {row.name}
              </Link>
            ),
          },
          {
            key: "day",
            label: t("books.day"),
            phone: "plain",
            cell: (row) => (row.askedAt ? formatShortDay(locale, row.askedAt) : ""),
          },
          { key: "words", label: t("payouts.asked.words"), phone: "plain", cell: (row) => row.words },
          {
            key: "amount",
            label: t("books.amount"),
            numeric: true,
            cell: (row) =>
              row.isUnderWay ? (
                <Badge tone="info">{t("own-money.under-way")}</Badge>
              ) : (
                <Amount amount={row.amount} plain="not-yet" />
              ),
          },
        ]}
      />
    </Section>
  );
}

function Batches() {
  const { group, batches } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("payouts.batches")}>
      {batches.length === 0 ? (
        <Empty drawing="book" text={t("payouts.none")} />
      ) : (
        <Table
          caption={t("payouts.batches.caption")}
          rows={batches}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "number",
              label: t("payouts.batch"),
              phone: "name",
              cell: (row) => (
                <Link
                  to={`/books/${group.slug}/payouts/${row.id}`}
                  className="inline-flex min-h-11 items-center text-sea underline"
                >
                  {t("payouts.batch.number", { number: row.number })}
                </Link>
              ),
            },
            {
              key: "day",
              label: t("books.day"),
              phone: "plain",
              cell: (row) => `${formatShortDay(locale, row.preparedAt)}, ${row.preparedBy}`,
            },
            {
              key: "state",
              label: t("months.state"),
              phone: "plain",
              cell: (row) => (
                <span className="inline-flex flex-wrap gap-1">
                  <Badge tone={row.state === "approved" && row.waiting === 0 ? "good" : "info"}>
                    {row.state === "approved" && row.waiting === 0
                      ? t("payouts.done")
                      : t(`payouts.state.${row.state}`)}
                  </Badge>
                  {row.failed > 0 ? <Badge tone="warn">{t("payouts.failed", { count: row.failed })}</Badge> : null}
                </span>
              ),
            },
            {
              key: "amount",
              label: t("books.amount"),
              numeric: true,
              cell: (row) => <Amount amount={row.amount} why={`/books/${group.slug}/payouts/${row.id}`} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
