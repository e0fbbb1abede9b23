import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import type { AccountKind, EntryKind } from "#app/domain/ledger.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Card, Empty, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listJournal, listMemberBalances } from "#db/read/books.ts";

const PAGE = 30;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.journal");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const asked = Number(entered.url.searchParams.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const { actor } = entered.ctx;
  const [entries, members] = await Promise.all([
    listJournal(actor, { groupId: group.id, limit: PAGE + 1, offset: (page - 1) * PAGE }),
    listMemberBalances(actor, group.id),
  ]);
  const names = new Map(members.map((member) => [`member-payable:member:${member.id}`, member.name]));
  return {
    slug: group.slug,
    name: group.name,
    page,
    hasMore: entries.length > PAGE,
    entries: entries.slice(0, PAGE).map((entry) => ({
      ...entry,
      postings: entry.postings.map((posting) => ({
        id: posting.id,
        amount: posting.amount,
        lineId: posting.orderLineId,
        kind: posting.accountCode.split(":")[0] ?? "",
        member: names.get(posting.accountCode) ?? null,
      })),
    })),
  };
});

export default function ListJournal() {
  const { slug, name, page, entries, hasMore } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const base = `/books/${slug}`;
  return (
    <Page
      title={t("books.journal")}
      lead={name}
      trail={[
        { to: `/desk/${slug}`, label: name },
        { to: base, label: t("books.title") },
      ]}
    >
      <p className="max-w-prose text-quiet">{t("books.journal.lead")}</p>
      {entries.length === 0 ? <Empty drawing="book" text={t("books.journal.none")} /> : null}
      {entries.map((entry) => (
        <Card key={entry.id}>
          <h2 className="text-lg">
            {entry.sequence}. {t(`entry.${entry.kind as EntryKind}`)}
          </h2>
          <p className="text-sm text-quiet">
            {formatMoment(locale, entry.at)} · <code>{entry.hash.slice(0, 12)}</code>
          </p>
          <table className="mt-2 w-full">
            <caption className="sr-only">{t("books.journal.postings")}</caption>
            <thead className="text-sm text-quiet">
              <tr>
                <th scope="col" className="py-1 text-start font-normal">
                  {t("books.journal.account")}
                </th>
                <th scope="col" className="py-1 text-end font-normal">
                  {t("books.journal.amount")}
                </th>
              </tr>
            </thead>
            <tbody>
              {entry.postings.map((posting) => (
                <tr key={posting.id} className="border-t border-line">
                  <td className="py-1">
                    {t(`account.${posting.kind as AccountKind}`)}
                    {posting.member ? `: ${posting.member}` : ""}{" "}
                    {posting.lineId ? (
                      <Link to={`${base}/lines/${posting.lineId}`}>{t("books.journal.line")}</Link>
                    ) : null}
                  </td>
                  <td className="py-1 text-end">
                    <Amount amount={posting.amount} why={`${base}/entries/${entry.sequence}`} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      ))}
      <Pagination page={page} hasNext={hasMore} linkTo={(other) => `?page=${other}`} />
    </Page>
  );
}
