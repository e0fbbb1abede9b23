import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { type AccountKind, type EntryKind, NETWORK_BOOK } from "#app/domain/ledger.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { openBook, openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findEntry } from "#db/read/entries.ts";
import { CauseLink } from "./entry-cause.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "why.entry.what");

export const loader = door(async (entered) => {
  const { ctx, param } = entered;
  const isNetwork = param("group") === NETWORK_BOOK;
  const group = isNetwork ? null : await openGroup(entered, "see-desk");
  const book = group?.id ?? (await openBook(entered)).book;
  const found = await findEntry(ctx.actor, { book, reference: param("entry") });
  if (!found) throw notFound();
  const { entry, seen, others, who, cause, seesAll } = found;
  return {
    ...{ slug: param("group"), name: group?.name ?? null, who, cause, seesAll },
    isOwnBook: entry.book === book,
    entry: {
      ...{ sequence: entry.sequence, kind: entry.kind as EntryKind, at: entry.at },
      ...{ memo: seesAll ? entry.memo : "", hash: entry.hash },
    },
    postings: seen.map(({ id, amount, account, memberName, lineId, listingName, variantName }) => ({
      ...{ id, amount, account: account as AccountKind, memberName },
      line: lineId === null ? null : { id: lineId, name: [listingName, variantName].filter(Boolean).join(", ") },
    })),
    others: { count: others.length, sum: others.reduce((all, { amount }) => all + amount, 0) },
  };
});

export default function SeeEntry() {
  const { slug, name, isOwnBook, entry, who, cause, seesAll } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const desk = name === null ? [] : [{ to: `/desk/${slug}`, label: name }];
  return (
    <Page
      title={t(isOwnBook && name !== null ? "why.entry" : "why.entry.network", { number: entry.sequence })}
      lead={t("why.entry.lead")}
      trail={[...desk, ...(seesAll && name !== null ? [{ to: `/books/${slug}`, label: t("books.title") }] : [])]}
      width="narrow"
    >
      <Card>
        <Facts
          facts={[
            { label: t("why.entry.what"), value: t(`entry.${entry.kind}`) },
            { label: t("why.entry.when"), value: formatMoment(locale, entry.at) },
            { label: t("why.entry.who"), value: who.name ?? t(`why.entry.who.${who.kind}`) },
            ...(cause ? [{ label: t("why.entry.source"), value: <CauseLink slug={slug} cause={cause} /> }] : []),
            ...(entry.memo ? [{ label: t("why.entry.memo"), value: entry.memo }] : []),
            { label: t("why.entry.hash"), value: <code className="break-all text-sm">{entry.hash}</code> },
          ]}
        />
      </Card>
      <Postings />
    </Page>
  );
}

function Postings() {
  const { slug, postings, others } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const rows = [
    ...postings.map((posting) => ({ ...posting, what: t(`account.${posting.account}`) })),
    ...(others.count > 0
      ? [
          {
            ...{ id: "others", amount: others.sum, memberName: null, line: null },
            what: t("why.entry.others", { count: others.count }),
          },
        ]
      : []),
  ];
  return (
    <Section title={t("why.postings")}>
      <Table
        caption={t("books.journal.postings")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "account",
            label: t("books.journal.account"),
            cell: (row) => [row.what, row.memberName].filter(Boolean).join(": "),
          },
          {
            key: "line",
            label: t("books.what"),
            phone: "plain",
            cell: (row) => (row.line ? <Link to={`/books/${slug}/lines/${row.line.id}`}>{row.line.name}</Link> : null),
          },
          {
            key: "amount",
            label: t("books.journal.amount"),
            numeric: true,
            cell: (row) => <Amount amount={row.amount} plain="here" />,
          },
        ]}
        footer={[
          t("why.entry.sum"),
          "",
          <Amount key="sum" amount={rows.reduce((all, row) => all + row.amount, 0)} plain="here" />,
        ]}
      />
    </Section>
  );
}
