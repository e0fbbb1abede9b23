import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { SHARE_PARTIES } from "#app/domain/sale-split.ts";
import { isCooperative } from "#app/domain/savings.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Figure } from "#app/ui/figure.tsx";
import { Money } from "#app/ui/money.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { SplitPicture, toneOf } from "#app/ui/split-picture.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { monthBeside, monthNamed, monthOf } from "#app/web/month.ts";
import { pageTitle } from "#app/web/title.ts";
import { getGroupMoney, listMemberBalances, listSaleLines, sumDelivered } from "#db/read/books.ts";
import { listWriteOffsToBear } from "#db/read/cash-write-offs.ts";
import { hasStripeAccount } from "#db/read/stripe-accounts.ts";
import { OpenBooks } from "./open-books.tsx";
import { SaleLines } from "./sale-lines.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.title");

export const loader = door(async (entered) => {
  const { ctx, url } = entered;
  const group = await openGroup(entered, "see-books");
  const current = monthOf(ctx.now);
  const month = monthNamed(url.searchParams.get("month")) ?? current;
  const [money, members, delivered, lines] = await Promise.all([
    getGroupMoney(ctx.actor, group.id),
    listMemberBalances(ctx.actor, group.id),
    sumDelivered(ctx.actor, { groupId: group.id, from: month.from, until: month.until }),
    listSaleLines(ctx.actor, { groupId: group.id, limit: 10, offset: 0 }),
  ]);
  return {
    group: { slug: group.slug, name: group.name },
    money,
    members,
    delivered,
    lines,
    month: month.name,
    isCurrent: month.name === current.name,
    mayPayOut: may(ctx.actor, "pay-out", { groupId: group.id }),
    mayDrawCash: may(ctx.actor, "draw-cash", { groupId: group.id }),
    hasOwnAccount: await hasStripeAccount(ctx.payments.stripe?.accounts !== undefined, group.id),
    hasSavings: isCooperative(group.kind),
    isPublished: group.publishesTotals,
    writeOffs: may(ctx.actor, "decide-cash-write-off", { groupId: group.id })
      ? (await listWriteOffsToBear(ctx.actor, group.id)).length
      : 0,
    mayPublish: may(ctx.actor, "publish-totals", { groupId: group.id }),
  };
});

