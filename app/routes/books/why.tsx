import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { entryReference, NETWORK_BOOK } from "#app/domain/ledger.ts";
import { may } from "#app/domain/permissions.ts";
import { readWhy, whyAddress } from "#app/domain/why.ts";
import { formatMoment, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Card, Empty, Notice, Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { openBook } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findGroup } from "#db/read/groups.ts";
import { findMember } from "#db/read/shares.ts";
import { listWhy, permitWhy, sumWhy, sumWhyByKind } from "#db/read/why.ts";
import { CauseLink } from "./entry-cause.tsx";
import { WhyAsked } from "./why-asked.tsx";

const PAGE = 50;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "why.title");

/** The book that is asked; a member comes in for her own accounts, who has no other business in the books. */
async function openWhy(entered: Door) {
  const { ctx, param, url } = entered;
  const asked = readWhy(url.searchParams);
  if (!asked) throw notFound();
  const { why, said } = asked;
  if (why.of !== "member" || why.member === undefined) return { ...(await openBook(entered)), why, said, member: null };
  const group = await findGroup(param("group"));
  const member = group && (await findMember({ groupId: group.id, memberId: why.member }));
  if (!group || !member) throw notFound();
  permitWhy(ctx.actor, { book: group.id, why });
  return { book: group.id, slug: group.slug, group, why, said, member };
}

export const loader = door(async (entered) => {
  const { book, slug, group, why, said, member } = await openWhy(entered);
  const { actor } = entered.ctx;
  const text = entered.url.searchParams.get("page") ?? "1";
  const page = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
  const asked = { book, why };
  const [all, kinds, rows] = await Promise.all([
    sumWhy(actor, asked),
    sumWhyByKind(actor, asked),
    listWhy(actor, { ...asked, limit: PAGE + 1, offset: (page - 1) * PAGE }),
  ]);
  return {
    ...{ slug, name: group?.name ?? null, why, said, all, page, hasMore: rows.length > PAGE },
    memberName: member?.name ?? null,
    kinds: kinds.length > 1 ? kinds : [],
    rows: rows.slice(0, PAGE).map(({ book: of, sequence, ...row }) => ({
      ...row,
      ...{ sequence, reference: entryReference({ book: of, sequence }, book) },
    })),
    seesBooks: book === NETWORK_BOOK || may(actor, "see-books", { groupId: book }),
  };
});

export default function WhyPage() {
  const { slug, name, why, said, all, kinds, memberName, seesBooks } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const above = seesBooks
    ? { to: name === null ? "/operate" : `/books/${slug}`, label: t(name === null ? "operate.title" : "books.title") }
    : { to: `/books/${slug}/members/${why.member ?? ""}`, label: t("books.statement.title") };
  return (
    <Page title={t("why.title")} lead={t("why.lead")} back={above}>
      <Card>
        <p className="text-2xl font-bold">
          <Amount amount={all.sum} plain="here" />
        </p>
        <p className="text-quiet">{t("why.count", { count: all.postings })}</p>
        <WhyAsked why={why} memberName={memberName} />
      </Card>
      {said === all.sum ? <Notice tone="good">{t("why.same")}</Notice> : null}
      {said !== null && said !== all.sum ? (
        <Notice tone="warn">
          <Sentence>{t("why.differs", { said: formatRupiah(said) })}</Sentence>
        </Notice>
      ) : null}
      {kinds.length > 0 ? (
        <Section title={t("why.by-kind")}>
          <Table
            caption={t("why.by-kind.caption")}
            rows={kinds}
            rowKey={(row) => row.kind}
            columns={[
              { key: "kind", label: t("books.kind"), cell: (row) => t(`entry.${row.kind}`) },
              { key: "postings", label: t("why.postings"), numeric: true, phone: "plain", cell: (row) => row.postings },
              {
                key: "sum",
                label: t("books.amount"),
                numeric: true,
                cell: (row) => (
                  <Amount amount={row.sum} why={whyAddress(slug, row.sum, { ...why, kind: [row.kind] })} />
                ),
              },
            ]}
            footer={[t("books.total"), all.postings, <Amount key="sum" amount={all.sum} plain="here" />]}
          />
        </Section>
      ) : null}
      <Postings />
    </Page>
  );
}

function Postings() {
  const { slug, why, said, all, rows, page, hasMore, kinds } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const isWhole = page === 1 && !hasMore && kinds.length === 0;
  if (rows.length === 0) return <Empty drawing="book" text={t("why.none")} />;
  return (
    <Section title={t("why.list")}>
      <Table
        caption={t("why.list.caption")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "at", label: t("why.entry.when"), phone: "plain", cell: (row) => formatMoment(locale, row.at) },
          {
            key: "kind",
            label: t("books.kind"),
            phone: "name",
            cell: (row) => (
              <Link
                to={`/books/${slug}/entries/${row.reference}`}
                className="inline-flex min-h-11 items-center text-sea underline"
              >
                {t(`entry.${row.kind}`)}
              </Link>
            ),
          },
          {
            key: "account",
            label: t("why.accounts"),
            phone: "plain",
            cell: (row) => [t(`account.${row.account}`), row.memberName].filter(Boolean).join(": "),
          },
          {
            key: "source",
            label: t("why.entry.source"),
            phone: "plain",
            cell: (row) => (
              <>
                {row.line ? (
                  <Link to={`/books/${slug}/lines/${row.line.id}`}>{row.line.name}</Link>
                ) : (
                  <CauseLink slug={slug} cause={row.cause} />
                )}
                {row.line && row.ruleName !== null && row.ruleVersion !== null ? (
                  <span className="block text-sm text-quiet">
                    {t("why.rule", { rule: row.ruleName, version: row.ruleVersion })}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: "amount",
            label: t("books.amount"),
            numeric: true,
            cell: (row) => <Amount amount={row.amount} why={`/books/${slug}/entries/${row.reference}`} />,
          },
        ]}
        {...(isWhole && {
          footer: ["", t("books.total"), "", "", <Amount key="sum" amount={all.sum} plain="here" />],
        })}
      />
      <Pagination
        page={page}
        hasNext={hasMore}
        linkTo={(other) => `${whyAddress(slug, said ?? all.sum, why)}&page=${other}`}
      />
    </Section>
  );
}
