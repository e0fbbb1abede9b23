import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { members, payoutBatches, payoutLines, payouts, payoutWays, people } from "../schema.ts";

/** A group's batches, the newest first, each with what it gives and how many of its lines wait or failed. */
export async function listBatches(actor: Actor, { groupId, limit }: { groupId: string; limit: number }) {
  permit(actor, "see-books", { groupId });
  const count = (state: "waiting" | "failed") =>
    sql<number>`(select count(*) from payout_lines l where l.batch_id = ${payoutBatches.id} and l.state = ${state})`.mapWith(
      Number,
    );
  return db()
    .select({
      ...{ id: payoutBatches.id, number: payoutBatches.number, state: payoutBatches.state },
      ...{ preparedAt: payoutBatches.preparedAt, preparedBy: people.name, note: payoutBatches.note },
      amount:
        sql`(select coalesce(sum(l.amount), 0) from payout_lines l where l.batch_id = ${payoutBatches.id})`.mapWith(
          payoutLines.amount,
        ),
      ...{ waiting: count("waiting"), failed: count("failed") },
    })
    .from(payoutBatches)
    .innerJoin(people, eq(people.id, payoutBatches.preparedBy))
    .where(eq(payoutBatches.groupId, groupId))
    .orderBy(desc(payoutBatches.number))
    .limit(limit);
}

/** One batch of a group with its lines by member number; undefined when the group has no such batch. */
export async function findBatch(actor: Actor, { groupId, batchId }: { groupId: string; batchId: string }) {
  permit(actor, "see-books", { groupId });
  const [batch] = await db()
    .select()
    .from(payoutBatches)
    .where(and(eq(payoutBatches.groupId, groupId), eq(payoutBatches.id, batchId)));
  if (!batch) return undefined;
  const lines = await db()
    .select({
      ...{ id: payoutLines.id, kind: payoutLines.kind, state: payoutLines.state, method: payoutLines.method },
      ...{
        amount: payoutLines.amount,
        repaid: payoutLines.repaid,
        kept: payoutLines.kept,
        keptWhy: payoutLines.keptWhy,
      },
      ...{ keptUntil: payoutLines.keptUntil, reason: payoutLines.reason, failedWhy: payoutLines.failedWhy },
      ...{ repayBasisPoints: payoutLines.repayBasisPoints, repayAmount: payoutLines.repayAmount },
      ...{ agreedBy: payoutLines.agreedBy, agreementPhotoId: payoutLines.agreementPhotoId },
      ...{ memberId: members.id, name: members.name, memberNumber: members.number, personId: members.personId },
      ...{ provider: payoutWays.provider, holder: payoutWays.holder, lastFour: payoutWays.lastFour },
      ...{ year: payouts.year, number: payouts.number, reference: payouts.reference, paidAt: payouts.paidAt },
      ...{ confirmedBy: payouts.confirmedBy, proofPhotoId: payouts.proofPhotoId, returnedAt: payouts.returnedAt },
    })
    .from(payoutLines)
    .innerJoin(members, eq(members.id, payoutLines.memberId))
    .leftJoin(payoutWays, eq(payoutWays.memberId, members.id))
    .leftJoin(payouts, eq(payouts.id, payoutLines.id))
    .where(eq(payoutLines.batchId, batchId))
    .orderBy(asc(members.number));
  const ids = [batch.preparedBy, batch.decidedBy].flatMap((id) => (id ? [id] : []));
  const names = await db().select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  const nameOf = (id: string | null): string => names.find((one) => one.id === id)?.name ?? "";
  return { batch, lines, preparer: nameOf(batch.preparedBy), decider: nameOf(batch.decidedBy) };
}

/** Everything that went to a member, or waits to, the newest first; for that member and those who keep the books. */
export async function listPayoutsOf(actor: Actor, { groupId, memberId }: { groupId: string; memberId: string }) {
  permit(actor, "see-member-statement", { groupId, memberId });
  const [paid, waiting] = await Promise.all([
    db()
      .select({
        ...{ id: payouts.id, kind: payouts.kind, year: payouts.year, number: payouts.number, amount: payouts.amount },
        ...{ repaid: payouts.repaid, method: payouts.method, reference: payouts.reference, paidAt: payouts.paidAt },
        ...{ proofPhotoId: payouts.proofPhotoId, confirmedBy: payouts.confirmedBy, returnedAt: payouts.returnedAt },
        returnedWhy: payouts.returnedWhy,
      })
      .from(payouts)
      .where(and(eq(payouts.groupId, groupId), eq(payouts.memberId, memberId)))
      .orderBy(desc(payouts.paidAt)),
    db()
      .select({
        ...{ id: payoutLines.id, kind: payoutLines.kind, method: payoutLines.method, amount: payoutLines.amount },
        ...{ repaid: payoutLines.repaid, kept: payoutLines.kept, state: payoutBatches.state },
        ...{ reason: payoutLines.reason, agreedBy: payoutLines.agreedBy },
        ...{ repayBasisPoints: payoutLines.repayBasisPoints, repayAmount: payoutLines.repayAmount },
      })
      .from(payoutLines)
      .innerJoin(payoutBatches, eq(payoutBatches.id, payoutLines.batchId))
      .where(and(eq(payoutLines.memberId, memberId), eq(payoutLines.state, "waiting")))
      .orderBy(desc(payoutBatches.preparedAt)),
  ]);
  return { paid, waiting };
}

/** How a member wants the money, without the account's number; undefined when nobody wrote it down. */
export async function findWay(actor: Actor, { groupId, memberId }: { groupId: string; memberId: string }) {
  permit(actor, "see-member-statement", { groupId, memberId });
  const [row] = await db()
    .select({
      ...{ method: payoutWays.method, provider: payoutWays.provider, holder: payoutWays.holder },
      ...{ lastFour: payoutWays.lastFour, recordedAt: payoutWays.recordedAt, recorder: people.name },
    })
    .from(payoutWays)
    .innerJoin(people, eq(people.id, payoutWays.recordedBy))
    .where(eq(payoutWays.memberId, memberId));
  return row;
}

/** One payout of a group, for its proof. Whoever calls looks who asks. */
export async function findPayout({ groupId, payoutId }: { groupId: string; payoutId: string }) {
  const [row] = await db()
    .select()
    .from(payouts)
    .where(and(eq(payouts.groupId, groupId), eq(payouts.id, payoutId)));
  return row;
}

/** One line of a group's batches, with its batch's state. Whoever calls looks who asks. */
export async function findLine({ groupId, lineId }: { groupId: string; lineId: string }) {
  const [row] = await db()
    .select({
      ...{ id: payoutLines.id, memberId: payoutLines.memberId, kind: payoutLines.kind, state: payoutLines.state },
      ...{ agreedBy: payoutLines.agreedBy, agreementPhotoId: payoutLines.agreementPhotoId },
    })
    .from(payoutLines)
    .where(and(eq(payoutLines.groupId, groupId), eq(payoutLines.id, lineId)));
  return row;
}

/** The sealed account numbers of these members, for a bank's file. Whoever calls looks who asks. */
export function listSealedAccounts(memberIds: readonly string[]) {
  if (memberIds.length === 0) return Promise.resolve([]);
  return db()
    .select({ memberId: payoutWays.memberId, sealed: payoutWays.sealedAccount })
    .from(payoutWays)
    .where(inArray(payoutWays.memberId, [...memberIds]));
}
