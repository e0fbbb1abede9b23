import { plainCell, type SheetRows } from "./bulk-sheet.ts";
import { parseDay } from "./calendar-day.ts";
import { MAX_PRICE, type Rupiah, rupiah } from "./money.ts";

/** Which column of a bank's list means what; counted from 0. */
export type StatementColumns = {
  day: number;
  amount: number;
  text: number;
  /** A column that says CR or DB, K or D; null where the amount's column holds only what came in, or says it itself. */
  direction: number | null;
};

/** Money that came in. */
export type StatementLine = {
  /** The row as a spreadsheet counts it, from 1. */
  row: number;
  day: string;
  amount: Rupiah;
  text: string;
  /** Names this line wherever it stands: the same line in another file has the same key. */
  key: string;
};
export type StatementProblem = { row: number; reason: "statement-day" | "statement-amount" };

const NAMES = {
  day: /^(tanggal|tgl|date|post(ing)? ?date|transaction date|trans(aksi)? date)/i,
  amount: /^(kredit|credit|jumlah|amount|nominal|mutasi|masuk)/i,
  text: /^(keterangan|ket\b|deskripsi|description|uraian|remark|transaksi|berita|narrative)/i,
  direction: /^(db ?\/ ?cr|d ?\/ ?k|dk|cr ?\/ ?db|type|tipe|jenis)/i,
} as const;

/** Guesses the columns by the names that banks give them: the credit column before one of amounts. Null where there is no guess. */
export function guessColumns(sheet: SheetRows): Partial<StatementColumns> {
  const guesses = sheet.slice(0, 15).map((cells) => {
    const names = cells.map((cell) => plainCell(cell).trim());
    const at = (name: RegExp): number => names.findIndex((cell) => name.test(cell));
    const credit = at(/^(kredit|credit)/i);
    const places = { day: at(NAMES.day), amount: credit >= 0 ? credit : at(NAMES.amount), text: at(NAMES.text) };
    const direction = at(NAMES.direction);
    const found = Object.fromEntries(Object.entries(places).filter(([, place]) => place >= 0));
    return { ...found, ...(direction >= 0 && credit < 0 ? { direction } : {}) } as Partial<StatementColumns>;
  });
  return guesses.reduce((best, guess) => (Object.keys(guess).length > Object.keys(best).length ? guess : best), {});
}

/**
 * An amount as banks write it: "1,250,000.00", "1.250.000,00 CR", "125123". What stands behind the whole rupiah must be zero.
 * @returns null when it is no amount; `isIn` is null where the cell does not say it
 */
export function parseBankAmount(text: string): { amount: Rupiah; isIn: boolean | null } | null {
  const match = /^(?:rp\.?\s*)?([+-]?)\s*([\d.,]+)\s*(cr|db|dr|k|d)?\.?$/i.exec(text.trim());
  if (!match) return null;
  const [, sign = "", digits = "", word = ""] = match;
  const bare = digits.replace(/[.,]00?$/, "");
  if (!/^\d{1,15}$/.test(bare) && !/^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(bare)) return null;
  const amount = Number(bare.replaceAll(/[.,]/g, ""));
  if (amount > MAX_PRICE) return null;
  return { amount: rupiah(amount), isIn: word ? isInWord(word) : sign ? sign === "+" : null };
}

function isInWord(word: string): boolean | null {
  const said = word.trim().toLowerCase();
  if (/^(cr|k|c|kredit|credit|masuk|in)\b/.test(said)) return true;
  return /^(db|dr|d|debit|debet|keluar|out)\b/.test(said) ? false : null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "mei|may", "jun", "jul", "agu|aug", "sep", "okt|oct", "nov", "des|dec"];

/**
 * A day as banks write it: 24/11/2026, 24-11-26, 2026-11-24, 24 Nov 2026, or 24/11, which is then the last such day up to today.
 * @returns "YYYY-MM-DD", or null
 */
export function parseBankDay(text: string, today: string): string | null {
  const bare = text.trim().replace(/[T ]\d{1,2}[:.]\d{2}.*$/, "");
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(bare);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const match = /^(\d{1,2})[-/ .](\d{1,2}|[a-z]{3,9})(?:[-/ .](\d{4}|\d{2}))?$/i.exec(bare);
  if (!match) return null;
  const [, day, named = "", year] = match;
  const month = /^\d/.test(named) ? named : monthNamed(named);
  if (year) return dayOf(year.length === 2 ? `20${year}` : year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const last = dayOf(String(thisYear), month, day);
  return last !== null && last <= today ? last : dayOf(String(thisYear - 1), month, day);
}

function monthNamed(name: string): string {
  const at = MONTHS.findIndex((month) => new RegExp(`^(${month})`, "i").test(name));
  return at < 0 ? "" : String(at + 1);
}

function dayOf(year = "", month = "", day = ""): string | null {
  return parseDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/**
 * Reads what came in, row by row; what went out is left out, and so are headings and rows that hold neither day nor amount. Two lines that
 * are alike in one file are two: their keys count them.
 */
export function readStatement(
  sheet: SheetRows,
  { columns, today }: { columns: StatementColumns; today: string },
): { lines: StatementLine[]; problems: StatementProblem[] } {
  const lines: StatementLine[] = [];
  const problems: StatementProblem[] = [];
  const seen = new Map<string, number>();
  for (const [at, cells] of sheet.entries()) {
    const cell = (place: number): string => plainCell(cells[place] ?? "").trim();
    const day = parseBankDay(cell(columns.day), today);
    const money = parseBankAmount(cell(columns.amount));
    const row = at + 1;
    if (day === null && money === null) {
      // Before the first line it is a heading.
      if (lines.length > 0 && cell(columns.day) !== "" && cell(columns.amount) !== "")
        problems.push({ row, reason: "statement-amount" });
      continue;
    }
    if (money === null) {
      if (cell(columns.amount) !== "") problems.push({ row, reason: "statement-amount" });
      continue;
    }
    const isIn = columns.direction === null ? money.isIn : isInWord(cell(columns.direction));
    if (isIn === false || money.amount === 0) continue;
    if (day === null) {
      problems.push({ row, reason: "statement-day" });
      continue;
    }
    const text = cell(columns.text).replace(/\s+/g, " ");
    const same = `${day} ${money.amount} ${hashOf(text)}`;
    const count = (seen.get(same) ?? 0) + 1;
    seen.set(same, count);
    lines.push({ row, day, amount: money.amount, text, key: count === 1 ? same : `${same}-${count}` });
  }
  return { lines, problems };
}

/** A short name for a text: FNV-1a, 32 bits (Fowler, Noll, Vo). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text.toLowerCase()) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
