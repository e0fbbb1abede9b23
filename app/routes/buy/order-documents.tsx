import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { issueDocuments } from "#app/usecases/buy/issue-documents.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findDocumentReader, listOrderDocuments } from "#db/read/documents.ts";
import { DocumentTable, documentRow } from "./document-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "document.all", { number: data?.number ?? "" });

export const loader = door(async ({ ctx, param }) => {
  const number = param("number");
  const reader = await findDocumentReader(ctx.actor, number);
  if (!reader) throw notFound();
  await issueDocuments(ctx, { number });
  const documents = (await listOrderDocuments(ctx.actor, number)) ?? [];
  const own = ctx.actor.memberships.find(({ groupId }) => reader.groupIds.includes(groupId));
  const seesOrder = may(ctx.actor, "see-order", reader);
  return {
    number,
    back: seesOrder || !own ? `/orders/${number}` : `/books/${own.groupSlug}/documents`,
    seesOrder,
    documents: documents.map(documentRow),
  };
});

export default function OrderDocuments() {
  const { number, back, seesOrder, documents } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("document.all", { number })}
      lead={t("document.lead")}
      back={{ to: back, label: seesOrder ? t("buy.order.title", { number }) : t("document.title") }}
    >
      {documents.length === 0 ? (
        <Empty drawing="book" text={t("document.none")} />
      ) : (
        <DocumentTable documents={documents} caption={t("document.order-caption")} />
      )}
    </Page>
  );
}
