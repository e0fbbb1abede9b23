/** A table of texts as a CSV or XLSX file holds it: the first row names the columns. */
export type SheetRows = string[][];

export const BULK_KINDS = ["listings", "members", "deliveries"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** What belongs to the network and not to one group. */
export const NETWORK_BULK_KINDS = ["tariffs"] as const;
export type NetworkBulkKind = (typeof NETWORK_BULK_KINDS)[number];

/** What somebody must be allowed to do by hand to do it by a sheet. */
export const DONE_BY_HAND = {
  listings: "edit-listing",
  members: "add-member",
  deliveries: "record-delivery",
} as const satisfies Record<BulkKind, string>;

export const SHEET_FORMATS = ["csv", "xlsx"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** Larger files are refused before they are read. */
export const MAX_SHEET_BYTES = 1_000_000;
/** Rows below the one with the names. */
export const MAX_SHEET_ROWS = 2000;
/** No cell of ours holds more signs; a description is the longest. */
export const MAX_CELL = 5000;

/** What is wrong in a file, and where: the row as a spreadsheet counts it, from 1; a reason of app/i18n. */
export type CellError<Column extends string = string> = { row: number; column: Column; reason: string };

const STARTS_FORMULA = /^[=+\-@\t\r']/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before =, +, -, @ and the like, and before an apostrophe, so that
 * {@link plainCell} gives back what was there. Source: OWASP, "CSV Injection".
 */
export function guardedCell(text: string): string {
  return STARTS_FORMULA.test(text) ? `'${text}` : text;
}

/** What was in a cell before it was guarded; a cell that a person typed is left as it is. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && STARTS_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

const YES = ["1", "ya", "yes", "true"];
const NO = ["", "0", "tidak", "no", "false"];

/** A yes or a no as people and programs write it; an empty cell is a no. @returns null when it is neither */
export function readYesNo(cell: string): boolean | null {
  const said = cell.trim().toLowerCase();
  return YES.includes(said) ? true : NO.includes(said) ? false : null;
}

/** `has`: whether the sheet has that column at all. */
export type NamedRow<Column extends string> = {
  row: number;
  has: (column: Column) => boolean;
  cell: (column: Column) => string;
};

export type ReadSheet<Column extends string> =
  | { ok: true; rows: NamedRow<Column>[] }
  | { ok: false; errors: CellError[] };

/**
 * Finds the columns by their names and takes the rows that hold anything.
 * @param columnOf the column that a name in the first row means, or null
 */
export function readSheet<Column extends string>({
  sheet,
  needed,
  columnOf,
}: {
  sheet: SheetRows;
  needed: readonly Column[];
  columnOf: (name: string) => Column | null;
}): ReadSheet<Column> {
  const names = (sheet[0] ?? []).map((name) => plainCell(name).trim());
  const places = new Map<Column, number>();
  const errors: CellError[] = [];
  for (const [at, name] of names.entries()) {
    const column = columnOf(name);
    if (column === null) {
      if (name !== "") errors.push({ row: 1, column: name, reason: "sheet-column-unknown" });
    } else if (places.has(column)) errors.push({ row: 1, column: name, reason: "sheet-column-twice" });
    else places.set(column, at);
  }
  for (const column of needed) if (!places.has(column)) errors.push({ row: 1, column, reason: "sheet-column-missing" });
  if (sheet.length - 1 > MAX_SHEET_ROWS)
    errors.push({ row: MAX_SHEET_ROWS + 2, column: needed[0] ?? "", reason: "sheet-too-long" });
  if (errors.length > 0) return { ok: false, errors };
  const rows = sheet.slice(1).map((cells, at) => ({
    row: at + 2,
    isBlank: cells.every((cell) => cell.trim() === ""),
    has: (column: Column) => places.has(column),
    cell: (column: Column) => plainCell(cells[places.get(column) ?? -1] ?? "").slice(0, MAX_CELL),
  }));
  return { ok: true, rows: rows.filter((row) => !row.isBlank) };
}
