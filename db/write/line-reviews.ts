import { and, eq, isNull } from "drizzle-orm";
import { acceptedLines, shareWords } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Says how many were not accepted before. */
export async function acceptAll(tx: Tx, lineIds: readonly string[], by: { acceptedBy: string; acceptedAt: Date }) {
  if (lineIds.length === 0) return 0;
  const rows = await tx
    .insert(acceptedLines)
    .values(lineIds.map((orderLineId) => ({ orderLineId, ...by })))
    .onConflictDoNothing()
    .returning({ id: acceptedLines.orderLineId });
  return rows.length;
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
