import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { listings, questions } from "../schema.ts";

const shown = {
  id: questions.id,
  askerName: questions.askerName,
  words: questions.words,
  askedAt: questions.askedAt,
  answer: questions.answer,
  answeredAt: questions.answeredAt,
};

/** What was asked of a listing, answered or not, newest first. */
export async function listQuestions(listingId: string, limit: number) {
  return db()
    .select(shown)
    .from(questions)
    .where(and(eq(questions.listingId, listingId), isNull(questions.hiddenAt)))
    .orderBy(desc(questions.askedAt), asc(questions.id))
    .limit(limit);
}

/** For use cases: how many questions of a person wait for an answer on a listing. */
export async function countWaitingQuestions(listingId: string, personId: string): Promise<number> {
  const isWaiting = and(isNull(questions.answeredAt), isNull(questions.hiddenAt));
  return db().$count(questions, and(eq(questions.listingId, listingId), eq(questions.askedBy, personId), isWaiting));
}

/** For use cases: whether a form was sent before. */
export async function wasAsked(formKey: string): Promise<boolean> {
  return (await db().$count(questions, eq(questions.formKey, formKey))) > 0;
}

export async function findQuestion(questionId: string) {
  const [row] = await db()
    .select({ id: questions.id, groupId: questions.groupId, hiddenAt: questions.hiddenAt })
    .from(questions)
    .where(eq(questions.id, questionId));
  return row;
}

/** For the group: the questions about all it sells, unanswered first. */
export async function listGroupQuestions(actor: Actor, groupId: string) {
  permit(actor, "answer-question", { groupId });
  return db()
    .select({ ...shown, listing: { slug: listings.slug, name: listings.name } })
    .from(questions)
    .innerJoin(listings, eq(listings.id, questions.listingId))
    .where(and(eq(questions.groupId, groupId), isNull(questions.hiddenAt)))
    .orderBy(desc(isNull(questions.answeredAt)), desc(questions.askedAt), asc(questions.id))
    .limit(100);
}

/** For the operator: the newest questions of the whole market. */
export async function listNewestQuestions(actor: Actor) {
  permit(actor, "hide-question");
  return db()
    .select({ ...shown, listing: { slug: listings.slug, name: listings.name } })
    .from(questions)
    .innerJoin(listings, eq(listings.id, questions.listingId))
    .where(isNull(questions.hiddenAt))
    .orderBy(desc(questions.askedAt), asc(questions.id))
    .limit(30);
}
