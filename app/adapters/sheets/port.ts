import type { SheetFormat, SheetRows } from "#app/domain/bulk-sheet.ts";

export type SheetRefusal = "sheet-too-large" | "sheet-broken" | "sheet-empty";

/** A text, a whole number, or an address that can be followed. */
export type FigureCell = string | number | { address: string };

/** A page of a workbook: a title above, then rows of texts, whole rupiah and addresses; `strong` counts from 0 which of them are heads or totals. */
export type FigurePage = { name: string; title: string; rows: FigureCell[][]; strong: readonly number[] };

/** Tables as the spreadsheets of this world write and read them. Cells are guarded by domain/bulk-sheet.ts, not here. */
export interface Sheets {
  /** CSV or XLSX, told apart by the first bytes; of an XLSX the first sheet. Every cell comes as text, days as YYYY-MM-DD. */
  read(upload: Uint8Array): Promise<{ ok: true; rows: SheetRows } | { ok: false; reason: SheetRefusal }>;
  write(rows: SheetRows, format: SheetFormat): Promise<Uint8Array>;
  /** One XLSX of several pages, printable on A4, in which numbers stay numbers that can be summed, and a text stays a text whatever it begins with. */
  writeFigures(pages: readonly FigurePage[]): Promise<Uint8Array>;
}
