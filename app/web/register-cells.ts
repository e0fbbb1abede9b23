import type { FigurePage } from "#app/domain/figure-page.ts";
import type { PlainReason, Why } from "#app/domain/why.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { GroupView } from "#db/read/groups.ts";
import type { Door } from "./door.server.ts";

/** What a book's line says: words, money, or a count; with the page where it comes from, or why an amount has none. */
export type Cell = { text?: string; amount?: number; to?: string; plain?: PlainReason };
export type RegisterTable = {
  key: string;
  caption: string;
  columns: { key: string; label: string; isNumeric?: boolean }[];
  rows: Cell[][];
  totals: Cell[] | null;
};
/** `postings` is what the ledger has behind the book, if it is made of postings; `lines` a page of its workbook that only it has. */
export type Register = { tables: RegisterTable[]; notes: string[]; postings?: Why; lines?: () => Promise<FigurePage> };

/** Everything that a register is written from. */
export type Writing = { entered: Door; group: GroupView; t: Translate; year: number };
