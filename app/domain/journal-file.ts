import { guardedCell } from "./bulk-sheet.ts";
import { dayInWib } from "./calendar-day.ts";
import { type AccountKind, accountKind } from "./ledger.ts";

/** How a journal leaves the house: a table, all of it, and the two families of plain-text accounting. */
export const JOURNAL_FORMATS = ["csv", "json", "hledger", "beancount"] as const;
export type JournalFormat = (typeof JOURNAL_FORMATS)[number];

export type JournalEntry = {
  id: string;
  book: string;
  sequence: number;
  kind: string;
  key: string;
  causeKind: string;
  causeId: string;
  actorId: string | null;
  memo: string;
  /** Milliseconds since 1970, UTC, and the same moment as ISO 8601. */
  atMs: number;
  at: string;
  previousHash: string;
  hash: string;
  postings: readonly { accountCode: string; amount: number; orderLineId: string | null }[];
};

/** An account of a book: since when, and whose by name where a person may read it. */
export type JournalAccount = { code: string; name: string | null; sinceMs: number };

/** What a file begins with, what it says of each entry, and what it ends with; all of them with their line ends. */
export type JournalWriter = {
  head: (accounts: readonly JournalAccount[]) => string;
  entry: (entry: JournalEntry, isFirst: boolean) => string;
  foot: string;
};

/** Where an account stands in anybody's chart: what we have, what we owe, what is the group's own, what comes in and goes out. */
const CLASSES: Record<AccountKind, "assets" | "liabilities" | "equity" | "income" | "expenses"> = {
  "cash-box": "assets",
  bank: "assets",
  stripe: "assets",
  "own-account": "assets",
  "group-debts": "assets",
  "cod-in-transit": "assets",
  "payments-in-transit": "assets",
  advances: "assets",
  "disputed-funds": "assets",
  "entrusted-receivable": "assets",
  "deposits-held": "liabilities",
  "shipping-held": "liabilities",
  "buyer-credit": "liabilities",
  "credit-set-aside": "liabilities",
  "member-payable": "liabilities",
  "refunds-payable": "liabilities",
  "savings-sukarela": "liabilities",
  "entrusted-due": "liabilities",
  "debt-to-network": "liabilities",
  "provider-fees": "liabilities",
  "shipping-reserve": "equity",
  "group-fund": "equity",
  "fixed-costs": "equity",
  "savings-pokok": "equity",
  "savings-wajib": "equity",
  "shu-reserve": "equity",
  "shu-fund": "equity",
  "restricted-grant": "equity",
  "network-fee": "income",
  "shipping-cost": "expenses",
  losses: "expenses",
};

/** The account under its class, as hledger reads it: "liabilities:member-payable:member:ID". @throws RangeError for an unknown kind */
export function hledgerAccount(code: string): string {
  return `${classOf(code)}:${onOneLine(code)}`;
}

/** As {@link hledgerAccount}, in the letters that beancount allows: "Liabilities:Member-payable:Member:ID". */
export function beancountAccount(code: string): string {
  const part = (text: string): string => {
    const plain = text.replace(/[^A-Za-z0-9-]/g, "-");
    const first = plain.slice(0, 1);
    return /[A-Za-z0-9]/.test(first) ? first.toUpperCase() + plain.slice(1) : `X${plain}`;
  };
  return [classOf(code), ...code.split(":")].map(part).join(":");
}

function classOf(code: string): string {
  return CLASSES[accountKind(code.split(":")[0] ?? "")];
}

/** Texts that people wrote must not begin a line, a comment or a field of their own. */
function onOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029;|]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

const CSV_COLUMNS = [
  ...["book", "sequence", "day", "at", "kind", "key", "cause_kind", "cause_id", "actor_id", "memo"],
  ...["account", "amount", "order_line_id", "entry_id", "previous_hash", "hash"],
];

function csvRow(cells: readonly (string | number)[]): string {
  const quoted = cells.map((cell) => {
    const text = typeof cell === "number" ? String(cell) : guardedCell(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${quoted.join(",")}\r\n`;
}

const csv: JournalWriter = {
  // The mark tells a spreadsheet that this is UTF-8.
  head: () => `\uFEFF${csvRow(CSV_COLUMNS)}`,
  entry: (entry) =>
    entry.postings
      .map(({ accountCode, amount, orderLineId }) =>
        csvRow([
          ...[entry.book, entry.sequence, dayInWib(entry.atMs), entry.at, entry.kind, entry.key, entry.causeKind],
          ...[entry.causeId, entry.actorId ?? "", entry.memo, accountCode, amount, orderLineId ?? "", entry.id],
          ...[entry.previousHash, entry.hash],
        ]),
      )
      .join(""),
  foot: "",
};

const json: JournalWriter = {
  head: (accounts) =>
    `{"format":"lumbung-journal-1","currency":"IDR","accounts":${JSON.stringify(accounts.map(({ code, name }) => ({ code, name })))},"entries":[\n`,
  entry: ({ atMs: _, ...entry }, isFirst) => `${isFirst ? "" : ",\n"}${JSON.stringify(entry)}`,
  foot: "\n]}\n",
};

const hledger: JournalWriter = {
  head: (accounts) =>
    [
      "; amounts are whole rupiah, debit is positive",
      "commodity IDR 1000.",
      ...accounts.map(
        ({ code, name }) => `account ${hledgerAccount(code)}${name === null ? "" : `  ; ${onOneLine(name)}`}`,
      ),
      "",
      "",
    ].join("\n"),
  entry: (entry) =>
    [
      `${dayInWib(entry.atMs)} (${entry.sequence}) ${onOneLine(`${entry.kind} ${entry.key} ${entry.memo}`)}`,
      `    ; at ${entry.at} hash ${entry.hash}`,
      ...entry.postings.map(({ accountCode, amount }) => `    ${hledgerAccount(accountCode)}  IDR ${amount}`),
      "",
      "",
    ].join("\n"),
  foot: "",
};

const text = (said: string): string => `"${onOneLine(said).replace(/[\\"]/g, "\\$&")}"`;

const beancount: JournalWriter = {
  head: (accounts) =>
    [
      'option "operating_currency" "IDR"',
      ...accounts.flatMap(({ code, name, sinceMs }) => [
        `${dayInWib(sinceMs)} open ${beancountAccount(code)} IDR`,
        `  code: ${text(code)}`,
        ...(name === null ? [] : [`  name: ${text(name)}`]),
      ]),
      "",
      "",
    ].join("\n"),
  entry: (entry) =>
    [
      `${dayInWib(entry.atMs)} * ${text(entry.kind)} ${text(`${entry.key} ${entry.memo}`)}`,
      `  sequence: ${entry.sequence}`,
      `  at: ${text(entry.at)}`,
      `  hash: ${text(entry.hash)}`,
      ...entry.postings.map(({ accountCode, amount }) => `  ${beancountAccount(accountCode)}  ${amount} IDR`),
      "",
      "",
    ].join("\n"),
  foot: "",
};

const WRITERS: Record<JournalFormat, JournalWriter> = { csv, json, hledger, beancount };

/** Writes a book entry by entry, so that a long one never stands in memory whole. Amounts are whole rupiah, debit positive. */
export function journalWriter(format: JournalFormat): JournalWriter {
  return WRITERS[format];
}
