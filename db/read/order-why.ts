import { and, asc, eq, inArray, or, type SQL, type SQLWrapper } from "drizzle-orm";
import { accountKind, type EntryKind } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import {
  accounts,
  consignments,
  entries,
  orderLineShares,
  orderLines,
  orders,
  payments,
  postings,
  refunds,
  splitRules,
} from "../schema.ts";

// What became of a buyer's money. For the page of an order, which has looked who asks: no member is told apart.

/** How each line of an order is divided, by party, less what was packed short; with the version of the rule that did it. */
export async function listLineParts(orderId: string) {
  const kept = sql<number>`sum(${orderLineShares.amount} - ${orderLineShares.missing})`;
  return db()
    .select({
      ...{ lineId: orderLines.id, party: orderLineShares.party, ruleVersion: splitRules.version },
      amount: kept.mapWith((value) => rupiah(Number(value))),
    })
    .from(orderLineShares)
    .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
    .innerJoin(splitRules, eq(splitRules.id, orderLines.splitRuleId))
    .where(eq(orderLines.orderId, orderId))
    .groupBy(orderLines.id, orderLineShares.party, splitRules.version);
}

/** Where a buyer's money lies until it is the members' or goes back. */
const BUYERS = ["deposits-held", "shipping-held", "refunds-payable", "buyer-credit"];

/** Each posting of an order's own entries to an account that holds the buyer's money, oldest first. */
export async function listOrderPostings(orderId: string) {
  const rows = await db()
    .select({
      ...{ id: postings.id, at: entries.at, kind: entries.kind, account: accounts.kind, amount: postings.amount },
    })
    .from(entries)
    .innerJoin(postings, eq(postings.entryId, entries.id))
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .where(
      and(
        causedByOrder(db().select({ id: orders.id }).from(orders).where(eq(orders.id, orderId))),
        inArray(accounts.kind, BUYERS),
      ),
    )
    .orderBy(asc(entries.at), asc(entries.book), asc(entries.sequence), asc(postings.position));
  return rows.map((row) => ({ ...row, kind: row.kind as EntryKind, account: accountKind(row.account) }));
}

/** The entries that an order caused: itself, its payments, deliveries and refunds. `which` is a question for its id. */
export function causedByOrder(which: SQLWrapper): SQL | undefined {
  const parts = {
    order: which,
    payment: db().select({ id: payments.id }).from(payments).where(inArray(payments.orderId, which)),
    consignment: db().select({ id: consignments.id }).from(consignments).where(inArray(consignments.orderId, which)),
    refund: db()
      .select({ id: refunds.id })
      .from(refunds)
      .innerJoin(payments, eq(payments.id, refunds.paymentId))
      .where(inArray(payments.orderId, which)),
  };
  return or(
    ...Object.entries(parts).map(([kind, ids]) => and(eq(entries.causeKind, kind), inArray(entries.causeId, ids))),
  );
}
