import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { ACCOUNT_OF_PARTY, SHARE_PARTIES } from "#app/domain/sale-split.ts";
import { isCooperative } from "#app/domain/savings.ts";
import { arrivedIn, CASH_BOX, DEBT, FUND, HELD, OWED, OWN_ACCOUNT, type Why, whyAddress } from "#app/domain/why.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Figure } from "#app/ui/figure.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { SplitPicture, toneOf } from "#app/ui/split-picture.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { monthBeside, monthNamed, monthOf } from "#app/web/month.ts";
import { pageTitle } from "#app/web/title.ts";
import { getGroupMoney, listMemberBalances, listSaleLines, sumDelivered } from "#db/read/books.ts";
import { listWriteOffsToBear } from "#db/read/cash-write-offs.ts";
import { listTopGoods } from "#db/read/income.ts";
import { hasStripeAccount } from "#db/read/stripe-accounts.ts";
import { sumWhy } from "#db/read/why.ts";
import { MoneyPictures, paidIn } from "./money-pictures.tsx";
import { OpenBooks } from "./open-books.tsx";
import { SaleLines } from "./sale-lines.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.title");

export const loader = door(async (entered) => {
  const { ctx, url } = entered;
  const group = await openGroup(entered, "see-books");
  const current = monthOf(ctx.now);
  const month = monthNamed(url.searchParams.get("month")) ?? current;
  const [money, members, delivered, lines, goods, paid] = await Promise.all([
    getGroupMoney(ctx.actor, group.id),
    listMemberBalances(ctx.actor, group.id),
    sumDelivered(ctx.actor, { groupId: group.id, from: month.from, until: month.until }),
    listSaleLines(ctx.actor, { groupId: group.id, limit: 10, offset: 0 }),
    listTopGoods(ctx.actor, { groupId: group.id, from: month.from, until: month.until, limit: 6 }),
    sumWhy(ctx.actor, { book: group.id, why: paidIn(month.name) }),
  ]);
  return {
    group: { slug: group.slug, name: group.name },
    money,
    members,
    ...{ delivered, lines, goods, paid: paid.sum },
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
  const page = useLoaderData<typeof loader>();
  const { group, money, members, lines, mayPayOut, mayDrawCash, hasOwnAccount, hasSavings } = page;
  const { isPublished, mayPublish, writeOffs } = page;
  const { t } = useWords();
  const base = `/books/${group.slug}`;
  const opens = (amount: number, why: Why) => ({ amount, why: whyAddress(group.slug, amount, why) });
  return (
    <Page title={t("books.title")} lead={group.name} back={{ to: `/desk/${group.slug}`, label: t("nav.desk") }}>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Figure label={t("books.held")} note={t("books.held.note")} {...opens(money.held, HELD)} />
        <Figure label={t("books.owed")} note={t("books.owed.note")} {...opens(money.owed, OWED)} />
        <Figure label={t("books.fund")} note={t("books.fund.note")} {...opens(money.fund + money.fixedCosts, FUND)} />
        <Figure label={t("books.cash-box")} note={t("books.cash-box.note")} {...opens(money.cashBox, CASH_BOX)} />
        {money.ownAccount > 0 ? (
          <Figure
            label={t("account.own-account")}
            note={t("stripe-account.money.there-note")}
            {...opens(money.ownAccount, OWN_ACCOUNT)}
          />
        ) : null}
        {money.debt > 0 ? (
          <Figure
            label={t("account.debt-to-network")}
            note={t("stripe-account.money.debt-note")}
            {...opens(money.debt, DEBT)}
          />
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
        <ButtonLink to={`${base}/income`} look="second">
          {t("income.title")}
        </ButtonLink>
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
      <MoneyPictures slug={group.slug} month={page.month} money={money} paid={page.paid} goods={page.goods} />
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
            {
              key: "owed",
              label: t("books.owed"),
              numeric: true,
              cell: (member) => <Amount {...opens(member.owed, { ...OWED, of: "member", member: member.id })} />,
            },
          ]}
          footer={["", t("books.total"), <Amount key="total" {...opens(money.owed, OWED)} />]}
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
  const total = parts.reduce((all, each) => all + each.amount, 0);
  return (
    <Section title={t("books.month", { month: formatMonth(locale, month) })}>
      {parts.length === 0 ? (
        <Empty drawing="book" text={t("books.month.none")} />
      ) : (
        <Card>
          <SplitPicture
            parts={parts.toReversed().map(({ party, amount }) => ({
              ...{ key: party, label: t(`party.${party}`), amount, tone: toneOf(party) },
              why: whyAddress(group.slug, amount, {
                ...arrivedIn(month),
                account: [ACCOUNT_OF_PARTY[party]],
                isCredit: true,
              }),
            }))}
            total={total}
            totalWhy={whyAddress(group.slug, total, { ...arrivedIn(month), account: ["deposits-held"] })}
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
