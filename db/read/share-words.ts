import { and, asc, eq, exists, isNull } from "drizzle-orm";
import { openQuestions } from "#app/domain/month-review.ts";
import type { Month } from "#app/domain/period.ts";
import { db } from "../client.server.ts";
import { alias } from "../dialect.ts";
import { consignments, members, orderLines, shareWords } from "../schema.ts";
import { ofMonth } from "./month-conditions.ts";

// What members said of their shares in a line; whoever calls looks who asks.

const words = {
  id: shareWords.id,
  lineId: shareWords.orderLineId,
  memberId: shareWords.memberId,
  memberName: members.name,
  said: shareWords.said,
  words: shareWords.words,
  saidAt: shareWords.saidAt,
  answer: shareWords.answer,
  answeredAt: shareWords.answeredAt,
};

/** What members said of their shares in a line, the oldest first. */
export function listWordsOfLine(lineId: string) {
  return db()
    .select(words)
    .from(shareWords)
    .innerJoin(members, eq(members.id, shareWords.memberId))
    .where(eq(shareWords.orderLineId, lineId))
    .orderBy(asc(shareWords.saidAt), asc(shareWords.id));
}

const question = alias(shareWords, "question");

/** The questions about a month's lines that nobody has answered yet: only where one waits, the words about that share are read. */
export async function listOpenQuestions(of: { groupId: string; month: Month }) {
  const waits = db()
    .select({ id: question.id })
    .from(question)
    .where(
      and(
        eq(question.orderLineId, shareWords.orderLineId),
        eq(question.memberId, shareWords.memberId),
        eq(question.said, "asked"),
        isNull(question.answeredAt),
      ),
    );
  const rows = await db()
    .select(words)
    .from(shareWords)
    .innerJoin(members, eq(members.id, shareWords.memberId))
    .innerJoin(orderLines, eq(orderLines.id, shareWords.orderLineId))
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(and(ofMonth(of), exists(waits)))
    .orderBy(asc(shareWords.saidAt), asc(shareWords.id));
  return openQuestions(
    rows.map((row) => ({ ...row, saidMs: row.saidAt.getTime(), isAnswered: row.answeredAt !== null })),
  );
}
