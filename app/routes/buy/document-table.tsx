import { Link } from "@remix-run/react";
import type { DocumentKind } from "#app/domain/document.ts";
import { whyAddress } from "#app/domain/why.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Table } from "#app/ui/table.tsx";
import type { findDocument } from "#db/read/documents.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

/** What a list shows of a document. */
export function documentRow({ id, kind, label, total, issuedAt, content }: Found) {
  return { id, kind, label, total, issuedAt, group: content.group.name, order: content.orderNumber };
}

type Row = {
  id: string;
  kind: DocumentKind;
  label: string;
  total: number;
  issuedAt: string;
  group: string;
  order: string;
};

type DocumentTableProps = {
  documents: Row[];
  caption: string;
  /** The group whose list it is; the buyer's own list names the group of each instead. */
  ofGroup?: string;
};

/** Documents, each leading to its page; its amount to what its order posted, as far as the reader may see that. */
export function DocumentTable({ documents, caption, ofGroup }: DocumentTableProps) {
  const { t, locale } = useWords();
  return (
    <Table
      caption={caption}
      rows={documents}
      rowKey={(document) => document.id}
      columns={[
        {
          key: "number",
          label: t("document.number"),
          cell: (document) => (
            <Link
              to={`/documents/${document.id}`}
              className="inline-flex min-h-11 items-center font-semibold text-sea underline"
            >
              {document.label}
            </Link>
          ),
        },
        {
          key: "kind",
          label: t("document.kind"),
          phone: "plain",
          cell: (document) => t(`document.${document.kind}`),
        },
        {
          key: "of",
          label: ofGroup ? t("document.order") : t("document.group"),
          phone: "plain",
          cell: (document) => (ofGroup ? document.order : document.group),
        },
        {
          key: "day",
          label: t("document.date"),
          phone: "plain",
          cell: (document) => formatShortDay(locale, document.issuedAt),
        },
        {
          key: "total",
          label: t("document.amount"),
          numeric: true,
          cell: (document) => (
            <Amount
              amount={document.total}
              why={
                ofGroup
                  ? whyAddress(ofGroup, null, { of: "book", order: document.order })
                  : `/orders/${document.order}/why`
              }
            />
          ),
        },
      ]}
    />
  );
}
