import type { SheetFormat, SheetRows } from "#app/domain/bulk-sheet.ts";
import type { FigurePage } from "#app/domain/figure-page.ts";

export type SheetRefusal = "sheet-too-large" | "sheet-broken" | "sheet-empty";

/** Tables as the spreadsheets of this world write and read them. Cells are guarded by domain/bulk-sheet.ts, not here. */
export interface Sheets {
  /** CSV or XLSX, told apart by the first bytes; of an XLSX the first sheet. Every cell comes as text, days as YYYY-MM-DD. */
  read(upload: Uint8Array): Promise<{ ok: true; rows: SheetRows } | { ok: false; reason: SheetRefusal }>;
  write(rows: SheetRows, format: SheetFormat): Promise<Uint8Array>;
  /** One XLSX of several pages, printable on A4, in which numbers stay numbers that can be summed, and a text stays a text whatever it begins with. */
  writeFigures(pages: readonly FigurePage[]): Promise<Uint8Array>;
}
