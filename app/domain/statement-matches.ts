import type { StatementLine } from "./bank-statement.ts";
import { daysBetween } from "./calendar-day.ts";
import type { Rupiah } from "./money.ts";

/** A payment that money may come for, with what its buyer was asked to send. */
export type AwaitedPayment = { id: string; asked: Rupiah; askedOn: string };

export type StatementMatch =
  | { kind: "known"; paymentId: string }
  | { kind: "exact"; paymentIds: [string] }
  | { kind: "ambiguous"; paymentIds: string[] }
  | { kind: "unknown" };

/** Money may come on the day it was asked for, a day earlier by another clock, and so many days after. */
const DAYS_AFTER = 21;
const DAYS_BEFORE = 1;

/**
 * What a line of the bank's list is for: the payment that was asked for exactly this amount around that day. Nothing is decided where
 * there are several, or where several lines want the same one.
 * @param known payments that a line was confirmed for already, by the line's key
 */
export function matchStatement(
  lines: readonly StatementLine[],
  { awaited, known }: { awaited: readonly AwaitedPayment[]; known: ReadonlyMap<string, string> },
): (StatementLine & { match: StatementMatch })[] {
  const fitting = lines.map((line) =>
    awaited.filter((payment) => {
      const days = daysBetween(payment.askedOn, line.day);
      return payment.asked === line.amount && days >= -DAYS_BEFORE && days <= DAYS_AFTER;
    }),
  );
  return lines.map((line, at) => {
    const paymentId = known.get(line.key);
    if (paymentId !== undefined) return { ...line, match: { kind: "known", paymentId } };
    const [first, ...more] = fitting[at] ?? [];
    if (!first) return { ...line, match: { kind: "unknown" } };
    const rivals = lines.filter(
      (other, place) => place !== at && !known.has(other.key) && fitting[place]?.some(({ id }) => id === first.id),
    );
    if (more.length === 0 && rivals.length === 0) return { ...line, match: { kind: "exact", paymentIds: [first.id] } };
    return { ...line, match: { kind: "ambiguous", paymentIds: [first, ...more].map(({ id }) => id) } };
  });
}
