import type { ReactNode } from "react";

type Column<Row> = {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /**
   * Where it stands on a phone: before the card's name, as its name, as the figure beside it, or as a detail that needs no label.
   * Unless said otherwise the first column is the name, the last numeric one the figure, and all others are details with a label.
   */
  phone?: Place;
};
type Place = "lead" | "name" | "figure" | "plain";

type TableProps<Row> = {
  caption: ReactNode;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** The totals row, cell by cell. */
  footer?: ReactNode[];
};

// On a phone the parts of a table are laid out anew, and browsers then forget what they were: so each says it.
const AS = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

const CELLS: Record<Place | "detail", string> = {
  lead: "max-sm:order-1 max-sm:text-quiet",
  name: "max-sm:order-1 max-sm:min-w-1/2 max-sm:flex-1 max-sm:font-semibold",
  figure: "max-sm:order-1 max-sm:font-semibold",
  plain: "max-sm:order-3 max-sm:text-start max-sm:text-sm max-sm:text-quiet",
  detail: "max-sm:order-3 max-sm:text-start max-sm:text-sm",
};

/** A real table; on a phone each row becomes a small card: name and figure in one line, details below. */
export function Table<Row>({ caption, columns, rows, rowKey, footer }: TableProps<Row>) {
  const places = placesOf(columns);
  return (
    <table {...AS.table} className="w-full border-collapse text-start max-sm:block">
      <caption className="mb-2 text-start text-sm text-quiet max-sm:block">{caption}</caption>
      <thead {...AS.group} className="max-sm:sr-only">
        <tr {...AS.row} className="border-b-2 border-edge">
          {columns.map((column) => (
            <th
              {...AS.head}
              key={column.key}
              scope="col"
              className={`px-2 py-2 text-sm ${column.numeric ? "text-end" : "text-start"}`}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...AS.group} className="max-sm:block max-sm:rounded-card max-sm:border max-sm:border-line max-sm:bg-card">
        {rows.map((row) => (
          <tr {...AS.row} key={rowKey(row)} className="border-b border-line max-sm:last:border-b-0 table-card">
            {columns.map((column, at) => (
              <td
                {...AS.cell}
                key={column.key}
                className={`px-2 py-2 align-baseline max-sm:p-0 ${CELLS[places[at] ?? "detail"]} ${column.numeric ? "text-end" : ""}`}
              >
                {places[at] === "detail" ? <PhoneLabel>{column.label}</PhoneLabel> : null}
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {footer ? <Footer columns={columns} cells={footer} /> : null}
    </table>
  );
}

function placesOf<Row>(columns: Column<Row>[]): (Place | "detail")[] {
  const at = (place: Place): number => columns.findIndex((column) => column.phone === place);
  const name = Math.max(0, at("name"));
  const figure = at("figure") >= 0 ? at("figure") : columns.findLastIndex((column) => column.numeric === true);
  return columns.map((column, place) =>
    place === name ? "name" : place === figure ? "figure" : (column.phone ?? "detail"),
  );
}

function Footer<Row>({ columns, cells }: { columns: Column<Row>[]; cells: ReactNode[] }) {
  const places = placesOf(columns);
  return (
    <tfoot {...AS.group} className="max-sm:block">
      <tr {...AS.row} className="border-t-2 border-edge font-bold max-sm:border-t-0 table-card">
        {cells.map((cell, at) => (
          <td
            {...AS.cell}
            key={columns[at]?.key ?? at}
            className={`px-2 py-2 max-sm:p-0 ${CELLS[places[at] ?? "detail"]} ${columns[at]?.numeric ? "text-end" : ""}`}
          >
            {places[at] === "detail" && cell !== "" ? <PhoneLabel>{columns[at]?.label}</PhoneLabel> : null}
            {cell}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** A column's name, said again where its head is out of sight; a voice hears the head itself. */
function PhoneLabel({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className="font-normal text-quiet sm:hidden">
      {children}:{" "}
    </span>
  );
}
