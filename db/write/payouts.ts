import { and, eq, inArray, isNull, max } from "drizzle-orm";
import type { BatchState, LineState } from "#app/domain/payout.ts";
import { groups, holdbacks, payoutBatches, payoutLines, payoutRequests, payouts, payoutWays } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/**
 * Writes a payout under the next number of its group and year. Nothing is ever deleted and a refused one writes nothing, so there are no gaps.
 * @returns the number
 */
export async function insertPayout(tx: Tx, payout: Omit<typeof payouts.$inferInsert, "number">): Promise<number> {
  const { groupId, year } = payout;
  const [last] = await tx
    .select({ number: max(payouts.number) })
    .from(payouts)
    .where(and(eq(payouts.groupId, groupId), eq(payouts.year, year)));
  const number = (last?.number ?? 0) + 1;
  // On PostgreSQL whoever comes second at the same moment is told to begin anew, instead of failing on what the first one wrote.
  const made = await tx
    .insert(payouts)
    .values({ ...payout, number })
    .onConflictDoNothing()
    .returning({ number: payouts.number });
  if (made.length !== 1) throw new Error(`there is a payout for ${payout.formKey} already`);
  return number;
}

/** The payout that a form has made already, if it has. */
export async function findPayoutByForm(tx: Tx, formKey: string) {
  const [row] = await tx
    .select({
      id: payouts.id,
      memberId: payouts.memberId,
      amount: payouts.amount,
      repaid: payouts.repaid,
      method: payouts.method,
    })
    .from(payouts)
    .where(eq(payouts.formKey, formKey));
  return row;
}

/** What the bank sent back: marked once. False when it was marked before. */
export async function markReturned(
  tx: Tx,
  { payoutId, now, why }: { payoutId: string; now: Date; why: string },
): Promise<boolean> {
  const rows = await tx
    .update(payouts)
    .set({ returnedAt: now, returnedWhy: why })
    .where(and(eq(payouts.id, payoutId), isNull(payouts.returnedAt)))
    .returning({ id: payouts.id });
  return rows.length === 1;
}

type NewBatch = Omit<typeof payoutBatches.$inferInsert, "number">;
type NewLine = Omit<typeof payoutLines.$inferInsert, "batchId" | "groupId" | "state">;

/** Writes a batch under its group's next number, with its lines. */
export async function insertBatch(tx: Tx, batch: NewBatch, lines: readonly NewLine[]): Promise<void> {
  const { id: batchId, groupId } = batch;
  const [last] = await tx
    .select({ number: max(payoutBatches.number) })
    .from(payoutBatches)
    .where(eq(payoutBatches.groupId, groupId));
  const made = await tx
    .insert(payoutBatches)
    .values({ ...batch, number: (last?.number ?? 0) + 1 })
    .onConflictDoNothing()
    .returning({ id: payoutBatches.id });
  if (made.length !== 1) throw new Error(`there is a batch for ${batch.formKey} already`);
  await tx.insert(payoutLines).values(lines.map((line) => ({ ...line, batchId, groupId, state: "waiting" as const })));
}

export async function findBatchByForm(tx: Tx, formKey: string) {
  const [row] = await tx
    .select({ id: payoutBatches.id, groupId: payoutBatches.groupId })
    .from(payoutBatches)
    .where(eq(payoutBatches.formKey, formKey));
  return row;
}

/** Whom the lines of a batch are for, and what is taken of the shares. */
export function listTaken(tx: Tx, batchId: string) {
  return tx
    .select({
      ...{ memberId: payoutLines.memberId, amount: payoutLines.amount },
      ...{ repaid: payoutLines.repaid, kept: payoutLines.kept },
    })
    .from(payoutLines)
    .where(eq(payoutLines.batchId, batchId));
}

type Decision = { batchId: string; to: Exclude<BatchState, "prepared">; by: string; now: Date; why: string };

