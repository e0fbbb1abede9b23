import { and, eq, isNull } from "drizzle-orm";
import { photos, questions, reviewReports, reviews } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type ReviewPhoto = { id: string; alt: string; width: number; height: number };
type NewReview = Omit<typeof reviews.$inferInsert, "photoId"> & { photo: ReviewPhoto | null };

/** Writes what a buyer says of a line, with its photo; null when that line has a review already. */
export async function insertReview(tx: Tx, { photo, ...review }: NewReview): Promise<string | null> {
  const [before] = await tx.select({ id: reviews.id }).from(reviews).where(eq(reviews.orderLineId, review.orderLineId));
  if (before) return null;
  if (photo) await tx.insert(photos).values({ ...photo, listingId: null, isPublic: true, createdAt: review.writtenAt });
  const written = await tx
    .insert(reviews)
    .values({ ...review, photoId: photo?.id ?? null })
    .returning({ id: reviews.id });
  return written[0]?.id ?? null;
}

type Answer = { answer: string; answeredBy: string | null; now: Date };

/** The group's word on a review; a later one takes the place of an earlier one. False when the review is hidden. */
export async function setReviewAnswer(
  tx: Tx,
  { reviewId, answer, answeredBy, now }: Answer & { reviewId: string },
): Promise<boolean> {
  const changed = await tx
    .update(reviews)
    .set({ answer, answeredBy, answeredAt: now })
    .where(and(eq(reviews.id, reviewId), isNull(reviews.hiddenAt)))
    .returning({ id: reviews.id });
  return changed.length === 1;
}

/** Once for each person and review; said again it stays the first. */
export async function insertReport(tx: Tx, report: typeof reviewReports.$inferInsert): Promise<boolean> {
  const written = await tx
    .insert(reviewReports)
    .values(report)
    .onConflictDoNothing({ target: [reviewReports.reviewId, reviewReports.reportedBy] })
    .returning({ id: reviewReports.id });
  return written.length === 1;
}

/** All open reports of a review are judged at once. */
export async function closeReports(tx: Tx, { reviewId, now }: { reviewId: string; now: Date }): Promise<void> {
  await tx
    .update(reviewReports)
    .set({ judgedAt: now })
    .where(and(eq(reviewReports.reviewId, reviewId), isNull(reviewReports.judgedAt)));
}

type Hiding = { hiddenBy: string | null; hiddenReason: string; now: Date };

/** Takes a review out of sight, its photo with it; false when it was hidden before. */
export async function hideReviewRow(
  tx: Tx,
  { reviewId, photoId, hiddenBy, hiddenReason, now }: Hiding & { reviewId: string; photoId: string | null },
): Promise<boolean> {
  const hidden = await tx
    .update(reviews)
    .set({ hiddenAt: now, hiddenBy, hiddenReason })
    .where(and(eq(reviews.id, reviewId), isNull(reviews.hiddenAt)))
    .returning({ id: reviews.id });
  if (hidden.length === 1 && photoId) await tx.update(photos).set({ isPublic: false }).where(eq(photos.id, photoId));
  return hidden.length === 1;
}

/** With a form key that was used already the first question is the answer. */
export async function insertQuestion(tx: Tx, question: typeof questions.$inferInsert): Promise<boolean> {
  const written = await tx
    .insert(questions)
    .values(question)
    .onConflictDoNothing({ target: questions.formKey })
    .returning({ id: questions.id });
  return written.length === 1;
}

/** False when the question is hidden. */
export async function setQuestionAnswer(
  tx: Tx,
  { questionId, answer, answeredBy, now }: Answer & { questionId: string },
): Promise<boolean> {
  const changed = await tx
    .update(questions)
    .set({ answer, answeredBy, answeredAt: now })
    .where(and(eq(questions.id, questionId), isNull(questions.hiddenAt)))
    .returning({ id: questions.id });
  return changed.length === 1;
}

/** False when it was hidden before. */
export async function hideQuestionRow(
  tx: Tx,
  { questionId, hiddenBy, hiddenReason, now }: Hiding & { questionId: string },
): Promise<boolean> {
  const hidden = await tx
    .update(questions)
    .set({ hiddenAt: now, hiddenBy, hiddenReason })
    .where(and(eq(questions.id, questionId), isNull(questions.hiddenAt)))
    .returning({ id: questions.id });
  return hidden.length === 1;
}
