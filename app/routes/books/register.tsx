import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Page } from "#app/ui/page.tsx";
import { PrintSheet, Signatures } from "#app/ui/print-sheet.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { openRegister } from "#app/web/register.server.ts";
import type { Cell } from "#app/web/register-cells.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "register.title");

export const loader = door(async (entered) => {
  const { group, key, title, tables, notes, year, current } = await openRegister(entered);
  const { actor, now } = entered.ctx;
  return {
    group: { slug: group.slug, name: group.name },
    ...{ key, title, tables, notes, year, current, at: now },
    seesBooks: may(actor, "see-books", { groupId: group.id }),
  };
});

const LINK = "inline-flex min-h-11 items-center text-sea underline print:min-h-0 print:no-underline";

export default function RegisterPage() {
  const { group, title, tables, notes, seesBooks, at } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const base = `/books/${group.slug}`;
  return (
    <Page
      title={title}
      lead={group.name}
      trail={
        seesBooks
          ? [
              { to: base, label: t("books.title") },
              { to: `${base}/registers`, label: t("register.title") },
            ]
          : [{ to: `/desk/${group.slug}`, label: group.name }]
      }
    >
      <PrintSheet label={t("cash.print")} hint={t("cash.print.hint")}>
        <p className="text-sm text-quiet">{t("register.as-of", { day: formatDay(locale, at) })}</p>
        {tables.map((table) =>
          table.rows.length === 0 ? (
            <p key={table.key}>
              {table.caption}: {t("register.empty")}
            </p>
          ) : (
            <Table
              key={table.key}
              caption={table.caption}
              rows={table.rows.map((cells, place) => ({ place, cells }))}
              rowKey={(row) => String(row.place)}
              columns={table.columns.map((column, place) => ({
                ...{ key: column.key, label: column.label, numeric: column.isNumeric ?? false },
                ...(column.key === "name" && { phone: "name" as const }),
                ...(column.key === "number" && table.columns[1]?.key === "name" && { phone: "lead" as const }),
                ...(column.key === "signature" && { phone: "plain" as const }),
                cell: (row: { cells: Cell[] }) => <Said cell={row.cells[place]} />,
              }))}
              {...(table.totals && {
                footer: table.totals.map((cell) =>
                  isEmpty(cell) ? "" : <Said key={JSON.stringify(cell)} cell={cell} />,
                ),
              })}
            />
          ),
        )}
        {notes.map((note) => (
          <p key={note} className="max-w-prose text-sm text-quiet">
            {note}
          </p>
        ))}
        <Signatures />
      </PrintSheet>
      <Ways />
    </Page>
  );
}

/** A sum has nothing to say in most columns: on a phone not even their names. */
const isEmpty = ({ text, amount }: Cell): boolean => amount === undefined && !text;

function Said({ cell }: { cell: Cell | undefined }) {
  if (cell?.amount !== undefined)
    return cell.to ? (
      <Amount amount={cell.amount} why={cell.to} />
    ) : (
      <Amount amount={cell.amount} plain={cell.plain ?? "here"} />
    );
  const said = cell?.text;
  return cell?.to ? (
    <Link to={cell.to} className={LINK}>
      {said}
    </Link>
  ) : (
    said
  );
}

/** The same as a file; of what counts by year, the other years. */
function Ways() {
  const { group, key, year, current } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/books/${group.slug}/registers/${key}`;
  const isYearly = key === "sales";
  return (
    <p className="flex flex-wrap justify-between gap-4 print:hidden">
      {isYearly ? (
        <Link className={LINK} to={`${base}?year=${year - 1}`}>
          ← {year - 1}
        </Link>
      ) : null}
      <a className={LINK} href={`${base}/xlsx?year=${year}`} download>
        {t("cash.xlsx")}
      </a>
      {isYearly && year < current ? (
        <Link className={LINK} to={`${base}?year=${year + 1}`}>
          {year + 1} →
        </Link>
      ) : null}
    </p>
  );
}
