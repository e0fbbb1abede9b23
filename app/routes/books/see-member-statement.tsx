import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { may, permit } from "#app/domain/permissions.ts";
import { isCooperative } from "#app/domain/savings.ts";
import { OWED, type Why, whyAddress } from "#app/domain/why.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Empty, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { Table } from "#app/ui/table.tsx";
import { markSharesSeen } from "#app/usecases/books/mark-shares-seen.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { lastMonths } from "#app/web/month.ts";
import { pageTitle } from "#app/web/title.ts";
import { findGroup } from "#db/read/groups.ts";
import { listMemberIncome } from "#db/read/income.ts";
import { listStatement } from "#db/read/member-statement.ts";
import { findMember } from "#db/read/shares.ts";
import { IncomePicture } from "./income-picture.tsx";
import { readOwnMoney, takeOwnMoneyStep } from "./own-money.server.ts";
import { OwnMoney } from "./own-money.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.statement.title");

/** What a page of the statement holds. */
const PAGE = 50;

export const loader = door(async ({ ctx, param, url }) => {
  const group = await findGroup(param("group"));
  const member = group ? await findMember({ groupId: group.id, memberId: param("member") }) : undefined;
  if (!group || !member) throw notFound();
  const asked = url.searchParams.get("before") ?? "";
  const before = /^[\w-]{1,64}$/.test(asked) ? asked : undefined;
  const { rows, owed, hasOlder } = await listStatement(ctx.actor, {
    ...{ groupId: group.id, memberId: member.id, limit: PAGE, before },
  });
  const isOwn = may(ctx.actor, "mark-shares-seen", { memberId: member.id });
  // A statement that can be read is shown, also when its reading cannot be written down.
  if (isOwn) await markSharesSeen(ctx, { memberId: member.id }).catch(() => undefined);
  return {
    ...(await readOwnMoney(ctx, { group, memberId: member.id })),
    group: { slug: group.slug, name: group.name },
    member: { id: member.id, name: member.name, number: member.number },
    ...{ rows, owed, hasOlder, isNewest: before === undefined },
    hasSavings: isCooperative(group.kind),
    income: await listMemberIncome(ctx.actor, { groupId: group.id, memberId: member.id, months: lastMonths(ctx.now) }),
    seesIncome: may(ctx.actor, "see-members-income", { groupId: group.id, isVotedOpen: group.opensIncome }),
    seesBooks: may(ctx.actor, "see-books", { groupId: group.id }),
    mayPayOut: may(ctx.actor, "pay-out", { groupId: group.id }),
  };
});

export const action = door(async (entered) => {
  const { ctx, param } = entered;
  const group = await findGroup(param("group"));
  const member = group ? await findMember({ groupId: group.id, memberId: param("member") }) : undefined;
  if (!group || !member) throw notFound();
  permit(ctx.actor, "see-member-statement", { groupId: group.id, memberId: member.id });
  const refusal = await takeOwnMoneyStep(entered, { groupId: group.id, memberId: member.id });
  return refusal ?? redirect(`/books/${group.slug}/members/${member.id}`, 303);
});

export default function SeeMemberStatement() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { group, member, rows, owed, hasSavings, seesBooks, mayPayOut } = page;
  const { t, locale } = useWords();
  const base = `/books/${group.slug}`;
  const opens = (amount: number, rest: Partial<Why>) => ({
    ...{ amount, why: whyAddress(group.slug, amount, { ...OWED, of: "member", member: member.id, ...rest }) },
  });
  return (
    <Page
      title={member.name}
      lead={t("books.statement.lead", { number: member.number, group: group.name })}
      back={seesBooks ? { to: base, label: t("books.title") } : { to: `/desk/${group.slug}`, label: t("nav.desk") }}
    >
      <Refusal state={state} />
      <Card>
        <p className="text-quiet">{owed < 0 ? t("books.statement.over") : t("books.statement.owed")}</p>
        <p className="text-2xl font-bold">
          <Amount amount={Math.abs(owed)} why={opens(Math.abs(owed), { isCredit: owed >= 0 }).why} />
        </p>
        {mayPayOut && owed > 0 ? (
          <p className="mt-3">
            <ButtonLink to={`${base}/pay-out?member=${member.id}`}>{t("books.pay-out")}</ButtonLink>
          </p>
        ) : null}
      </Card>
      <nav aria-label={t("register.title")} className="flex flex-wrap gap-3">
        {hasSavings ? (
          <ButtonLink to={`${base}/members/${member.id}/savings`} look="second">
            {t("savings.book.title")}
          </ButtonLink>
        ) : null}
        <ButtonLink to={`${base}/members/${member.id}/tax`} look="second">
          {t("tax.title")}
        </ButtonLink>
        {page.seesIncome ? (
          <ButtonLink to={`${base}/income`} look="second">
            {t("income.title")}
          </ButtonLink>
        ) : null}
      </nav>
      <OwnMoney page={page} base={base} state={state} />
      <IncomePicture slug={group.slug} memberId={member.id} income={page.income} />
      <h2 id="statement">{t("own-money.lines")}</h2>
      {rows.length === 0 ? (
        <Empty drawing="book" text={t("books.statement.none")} />
      ) : (
        <Table
          caption={t("books.statement.caption")}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "day", label: t("books.day"), phone: "plain", cell: (row) => formatShortDay(locale, row.at) },
            {
              key: "kind",
              label: t("books.kind"),
              phone: "name",
              cell: (row) => t(`entry.${row.kind}`),
            },
            {
              key: "what",
              label: t("books.what"),
              phone: "plain",
              cell: (row) =>
                row.lineId ? (
                  <Link
                    to={`${base}/lines/${row.lineId}`}
                    className="inline-flex min-h-11 items-center text-sea underline"
                  >
                    {row.what || t("books.line.split")}
                  </Link>
                ) : (
                  <span className="max-sm:hidden">–</span>
                ),
            },
            {
              key: "change",
              label: t("books.change"),
              numeric: true,
              phone: "figure",
              cell: (row) => (
                <Amount {...opens(row.change, { entry: row.entryId, ...(row.lineId && { line: row.lineId }) })} />
              ),
            },
            {
              key: "owed",
              label: t("books.after"),
              numeric: true,
              cell: (row) =>
                row.isLast ? (
                  <Amount {...opens(row.owed, { upto: row.entryId })} />
                ) : (
                  <Amount amount={row.owed} plain="here" />
                ),
            },
          ]}
        />
      )}
      <Pages />
    </Page>
  );
}

/** From the newest lines to the older ones, and back. */
function Pages() {
  const { group, member, rows, hasOlder, isNewest } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = `/books/${group.slug}/members/${member.id}`;
  const last = rows.at(-1);
  if (isNewest && !hasOlder) return null;
  return (
    <nav aria-label={t("pages.label")} className="flex flex-wrap gap-3">
      {isNewest ? null : (
        <ButtonLink to={`${here}#statement`} look="second">
          {t("books.statement.newest")}
        </ButtonLink>
      )}
      {hasOlder && last ? (
        <ButtonLink to={`${here}?before=${last.id}#statement`} look="second">
          {t("books.statement.older")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
