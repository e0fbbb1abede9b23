import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { DOCUMENT_KINDS } from "#app/domain/document.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listGroupDocuments } from "#db/read/documents.ts";
import { DocumentTable, documentRow } from "../buy/document-table.tsx";

const PAGE = 30;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "document.title");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const { url, ctx } = entered;
  const asked = Number(url.searchParams.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const kind = DOCUMENT_KINDS.find((each) => each === url.searchParams.get("kind")) ?? null;
  const which = { groupId: group.id, kind, limit: PAGE + 1, offset: (page - 1) * PAGE };
  const documents = await listGroupDocuments(ctx.actor, which);
  return {
    ...{ slug: group.slug, name: group.name, page, kind, hasMore: documents.length > PAGE },
    documents: documents.slice(0, PAGE).map(documentRow),
  };
});

export default function ListDocuments() {
  const { slug, name, page, kind, hasMore, documents } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/books/${slug}/documents`;
  const linkTo = (next: number): string => {
    const query = new URLSearchParams([...(kind ? [["kind", kind]] : []), ["page", String(next)]]);
    return `${base}?${query}`;
  };
  const kinds = [null, ...DOCUMENT_KINDS].map((each) => ({
    key: each ?? "every",
    to: each ? `${base}?kind=${each}` : base,
    label: each ? t(`document.${each}`) : t("document.every-kind"),
    isHere: each === kind,
  }));
  return (
    <Page title={t("document.title")} lead={name} back={{ to: `/books/${slug}`, label: t("books.title") }}>
      <TabLinks label={t("document.kind")} tabs={kinds} />
      {documents.length === 0 ? (
        <Empty drawing="book" text={t("document.group-none")} />
      ) : (
        <DocumentTable documents={documents} caption={t("document.group-caption")} ofGroup={slug} />
      )}
      <Pagination page={page} hasNext={hasMore} linkTo={linkTo} />
    </Page>
  );
}
