import { and, eq, ne } from "drizzle-orm";
import { type Rupiah, sum, ZERO } from "#app/domain/money.ts";
import { debtBookedEntry, transferReversedEntry } from "#app/domain/postings-of-transfers.ts";
import { planReversal } from "#app/domain/transfer.ts";
import { takenBackBy } from "../read/transfers.ts";
import { reversals, transfers } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";
import { oweOutside } from "./outbox.ts";

type By = { now: Date; newId: () => string };
const byItself = (by: By) => ({ actorId: null, now: by.now, newId: by.newId });

type Refunded = {
  refundId: string;
  paymentId: string;
  /** A group that paid it out of its own cash box: its account need give nothing back. */
  paidByGroupId: string | null;
};

/**
 * The buyer has money back, by whatever way: what of it had gone to groups' accounts already is to be pulled back, once for each refund.
 * The buyer comes first: nothing is asked of a group before this.
 */
export async function oweReversals(tx: Tx, by: By, { refundId, paymentId, paidByGroupId }: Refunded): Promise<void> {
  const sent = await tx.select().from(transfers).where(eq(transfers.paymentId, paymentId)).orderBy(transfers.id);
  for (const transfer of sent.filter(({ groupId }) => groupId !== paidByGroupId))
    await oweReversal(tx, by, { transfer, cause: `refund:${refundId}`, refundId });
}

type Owed = { transfer: typeof transfers.$inferSelect; cause: string; refundId: string };

async function oweReversal(tx: Tx, by: By, { transfer, cause, refundId }: Owed): Promise<void> {
  const { id: transferId, groupId, consignmentId, bookSequence: sequence } = transfer;
  const share = await takenBackBy(refundId, { consignmentId, groupId, sequence });
  if (share <= 0) return;
  const others = await tx
    .select()
    .from(reversals)
    .where(and(eq(reversals.transferId, transferId), ne(reversals.state, "dropped"), ne(reversals.cause, cause)));
  const plan = planReversal({
    transfer: transfer.state === "ended" ? { ...transfer, amount: ZERO } : transfer,
    share,
    before: sum(others.map((each) => each.share)),
    reversed: sum(others.map((each) => each.amount)),
  });
  const id = by.newId();
  const state = plan.amount > 0 ? ("due" as const) : ("dropped" as const);
  const written = await tx
    .insert(reversals)
    .values({ id, transferId, cause, share, ...plan, state, createdAt: by.now })
    .onConflictDoNothing()
    .returning({ id: reversals.id });
  if (written.length === 0) return;
  const debt = { reversalId: id, groupId, amount: plan.owed, why: "set-off" as const };
  if (plan.owed > 0) await post(tx, debtBookedEntry(debt), byItself(by));
  if (plan.amount === 0) return;
  const args = { amount: plan.amount };
  await oweOutside(tx, { key: `reversal:${id}`, kind: "stripe-reversal", subjectId: id, args, now: by.now });
}

/** What a reversal is of, for whoever sends it. */
export async function findReversal(tx: Tx, reversalId: string) {
  const [row] = await tx
    .select({
      ...{ state: reversals.state, amount: reversals.amount, groupId: transfers.groupId },
      ...{ transferRef: transfers.providerRef, transferState: transfers.state },
    })
    .from(reversals)
    .innerJoin(transfers, eq(transfers.id, reversals.transferId))
    .where(eq(reversals.id, reversalId));
  return row;
}

/** It is with the network again. False when that was known. */
export async function markReversalMade(
  tx: Tx,
  by: By,
  { reversalId, providerRef }: { reversalId: string; providerRef: string },
): Promise<boolean> {
  const of = await endReversal(tx, { reversalId, set: { state: "made", providerRef, doneAt: by.now } });
  if (of) await post(tx, transferReversedEntry({ reversalId, ...of }), byItself(by));
  return of !== null;
}

/** The group's account has not enough: it owes the rest of its refund to the network, carried into what it earns next. */
export async function markReversalOwed(tx: Tx, by: By, reversalId: string): Promise<boolean> {
  const of = await endReversal(tx, { reversalId, set: { state: "owed", doneAt: by.now } });
  if (of) await post(tx, debtBookedEntry({ reversalId, why: "lacking", ...of }), byItself(by));
  return of !== null;
}

type End = { reversalId: string; set: Partial<typeof reversals.$inferInsert> };

async function endReversal(tx: Tx, { reversalId, set }: End): Promise<{ groupId: string; amount: Rupiah } | null> {
  const [row] = await tx
    .update(reversals)
    .set(set)
    .where(and(eq(reversals.id, reversalId), eq(reversals.state, "due")))
    .returning();
  if (!row) return null;
  const [transfer] = await tx
    .select({ groupId: transfers.groupId })
    .from(transfers)
    .where(eq(transfers.id, row.transferId));
  return transfer ? { groupId: transfer.groupId, amount: row.amount } : null;
}
