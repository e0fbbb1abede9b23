import { guessColumns, readStatement, type StatementColumns } from "#app/domain/bank-statement.ts";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { add, rupiah } from "#app/domain/money.ts";
import { matchStatement } from "#app/domain/statement-matches.ts";
import { findStatement, listConfirmedLines } from "#db/read/bank-statements.ts";
import { listAwaitedPayments } from "#db/read/payments.ts";
import { type Door, notFound } from "./door.server.ts";

/** Wider lists than this are no bank's. */
const MOST_COLUMNS = 30;

/** The columns as chosen in the query, else as guessed; null while one of the three that it needs is open. */
function columnsOf(query: URLSearchParams, guess: Partial<StatementColumns>) {
  const chosen = (name: keyof StatementColumns): number | null => {
    const text = query.get(name);
    if (text === null) return guess[name] ?? null;
    return /^\d{1,2}$/.test(text) && Number(text) < MOST_COLUMNS ? Number(text) : null;
  };
  return { day: chosen("day"), amount: chosen("amount"), text: chosen("text"), direction: chosen("direction") };
}

/** The list that the path names, with what each line is for; the 404 page for everybody but its sender. */
export async function openStatement({ ctx, param, url }: Door) {
  const sent = await findStatement(ctx.actor, param("statement"));
  if (!sent) throw notFound();
  const chosen = columnsOf(url.searchParams, guessColumns(sent.rows));
  const { day, amount, text, direction } = chosen;
  const isReady = day !== null && amount !== null && text !== null;
  const read = isReady
    ? readStatement(sent.rows, {
        columns: { day, amount, text, direction },
        today: dayInWib(ctx.now.getTime()),
      })
    : { lines: [], problems: [] };
  const [awaited, confirmed] = await Promise.all([
    listAwaitedPayments(ctx.actor),
    listConfirmedLines(read.lines.map((line) => line.key)),
  ]);
  const lines = matchStatement(read.lines, {
    awaited: awaited.map((payment) => ({
      id: payment.id,
      asked: add(payment.amount, rupiah(payment.uniqueAddition)),
      askedOn: dayInWib(payment.createdAt.getTime()),
    })),
    known: new Map(confirmed.map(({ key, paymentId }) => [key ?? "", paymentId])),
  });
  const names = new Map([
    ...awaited.map(({ id, orderNumber, buyerName }) => [id, `${orderNumber}, ${buyerName}`] as const),
    ...confirmed.map(({ paymentId, orderNumber }) => [paymentId, orderNumber] as const),
  ]);
  return { fileName: sent.fileName, rows: sent.rows, chosen, isReady, lines, problems: read.problems, names };
}

/** What stands in each column, so that one can be told from the other. */
export function columnSamples(rows: readonly string[][]): { value: string; label: string }[] {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.slice(0, 40).map((cells) => cells.length)));
  return Array.from({ length: width }, (_, at) => {
    const said = rows.slice(0, 40).map((cells) => (cells[at] ?? "").trim());
    const samples = [...new Set(said.filter((cell) => cell !== ""))].slice(0, 2).map((cell) => cell.slice(0, 24));
    return { value: String(at), label: [String(at + 1), samples.join(" / ")].filter(Boolean).join(": ") };
  });
}
