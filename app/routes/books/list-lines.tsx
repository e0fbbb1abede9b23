import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listSaleLines } from "#db/read/books.ts";
import { SaleLines } from "./sale-lines.tsx";

const PAGE = 50;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.lines");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const asked = Number(entered.url.searchParams.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const lines = await listSaleLines(entered.ctx.actor, {
    groupId: group.id,
    limit: PAGE + 1,
    offset: (page - 1) * PAGE,
  });
  return { slug: group.slug, name: group.name, page, lines: lines.slice(0, PAGE), hasMore: lines.length > PAGE };
});

export default function ListLines() {
  const { slug, name, page, lines, hasMore } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/books/${slug}`;
  return (
    <Page
      title={t("books.lines")}
      lead={name}
      trail={[
        { to: `/desk/${slug}`, label: name },
        { to: base, label: t("books.title") },
      ]}
    >
      {lines.length === 0 ? (
        <Empty drawing="book" text={t("books.lines.none")} />
      ) : (
        <SaleLines lines={lines} base={base} />
      )}
      <Pagination page={page} hasNext={hasMore} linkTo={(other) => `?page=${other}`} />
    </Page>
  );
}