/** Approves or refuses what was prepared; the lines of a refused batch fall with it. False when it was decided before. */
export async function decidePrepared(tx: Tx, { batchId, to, by, now, why }: Decision): Promise<boolean> {
  const rows = await tx
    .update(payoutBatches)
    .set({ state: to, decidedBy: by, decidedAt: now, decidedWhy: why })
    .where(and(eq(payoutBatches.id, batchId), eq(payoutBatches.state, "prepared")))
    .returning({ id: payoutBatches.id });
  if (rows.length === 1 && to === "refused")
    await tx
      .update(payoutLines)
      .set({ state: "dropped" })
      .where(and(eq(payoutLines.batchId, batchId), eq(payoutLines.state, "waiting")));
  return rows.length === 1;
}

type LineMove = { lineId: string; from: LineState; to: LineState; by: string; now: Date; why?: string };

/** Takes a line from one state to the next; false when it is not where the step begins (any more). */
export async function moveLine(tx: Tx, { lineId, from, to, by, now, why = "" }: LineMove): Promise<boolean> {
  const rows = await tx
    .update(payoutLines)
    .set({ state: to, doneBy: by, doneAt: now, failedWhy: why })
    .where(and(eq(payoutLines.id, lineId), eq(payoutLines.state, from)))
    .returning({ id: payoutLines.id });
  return rows.length === 1;
}

type Agreement = { lineId: string; as: "page" | "slip"; photoId: string | null; now: Date };

/** Keeps how a member agreed to an advance that waits; false when it does not wait (any more), or she had agreed already. */
export async function keepAgreement(tx: Tx, { lineId, as, photoId, now }: Agreement): Promise<boolean> {
  const rows = await tx
    .update(payoutLines)
    .set({ agreedBy: as, agreedAt: now, agreementPhotoId: photoId })
    .where(
      and(
        ...[eq(payoutLines.id, lineId), eq(payoutLines.kind, "advance"), eq(payoutLines.state, "waiting")],
        isNull(payoutLines.agreedBy),
      ),
    )
    .returning({ id: payoutLines.id });
  return rows.length === 1;
}

export async function insertHoldback(tx: Tx, holdback: typeof holdbacks.$inferInsert): Promise<void> {
  await tx.insert(holdbacks).values(holdback);
}

/** False when the group has no such holdback, or it was let go before. */
export async function letGo(
  tx: Tx,
  { groupId, holdbackId, by, now }: { groupId: string; holdbackId: string; by: string; now: Date },
) {
  const rows = await tx
    .update(holdbacks)
    .set({ releasedAt: now, releasedBy: by })
    .where(and(eq(holdbacks.id, holdbackId), eq(holdbacks.groupId, groupId), isNull(holdbacks.releasedAt)))
    .returning({ memberId: holdbacks.memberId });
  return rows[0]?.memberId;
}

/** Takes the place of what the member asked before. */
export async function insertRequest(tx: Tx, request: typeof payoutRequests.$inferInsert): Promise<void> {
  await closeRequests(tx, { memberIds: [request.memberId], now: request.askedAt });
  await tx.insert(payoutRequests).values(request);
}

export async function findRequestByForm(tx: Tx, formKey: string) {
  const [row] = await tx
    .select({ id: payoutRequests.id })
    .from(payoutRequests)
    .where(eq(payoutRequests.formKey, formKey));
  return row;
}

/** What was asked is done, or asked anew. */
export async function closeRequests(
  tx: Tx,
  { memberIds, now }: { memberIds: readonly string[]; now: Date },
): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .update(payoutRequests)
    .set({ closedAt: now })
    .where(and(inArray(payoutRequests.memberId, [...memberIds]), isNull(payoutRequests.closedAt)));
}

/** Takes the place of how the member wanted the money before. */
export async function keepWay(tx: Tx, { memberId, ...way }: typeof payoutWays.$inferInsert): Promise<void> {
  await tx
    .insert(payoutWays)
    .values({ memberId, ...way })
    .onConflictDoUpdate({ target: payoutWays.memberId, set: way });
}

type Rules = Pick<typeof groups.$inferSelect, "payoutApproval" | "advanceLimit">;

export async function keepPayoutRules(tx: Tx, { groupId, ...rules }: Rules & { groupId: string }): Promise<void> {
  await tx.update(groups).set(rules).where(eq(groups.id, groupId));
}
