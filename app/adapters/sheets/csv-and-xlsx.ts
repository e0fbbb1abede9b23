import ExcelJS from "exceljs";
import Papa from "papaparse";
import { guardedCell, MAX_CELL, MAX_SHEET_BYTES, MAX_SHEET_ROWS, type SheetRows } from "#app/domain/bulk-sheet.ts";
import type { FigureCell, FigurePage } from "#app/domain/figure-page.ts";
import type { Sheets } from "./port.ts";
import { unpackedBytes } from "./zip-size.ts";

/** An XLSX is a ZIP: what it unpacks to is bounded too. */
const MOST_UNPACKED = 30_000_000;
const MOST_COLUMNS = 60;

export const csvAndXlsx: Sheets = {
  async read(upload) {
    if (upload.length > MAX_SHEET_BYTES) return { ok: false, reason: "sheet-too-large" };
    const isZip = upload[0] === 0x50 && upload[1] === 0x4b;
    const rows = isZip ? await readXlsx(upload) : readCsv(upload);
    if (rows === "sheet-too-large" || rows === "sheet-broken") return { ok: false, reason: rows };
    while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === "")) rows.pop();
    return rows.length > 0 ? { ok: true, rows } : { ok: false, reason: "sheet-empty" };
  },

  async write(rows, format) {
    // The mark at the beginning tells spreadsheets that this is UTF-8.
    if (format === "csv") return new TextEncoder().encode(`\ufeff${Papa.unparse(rows, { newline: "\r\n" })}\r\n`);
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Lumbung", { views: [{ state: "frozen", ySplit: 1 }] });
    for (const row of rows) sheet.addRow(row);
    sheet.getRow(1).font = { bold: true };
    for (const [at, cell] of (rows[0] ?? []).entries()) {
      // As text, so that no spreadsheet turns a number of a house or a phone into something else.
      sheet.getColumn(at + 1).numFmt = "@";
      sheet.getColumn(at + 1).width = Math.min(Math.max(cell.length + 2, 12), 40);
    }
    return new Uint8Array(await book.xlsx.writeBuffer());
  },

  async writeFigures(pages) {
    const book = new ExcelJS.Workbook();
    for (const page of pages) addFigures(book, page);
    return new Uint8Array(await book.xlsx.writeBuffer());
  },
};

function addFigures(book: ExcelJS.Workbook, { name, title, rows, strong }: FigurePage): void {
  const pageSetup = { paperSize: 9, orientation: "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
  // No spreadsheet takes these signs, nor more than 31 of them, in a page's name.
  const sheet = book.addWorksheet(name.replace(/[\\/*?:[\]]/g, " ").slice(0, 31), { pageSetup });
  sheet.addRow([title]).font = { bold: true, size: 14 };
  sheet.addRow([]);
  for (const [at, cells] of rows.entries()) {
    const row = sheet.addRow(cells.map(asStored));
    if (strong.includes(at)) row.font = { bold: true };
    for (const [column, cell] of cells.entries()) {
      if (typeof cell === "number") row.getCell(column + 1).numFmt = "#,##0;-#,##0";
      // Stored as a text already; so marked it stays one when somebody edits the cell.
      if (typeof cell === "string" && guardedCell(cell) !== cell) row.getCell(column + 1).numFmt = "@";
    }
  }
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  for (let column = 0; column < columns; column += 1) {
    const widest = rows.reduce((most, cells) => Math.max(most, widthOf(cells[column])), 0);
    sheet.getColumn(column + 1).width = Math.min(Math.max(widest + 3, 10), 46);
  }
}

function asStored(cell: FigureCell): ExcelJS.CellValue {
  return typeof cell === "object" ? { text: cell.address, hyperlink: cell.address } : cell;
}

function widthOf(cell: FigureCell | undefined): number {
  return typeof cell === "object" ? cell.address.length : String(cell ?? "").length;
}

function readCsv(upload: Uint8Array): SheetRows | "sheet-broken" {
  const text = decode(upload);
  if (text.includes("\0")) return "sheet-broken";
  const delimiter = delimiterOf(text);
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    preview: MAX_SHEET_ROWS + 2,
    skipEmptyLines: false,
  });
  if (errors.some((error) => error.type === "Quotes")) return "sheet-broken";
  return data.map(cut);
}

/**
 * What parts the cells: whatever parts the first line that is parted at all the most. A spreadsheet set to Indonesian writes semicolons,
 * and the commas of its figures, in the lines below, would deceive a guess from all lines.
 */
function delimiterOf(text: string): string {
  for (const line of text.split(/\r?\n/, 20)) {
    const counts = [";", ",", "\t"].map((sign) => [sign, line.split(sign).length - 1] as const);
    const [best] = counts.toSorted(([, a], [, b]) => b - a);
    if (best && best[1] > 0) return best[0];
  }
  return ",";
}

/** UTF-8, or what an older spreadsheet saves. */
function decode(upload: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(upload);
  } catch {
    return new TextDecoder("windows-1252").decode(upload);
  }
}

async function readXlsx(upload: Uint8Array): Promise<SheetRows | "sheet-too-large" | "sheet-broken"> {
  const size = unpackedBytes(upload);
  if (size === null) return "sheet-broken";
  if (size > MOST_UNPACKED) return "sheet-too-large";
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(new Uint8Array(upload).buffer);
  } catch {
    return "sheet-broken";
  }
  const sheet = book.worksheets[0];
  if (!sheet) return "sheet-broken";
  const last = Math.min(sheet.rowCount, MAX_SHEET_ROWS + 2);
  return Array.from({ length: last }, (_, at) => {
    const row = sheet.getRow(at + 1);
    const width = Math.min(row.cellCount, MOST_COLUMNS);
    return cut(Array.from({ length: width }, (_cell, column) => textOf(row.getCell(column + 1).value)));
  });
}

/** A formula counts as what it showed last. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("hyperlink" in value) return String(value.text);
  if ("result" in value) return textOf(value.result ?? null);
  return "";
}

function cut(cells: string[]): string[] {
  return cells.slice(0, MOST_COLUMNS).map((cell) => {
    const text = cell.replaceAll("\r\n", "\n");
    // Whole signs: half of one is text that no database keeps.
    return text.length > MAX_CELL ? [...text].slice(0, MAX_CELL).join("") : text;
  });
}
