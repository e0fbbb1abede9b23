import type { ReactNode } from "react";

type Column<Row> = { key: string; label: ReactNode; cell: (row: Row) => ReactNode; numeric?: boolean };

type TableProps<Row> = {
  caption: ReactNode;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** The totals row, cell by cell. */
  footer?: ReactNode[];
};

/** A real table; on a phone each row becomes a card whose cells carry their column's name. */
export function Table<Row>({ caption, columns, rows, rowKey, footer }: TableProps<Row>) {
  return (
    <table className="w-full border-collapse text-start max-sm:block">
      <caption className="mb-2 text-start text-sm text-quiet max-sm:block">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b-2 border-edge">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`px-2 py-2 text-sm ${column.numeric ? "text-end" : "text-start"}`}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:grid max-sm:gap-3">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="border-b border-line max-sm:block max-sm:rounded-card max-sm:border max-sm:bg-card max-sm:p-3"
          >
            {columns.map((column) => (
              <td
                key={column.key}
                className={`px-2 py-2 align-top max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1 ${column.numeric ? "text-end" : ""}`}
              >
                <span aria-hidden="true" className="max-w-2/5 shrink-0 text-start text-sm text-quiet sm:hidden">
                  {column.label}
                </span>
                <span className="max-sm:text-end">{column.cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {footer ? (
        <tfoot className="max-sm:mt-3 max-sm:block">
          <tr className="border-t-2 border-edge font-bold max-sm:block max-sm:p-3">
            {footer.map((cell, at) => (
              <td
                key={columns[at]?.key ?? at}
                className={`px-2 py-2 max-sm:flex max-sm:justify-between max-sm:px-0 max-sm:py-1 ${columns[at]?.numeric ? "text-end" : ""}`}
              >
                {columns[at]?.numeric ? (
                  <span aria-hidden="true" className="text-sm font-normal text-quiet sm:hidden">
                    {columns[at]?.label}
                  </span>
                ) : null}
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