export default function SeeBooks() {
  const {
    group,
    money,
    members,
    lines,
    mayPayOut,
    mayDrawCash,
    hasOwnAccount,
    hasSavings,
    isPublished,
    mayPublish,
    writeOffs,
  } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/books/${group.slug}`;
  return (
    <Page title={t("books.title")} lead={group.name} back={{ to: `/desk/${group.slug}`, label: t("nav.desk") }}>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Figure label={t("books.held")} note={t("books.held.note")} amount={money.held} />
        <Figure label={t("books.owed")} note={t("books.owed.note")} amount={money.owed} />
        <Figure label={t("books.fund")} note={t("books.fund.note")} amount={money.fund + money.fixedCosts} />
        <Figure label={t("books.cash-box")} note={t("books.cash-box.note")} amount={money.cashBox} />
        {money.ownAccount > 0 ? (
          <Figure
            label={t("account.own-account")}
            note={t("stripe-account.money.there-note")}
            amount={money.ownAccount}
          />
        ) : null}
        {money.debt > 0 ? (
          <Figure label={t("account.debt-to-network")} note={t("stripe-account.money.debt-note")} amount={money.debt} />
        ) : null}
      </dl>
      <nav aria-label={t("books.title")} className="flex flex-wrap gap-3">
        {mayPayOut ? <ButtonLink to={`${base}/pay-out`}>{t("books.pay-out")}</ButtonLink> : null}
        {writeOffs > 0 ? <ButtonLink to={`${base}/cash-write-offs`}>{t("cash-off.title")}</ButtonLink> : null}
        <ButtonLink to={`${base}/payouts`} look="second">
          {t("payouts.title")}
        </ButtonLink>
        {mayDrawCash ? (
          <ButtonLink to={`${base}/draw-cash`} look="second">
            {t("books.draw-cash")}
          </ButtonLink>
        ) : null}
        <ButtonLink to={`${base}/cash`} look="second">
          {t("cash.title")}
        </ButtonLink>
        <ButtonLink to={`${base}/statements`} look="second">
          {t("report.title")}
        </ButtonLink>
        {hasSavings ? (
          <>
            <ButtonLink to={`${base}/savings`} look="second">
              {t("savings.title")}
            </ButtonLink>
            <ButtonLink to={`${base}/surplus`} look="second">
              {t("surplus.title")}
            </ButtonLink>
          </>
        ) : null}
        <ButtonLink to={`${base}/registers`} look="second">
          {t("register.title")}
        </ButtonLink>
        <ButtonLink to={`${base}/tax`} look="second">
          {t("tax.title")}
        </ButtonLink>
        <ButtonLink to={`${base}/shipping`} look="second">
          {t("ship-numbers.title")}
        </ButtonLink>
        <ButtonLink to={`${base}/split-rules`} look="second">
          {t("books.rules")}
        </ButtonLink>
        <ButtonLink to={`${base}/months`} look="second">
          {t("months.title")}
        </ButtonLink>
        <ButtonLink to={`${base}/journal`} look="second">
          {t("books.journal")}
        </ButtonLink>
        <ButtonLink to={`${base}/check`} look="second">
          {t("audit.title")}
        </ButtonLink>
        <ButtonLink to={`${base}/documents`} look="second">
          {t("document.title")}
        </ButtonLink>
        {hasOwnAccount ? (
          <ButtonLink to={`${base}/stripe-account`} look="second">
            {t("stripe-account.title")}
          </ButtonLink>
        ) : null}
      </nav>
      <Month />
      <Section title={t("books.members")}>
        <Table
          caption={t("books.members.caption")}
          rows={members}
          rowKey={(member) => member.id}
          columns={[
            { key: "number", label: t("books.number"), phone: "lead", cell: (member) => member.number },
            {
              key: "name",
              label: t("books.member"),
              phone: "name",
              cell: (member) => (
                <Link
                  to={`${base}/members/${member.id}`}
                  className="inline-flex min-h-11 items-center text-sea underline"
                >
                  {member.name}
                </Link>
              ),
            },
            { key: "owed", label: t("books.owed"), numeric: true, cell: (member) => <Money amount={member.owed} /> },
          ]}
          footer={["", t("books.total"), <Money key="total" amount={money.owed} />]}
        />
      </Section>
      <Section title={t("books.lines")}>
        {lines.length === 0 ? (
          <Empty drawing="book" text={t("books.lines.none")} />
        ) : (
          <SaleLines lines={lines} base={base} />
        )}
        {lines.length === 10 ? <Link to={`${base}/lines`}>{t("books.lines.all")}</Link> : null}
      </Section>
      <OpenBooks slug={group.slug} isPublished={isPublished} mayPublish={mayPublish} />
    </Page>
  );
}

/** What was delivered in one month, and where each rupiah of it went. */
function Month() {
  const { delivered, month, isCurrent, group } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const parts = SHARE_PARTIES.map((party) => ({
    party,
    amount: delivered.find((each) => each.party === party)?.amount ?? 0,
  })).filter((each) => each.amount > 0);
  return (
    <Section title={t("books.month", { month: formatMonth(locale, month) })}>
      {parts.length === 0 ? (
        <Empty drawing="book" text={t("books.month.none")} />
      ) : (
        <Card>
          <SplitPicture
            parts={parts
              .toReversed()
              .map(({ party, amount }) => ({ key: party, label: t(`party.${party}`), amount, tone: toneOf(party) }))}
            total={parts.reduce((all, each) => all + each.amount, 0)}
            totalLabel={t("books.month.total")}
          />
        </Card>
      )}
      <p className="flex flex-wrap justify-between gap-4">
        <Link
          className="inline-flex min-h-11 items-center text-sea underline"
          to={`/books/${group.slug}?month=${monthBeside(month, -1)}`}
        >
          ← {formatMonth(locale, monthBeside(month, -1))}
        </Link>
        {isCurrent ? null : (
          <Link
            className="inline-flex min-h-11 items-center text-sea underline"
            to={`/books/${group.slug}?month=${monthBeside(month, 1)}`}
          >
            {formatMonth(locale, monthBeside(month, 1))} →
          </Link>
        )}
      </p>
    </Section>
  );
}
