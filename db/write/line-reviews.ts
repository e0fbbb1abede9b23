import { and, count, eq, isNull, type SQL } from "drizzle-orm";
import { sql } from "../dialect.ts";
import { acceptedLines, consignments, orderLines, shareWords } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type By = { acceptedBy: string; acceptedAt: Date };

/** How many lines a condition holds for. It speaks of order lines, their consignments and what was accepted of them. */
export async function countWhere(tx: Tx, where: SQL | undefined): Promise<number> {
  const [found] = await tx
    .select({ lines: count() })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .leftJoin(acceptedLines, eq(acceptedLines.orderLineId, orderLines.id))
    .where(where);
  return found?.lines ?? 0;
}

/** Accepts what a condition as of {@link countWhere} holds for, in one statement however much that is. Says how many were not accepted before. */
export async function acceptWhere(tx: Tx, where: SQL | undefined, { acceptedBy, acceptedAt }: By): Promise<number> {
  const waiting = and(where, isNull(acceptedLines.acceptedAt));
  const accepted = await countWhere(tx, waiting);
  await tx
    .insert(acceptedLines)
    .select(
      tx
        .select({
          orderLineId: orderLines.id,
          acceptedBy: sql`${sql.param(acceptedBy, acceptedLines.acceptedBy)}`.as("accepted_by"),
          acceptedAt: sql`${sql.param(acceptedAt, acceptedLines.acceptedAt)}`.as("accepted_at"),
        })
        .from(orderLines)
        .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
        .leftJoin(acceptedLines, eq(acceptedLines.orderLineId, orderLines.id))
        .where(waiting),
    )
    .onConflictDoNothing();
  return accepted;
}

/** False when the form was sent before. */
export async function insertShareWord(tx: Tx, word: typeof shareWords.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(shareWords).values(word).onConflictDoNothing().returning({ id: shareWords.id });
  return rows.length === 1;
}

/** Who said a word; empty when there is no such word. */
export async function memberOfWord(tx: Tx, wordId: string): Promise<string> {
  const [row] = await tx.select({ memberId: shareWords.memberId }).from(shareWords).where(eq(shareWords.id, wordId));
  return row?.memberId ?? "";
}

type Answer = { wordId: string; orderLineId: string; answer: string; answeredBy: string; answeredAt: Date };

/** False when there is no such question, or it was answered before. */
export async function answerWord(tx: Tx, { wordId, orderLineId, ...answer }: Answer): Promise<boolean> {
  const rows = await tx
    .update(shareWords)
    .set(answer)
    .where(
      and(
        eq(shareWords.id, wordId),
        eq(shareWords.orderLineId, orderLineId),
        eq(shareWords.said, "asked"),
        isNull(shareWords.answeredAt),
      ),
    )
    .returning({ id: shareWords.id });
  return rows.length === 1;
}
