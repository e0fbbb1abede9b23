import { and, eq, isNull, max } from "drizzle-orm";
import type { Rupiah } from "#app/domain/money.ts";
import { fundPayments, groups, withdrawalRequests } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** The next number of a group and year. Only what is paid has one, and nothing is deleted: there are no gaps. */
export async function nextFundNumber(tx: Tx, { groupId, year }: { groupId: string; year: number }): Promise<number> {
  const [last] = await tx
    .select({ number: max(fundPayments.number) })
    .from(fundPayments)
    .where(and(eq(fundPayments.groupId, groupId), eq(fundPayments.year, year)));
  return (last?.number ?? 0) + 1;
}

export async function insertFundPayment(tx: Tx, payment: typeof fundPayments.$inferInsert): Promise<void> {
  // On PostgreSQL whoever comes second at the same moment is told to begin anew, instead of failing on what the first one wrote.
  const made = await tx.insert(fundPayments).values(payment).onConflictDoNothing().returning({ id: fundPayments.id });
  if (made.length !== 1) throw new Error(`there is a fund payment for ${payment.formKey} already`);
}

type Decision = Pick<typeof fundPayments.$inferInsert, "decidedBy" | "decidedAt" | "decidedWhy" | "year" | "number">;

/** Pays or refuses what was asked; false when it was decided before. */
export async function decideAsked(
  tx: Tx,
  { paymentId, to, ...marks }: Decision & { paymentId: string; to: "paid" | "refused" },
): Promise<boolean> {
  const rows = await tx
    .update(fundPayments)
    .set({ ...marks, state: to })
    .where(and(eq(fundPayments.id, paymentId), eq(fundPayments.state, "asked")))
    .returning({ id: fundPayments.id });
  return rows.length === 1;
}

type ReversalStep = {
  paymentId: string;
  from: "paid" | "reversal-asked";
  to: "reversal-asked" | "reversed" | "paid";
  marks: Pick<typeof fundPayments.$inferInsert, "reversalBy" | "reversalWhy" | "reversedBy" | "reversedAt">;
};

/** One step of taking back what was paid; false when somebody took it before. */
export async function moveFundReversal(tx: Tx, { paymentId, from, to, marks }: ReversalStep): Promise<boolean> {
  const rows = await tx
    .update(fundPayments)
    .set({ ...marks, state: to })
    .where(and(eq(fundPayments.id, paymentId), eq(fundPayments.state, from)))
    .returning({ id: fundPayments.id });
  return rows.length === 1;
}

/** Up to this a treasurer alone pays out of a fund. */
export async function keepFundLimit(tx: Tx, { groupId, limit }: { groupId: string; limit: Rupiah }): Promise<void> {
  await tx.update(groups).set({ fundPaymentLimit: limit }).where(eq(groups.id, groupId));
}

/** A member's new wish takes the place of one that waits. */
export async function insertWithdrawalRequest(tx: Tx, request: typeof withdrawalRequests.$inferInsert): Promise<void> {
  const { memberId, askedAt } = request;
  await answerWithdrawals(tx, { memberId, now: askedAt, movementId: null, why: "" });
  await tx.insert(withdrawalRequests).values(request);
}

type Answered = { memberId: string; now: Date; movementId: string | null; why: string };

/** Answers what a member asked, if anything waits; says how many that were. */
export async function answerWithdrawals(tx: Tx, { memberId, now, movementId, why }: Answered): Promise<number> {
  const rows = await tx
    .update(withdrawalRequests)
    .set({ answeredAt: now, movementId, refusedWhy: why })
    .where(and(eq(withdrawalRequests.memberId, memberId), isNull(withdrawalRequests.answeredAt)))
    .returning({ id: withdrawalRequests.id });
  return rows.length;
}
