import { DELIVERY_COLUMNS } from "#app/domain/bulk-deliveries.ts";
import { LISTING_COLUMNS } from "#app/domain/bulk-listings.ts";
import { MEMBER_COLUMNS } from "#app/domain/bulk-members.ts";
import type { BulkKind, CellError } from "#app/domain/bulk-sheet.ts";
import { TARIFF_COLUMNS } from "#app/domain/bulk-tariffs.ts";
import { reasonText } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

/** A page shows so many; the rest come to light once these are mended. */
const MOST_SHOWN = 200;

const COLUMNS = [...LISTING_COLUMNS, ...MEMBER_COLUMNS, ...DELIVERY_COLUMNS, ...TARIFF_COLUMNS];

/** Every mistake of a file: where it is, and what to do about it. */
export function ImportErrors({ errors }: { errors: CellError[] }) {
  const { t } = useWords();
  const columnName = (column: string): string => {
    const known = COLUMNS.find((each) => each === column);
    return known ? t(`bulk.column.${known}`) : column;
  };
  const rows = errors.slice(0, MOST_SHOWN).map((error, at) => ({ ...error, key: String(at) }));
  return (
    <Table
      caption={t("bulk.errors.caption")}
      rows={rows}
      rowKey={(error) => error.key}
      columns={[
        { key: "row", label: t("bulk.errors.row"), cell: ({ row }) => <RowName row={row} /> },
        { key: "column", label: t("bulk.errors.column"), cell: (error) => columnName(error.column) },
        { key: "reason", label: t("bulk.errors.reason"), cell: (error) => reasonText(t, error.reason) },
      ]}
    />
  );
}

/** On a phone the number is the card's name, far from its column's head. */
function RowName({ row }: { row: number }) {
  const { t } = useWords();
  return (
    <>
      <span aria-hidden="true" className="sm:hidden">
        {t("bulk.errors.row")}{" "}
      </span>
      {row}
    </>
  );
}

type Named = { row: number; name: string };
type Plan = { added: Named[]; changed: Named[]; same: number };

/** What will be new, what will be different, and how much stays as it is. */
export function ImportPlan({ plan, kind }: { plan: Plan; kind: BulkKind }) {
  const { t } = useWords();
  return (
    <>
      {(["added", "changed"] as const).map((what) =>
        plan[what].length > 0 ? (
          <Section key={what} title={t(`bulk.plan.${what}.${kind}`, { count: plan[what].length })}>
            <ul className="list-disc ps-5">
              {plan[what].map(({ row, name }) => (
                <li key={row}>{name}</li>
              ))}
            </ul>
          </Section>
        ) : null,
      )}
      <p className="text-quiet">{t(`bulk.plan.same.${kind}`, { count: plan.same })}</p>
      {plan.added.length > 0 && kind === "listings" ? <p>{t("bulk.plan.drafts")}</p> : null}
    </>
  );
}
