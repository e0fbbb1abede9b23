import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, ne, notExists, notInArray, or } from "drizzle-orm";
import { type ComplaintWindow, daysMs, FIRST_WINDOW } from "#app/domain/complaint.ts";
import { accountCode, NETWORK } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import {
  accounts,
  complaints,
  consignments,
  entries,
  orders,
  payments,
  postings,
  reversals,
  stripeAccounts,
  transfers,
} from "../schema.ts";
import { ownAccounts } from "./cash-book.ts";
import { listComplaintWindows } from "./complaint-windows.ts";
import { disputedOrderIds } from "./disputes.ts";

const total = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));

/**
 * What is due to go to a group's own account: paid by card, delivered, the buyer's time to complain over, no complaint or dispute open,
 * and an account that money can be sent to. For a job: nobody asks.
 */
export async function listDueTransfers(now: Date) {
  const windows = await listComplaintWindows();
  const known = db()
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.paymentId, payments.id), eq(transfers.groupId, consignments.groupId)));
  const complained = db()
    .select({ id: complaints.id })
    .from(complaints)
    .where(and(eq(complaints.consignmentId, consignments.id), ne(complaints.state, "closed")));
  return db()
    .select({
      paymentId: payments.id,
      paymentRef: payments.providerRef,
      groupId: consignments.groupId,
      consignmentId: consignments.id,
      stripeAccountId: stripeAccounts.id,
      accountRef: stripeAccounts.providerRef,
    })
    .from(consignments)
    .innerJoin(payments, eq(payments.orderId, consignments.orderId))
    .innerJoin(stripeAccounts, eq(stripeAccounts.groupId, consignments.groupId))
    .where(
      and(
        eq(consignments.state, "delivered"),
        isWindowOver(windows, now),
        eq(payments.provider, "stripe"),
        eq(payments.state, "paid"),
        isNull(stripeAccounts.closedAt),
        eq(stripeAccounts.transfers, "active"),
        notExists(known),
        notExists(complained),
        notInArray(consignments.orderId, disputedOrderIds()),
      ),
    )
    .orderBy(asc(consignments.deliveredAt), asc(consignments.id))
    .limit(50);
}

/** Each window holds for what came from its day on, until the next one begins. */
function isWindowOver(windows: readonly ComplaintWindow[], now: Date) {
  const all = [FIRST_WINDOW, ...windows];
  return or(
    ...all.map(({ fromDay, complainDays }, at) => {
      const next = all[at + 1];
      return and(
        gte(consignments.deliveredAt, new Date(`${fromDay}T00:00:00+07:00`)),
        next && lt(consignments.deliveredAt, new Date(`${next.fromDay}T00:00:00+07:00`)),
        lt(consignments.deliveredAt, new Date(now.getTime() - daysMs(complainDays))),
      );
    }),
  );
}

const isTheirs = (groupId: string) => and(ownAccounts(groupId), ne(accounts.kind, "deposits-held"));

/** What a group and its members have of a delivered consignment by the books, refunds taken off. */
export async function earnedOf({
  groupId,
  consignmentId,
}: {
  groupId: string;
  consignmentId: string;
}): Promise<Rupiah> {
  const [row] = await db()
    .select({ total })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(
      and(
        eq(entries.book, groupId),
        eq(entries.causeKind, "consignment"),
        eq(entries.causeId, consignmentId),
        inArray(entries.kind, ["delivered", "returned"]),
        isTheirs(groupId),
      ),
    );
  return negate(row?.total ?? rupiah(0));
}

/** What the network keeps for a group that is its own or its members', and what the group owes to it; whole rupiah. */
export async function keptAndDebt(groupId: string): Promise<{ kept: Rupiah; debt: Rupiah }> {
  const [row] = await db()
    .select({ total })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .where(isTheirs(groupId));
  const debt = await debtOf(groupId);
  // The debt stands among what the group's accounts say it owes; taken off, what the network keeps is left.
  return { kept: rupiah(-(row?.total ?? 0) - debt), debt };
}

async function debtOf(groupId: string): Promise<Rupiah> {
  const [row] = await db()
    .select({ total })
    .from(postings)
    .where(eq(postings.accountCode, accountCode("debt-to-network", { kind: "group", id: groupId })));
  return negate(row?.total ?? rupiah(0));
}

/** What a refund took from a group and its members after its transfer was decided; zero when it took nothing, or before. */
export async function takenBackBy(
  refundId: string,
  after: { consignmentId: string; groupId: string; sequence: number },
) {
  const { consignmentId, groupId, sequence } = after;
  const [row] = await db()
    .select({ total })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(
      and(eq(entries.key, `returned:${refundId}:${consignmentId}`), gt(entries.sequence, sequence), isTheirs(groupId)),
    );
  return row?.total ?? rupiah(0);
}

/** What our books say was moved at the provider for a transfer by its name there. */
export async function bookedOfTransfer(providerRef: string): Promise<Rupiah> {
  const mine = db().select({ id: transfers.id }).from(transfers).where(eq(transfers.providerRef, providerRef));
  const back = db().select({ id: reversals.id }).from(reversals).where(inArray(reversals.transferId, mine));
  const [row] = await db()
    .select({ total })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(
      and(
        eq(postings.accountCode, accountCode("stripe", NETWORK)),
        or(
          and(eq(entries.causeKind, "transfer"), inArray(entries.causeId, mine)),
          and(eq(entries.causeKind, "reversal"), inArray(entries.causeId, back)),
        ),
      ),
    );
  return row?.total ?? rupiah(0);
}

/** What our books say an account has received: what was sent to it, less what was pulled back. */
export async function bookedAtAccount(stripeAccountId: string): Promise<Rupiah> {
  const rows = await db()
    .select({ ref: transfers.providerRef })
    .from(transfers)
    .where(and(eq(transfers.stripeAccountId, stripeAccountId), eq(transfers.state, "sent")));
  const moved = await Promise.all(rows.map(({ ref }) => bookedOfTransfer(ref ?? "")));
  return negate(rupiah(moved.reduce<number>((all, each) => all + each, 0)));
}

/** For the group's own page: what went to its account, the newest first, with what came back of each. */
export async function listGroupTransfers(actor: Actor, groupId: string) {
  permit(actor, "see-stripe-account", { groupId });
  const back = (state: "made" | "owed") =>
    sql<number>`coalesce((select sum(r.amount) from reversals r where r.transfer_id = ${transfers.id} and r.state = ${state}), 0)`.mapWith(
      Number,
    );
  return db()
    .select({
      id: transfers.id,
      orderNumber: orders.number,
      amount: transfers.amount,
      setOff: transfers.setOff,
      state: transfers.state,
      decidedAt: transfers.decidedAt,
      back: back("made"),
      owed: back("owed"),
    })
    .from(transfers)
    .innerJoin(payments, eq(payments.id, transfers.paymentId))
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(transfers.groupId, groupId))
    .orderBy(desc(transfers.decidedAt), asc(transfers.id))
    .limit(50);
}
