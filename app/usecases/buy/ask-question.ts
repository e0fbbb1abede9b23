import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { publicName, WAITING_QUESTIONS_AT_MOST } from "#app/domain/review.ts";
import type { Context } from "#app/usecases/context.ts";
import { findPublicListing } from "#db/read/listing-page.ts";
import { countWaitingQuestions, wasAsked } from "#db/read/questions.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertQuestion } from "#db/write/reviews.ts";

type AskQuestion = { slug: string; words: string; formKey: string };

/** Somebody asks about a listing; question and answer are for everybody to read. The same form sent twice is one question. */
export async function askQuestion(
  ctx: Context,
  { slug, words, formKey }: AskQuestion,
): Promise<Result<object, "listing-unknown" | "questions-waiting">> {
  permit(ctx.actor, "ask-question");
  const { personId, name } = ctx.actor;
  const listing = await findPublicListing(slug);
  if (!listing?.isForSale || !personId) return refuse("listing-unknown");
  const { id: listingId, group } = listing;
  return inTransaction(async (tx) => {
    const question = { id: ctx.newId(), listingId, groupId: group.id, askedBy: personId, words, formKey };
    if (await wasAsked(formKey)) return { ok: true };
    if ((await countWaitingQuestions(listingId, personId)) >= WAITING_QUESTIONS_AT_MOST)
      return refuse("questions-waiting", { words: "questions-waiting" });
    const isNew = await insertQuestion(tx, { ...question, askerName: publicName(name ?? ""), askedAt: ctx.now });
    if (isNew) await recordActivity(tx, ctx, { what: "ask-question", groupId: group.id, subject: listingId });
    return { ok: true };
  });
}
